import type { Page } from 'playwright';

/** What is played before the camera, and how fast on the clock that goes with it. */
export interface Showing {
  /** How long each frame is seen. */
  readonly frameMs: number;
  /** From one look of the product to the next. */
  readonly everyMs: number;
  /** Ends after so many looks, or else when the picture is there. */
  readonly mostLooks: number;
}

/** A camera whose frames and clock the test holds, so that nothing rests on how fast the machine is. */
export interface DrivenCamera {
  /** Puts the first of these JPEGs, all of one size, in front of the camera. */
  readonly load: (jpegs: readonly Buffer[]) => Promise<void>;
  /**
   * Plays them in a loop: the next is shown when the product has looked at the last one, and only with that does time pass. Then the last
   * one stays, and time runs as it does.
   *
   * @returns how often was looked
   */
  readonly play: (showing: Showing) => Promise<number>;
}

interface PageCamera {
  readonly load: (jpegs: readonly string[]) => Promise<void>;
  readonly play: (showing: Showing) => Promise<number>;
}

declare const drivenCamera: PageCamera;

/** Puts a driven camera in place of the page's own, and reloads the page for it. */
export async function driveCamera(page: Page): Promise<DrivenCamera> {
  await page.addInitScript(installDrivenCamera);
  await page.reload();
  return {
    load: (jpegs) =>
      page.evaluate(
        (given) => drivenCamera.load(given),
        jpegs.map((jpeg) => jpeg.toString('base64')),
      ),
    play: (showing) => page.evaluate((given) => drivenCamera.play(given), showing),
  };
}

/** In the page. */
function installDrivenCamera(): void {
  // Before others watch it.
  const decode = createImageBitmap.bind(globalThis);
  const realNow = performance.now.bind(performance);
  const RealWorker = Worker;
  /** Frames nearer to each other are dropped by the product, and one may get lost on its way. */
  const nextMs = 70;
  const againMs = 250;
  let frames: readonly ImageBitmap[] = [];
  let shown = 0;
  let aheadMs = 0;
  let heldMs: number | null = null;
  let onLook = (): void => {};
  performance.now = () => heldMs ?? realNow() + aheadMs;
  // What moves on the page goes by the same clock.
  const realRequest = requestAnimationFrame.bind(globalThis);
  globalThis.requestAnimationFrame = (call) => realRequest(() => call(performance.now()));
  globalThis.Worker = class extends RealWorker {
    constructor(...settings: ConstructorParameters<typeof Worker>) {
      super(...settings);
      // Comes before the product's listener: time has passed when that asks for it.
      this.addEventListener('message', ({ data }: MessageEvent<{ output?: { report?: object } } | undefined>) => {
        if (data?.output?.report) onLook();
      });
    }
  };

  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { alpha: false });
  const paint = () => {
    const frame = frames[shown];
    if (frame) context?.drawImage(frame, 0, 0);
  };
  navigator.mediaDevices.getUserMedia = async () => {
    const stream = canvas.captureStream();
    paint();
    return stream;
  };
  const rest = () => setInterval(paint, 100);
  let resting = rest();
  const isOver = () => document.querySelector<HTMLElement>('.sf-step')?.dataset['screen'] === 'review';
  /** Over with the next look, or when the picture is there. */
  const untilLooked = (everyMs: number) =>
    new Promise<void>((resolve) => {
      const again = setInterval(() => (isOver() ? end() : paint()), againMs);
      const end = () => {
        clearInterval(again);
        onLook = () => {};
        resolve();
      };
      onLook = () => {
        heldMs = (heldMs ?? 0) + everyMs;
        end();
      };
      paint();
    });

  const camera: PageCamera = {
    load: async (jpegs) => {
      const toBlob = (jpeg: string) =>
        new Blob([Uint8Array.from(atob(jpeg), (letter) => letter.codePointAt(0) ?? 0)], { type: 'image/jpeg' });
      frames = await Promise.all(jpegs.map((jpeg) => decode(toBlob(jpeg))));
      canvas.width = frames[0]?.width ?? 0;
      canvas.height = frames[0]?.height ?? 0;
      shown = 0;
      paint();
    },
    play: async ({ frameMs, everyMs, mostLooks }) => {
      clearInterval(resting);
      heldMs = realNow() + aheadMs;
      let looks = 0;
      for (; looks < mostLooks && !isOver(); looks += 1) {
        await new Promise((resolve) => setTimeout(resolve, nextMs));
        shown = Math.floor((looks * everyMs) / frameMs) % frames.length;
        await untilLooked(everyMs);
      }
      aheadMs = heldMs - realNow();
      heldMs = null;
      resting = rest();
      return looks;
    },
  };
  Object.assign(globalThis, { drivenCamera: camera });
}
