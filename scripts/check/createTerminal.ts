/** Where one stage writes; it is shown at once when the stage is in front, else when its turn comes. */
export interface Pane {
  write: (text: string) => void;
  /** The stage has ended: the next one that is waiting comes to the front. */
  close: () => void;
}

/** A terminal that stages running side by side share without mixing their lines. */
export interface Terminal {
  open: () => Pane;
}

/** The oldest open pane writes straight through; the younger ones are kept back until it closes. */
export function createTerminal(write: (text: string) => void): Terminal {
  const waiting: { text: string; closed: boolean }[] = [];
  return {
    open: () => {
      const pane = { text: '', closed: false };
      waiting.push(pane);
      const show = (): void => {
        while (waiting[0]) {
          const front = waiting[0];
          write(front.text);
          front.text = '';
          if (!front.closed) return;
          waiting.shift();
        }
      };
      return {
        write: (text) => {
          pane.text += text;
          if (waiting[0] === pane) show();
        },
        close: () => {
          pane.closed = true;
          show();
        },
      };
    },
  };
}
