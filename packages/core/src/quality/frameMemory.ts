import type { Box } from './frameReport.ts';
import type { FoundDocument } from './quad/describeOutline.ts';
import type { TracedSides } from './quad/traceSides.ts';

/** What is kept of a frame to compare the next one with: a few kilobytes, no picture one could recognise. */
export interface FrameMemory {
  readonly columns: number;
  readonly rows: number;
  /** Mean brightness, 0 to 255. */
  readonly cells: Float32Array;
  /** Where the face was, in shares of the frame's sides. */
  readonly face?: Box | undefined;
  readonly document?: DocumentMemory | undefined;
}

/** What was found when it was last looked for a document, and followed since. */
export interface DocumentMemory {
  readonly found: FoundDocument | null;
  /** In how many frames since then it was not looked for. */
  readonly frames: number;
  /** What it is followed by, where it can be: all of its sides are seen. */
  readonly sides?: TracedSides | undefined;
}
