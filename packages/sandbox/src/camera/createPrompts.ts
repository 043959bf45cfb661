/** The permission prompts that are open. */
export interface Prompts {
  /** Opens one. It fulfils when it is allowed and rejects with the error it is refused with. */
  open(): Promise<void>;
  allowAll(): void;
  refuseAll(error: DOMException): void;
}

/** Makes a place for promises that wait for the test to answer them. */
export function createPrompts(): Prompts {
  const waiting = new Set<{ readonly allow: () => void; readonly refuse: (error: DOMException) => void }>();
  const takeAll = () => {
    const all = [...waiting];
    waiting.clear();
    return all;
  };
  return {
    open: () => new Promise((allow, refuse) => waiting.add({ allow, refuse })),
    allowAll: () => {
      for (const prompt of takeAll()) prompt.allow();
    },
    refuseAll: (error) => {
      for (const prompt of takeAll()) prompt.refuse(error);
    },
  };
}
