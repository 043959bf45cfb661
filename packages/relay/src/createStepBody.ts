import type { StepRewriter } from './createStepRewriter.ts';
import { Refusal, refuseGoneClient } from './Refusal.ts';

export interface StepBodyOptions {
  readonly reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly rewriter: StepRewriter;
  /** Told whom the body waits for, each time that changes hands. */
  readonly onTurn: (waitingFor: 'browser' | 'api') => void;
  /** Told why the body can never be finished, before its stream fails. */
  readonly onFail: (refusal: Refusal) => void;
}

export interface StepBody {
  /** Reads as far as the first picture (or the end), so that most refusals are found before the API is called. */
  readonly open: () => Promise<void>;
  /** The rewritten body. It reads one piece of the browser's body when, and only when, it is asked for one. */
  readonly stream: ReadableStream<Uint8Array>;
  /** Whether the browser's body has been read to its end. */
  readonly isRead: () => boolean;
  /** Whether the closing boundary has been handed over. */
  readonly isWhole: () => boolean;
}

/** The rewritten submission as a stream. At most one piece of the browser's body is held at any time. */
export function createStepBody({ reader, rewriter, onTurn, onFail }: StepBodyOptions): StepBody {
  const ready: Uint8Array[] = [];
  let hasEnded = false;

  async function pump(): Promise<void> {
    try {
      onTurn('browser');
      const { done, value } = await reader.read().catch(() => {
        throw refuseGoneClient();
      });
      onTurn('api');
      ready.push(...(done ? rewriter.end() : rewriter.write(value)));
      hasEnded = done;
    } catch (error) {
      if (error instanceof Refusal) onFail(error);
      throw error;
    }
  }

  return {
    async open() {
      while (!hasEnded && !rewriter.hasPicture()) await pump();
    },
    stream: new ReadableStream<Uint8Array>(
      {
        async pull(controller) {
          onTurn('api');
          while (!hasEnded && ready.length === 0) await pump();
          const piece = ready.shift();
          if (piece) controller.enqueue(piece);
          if (hasEnded && ready.length === 0) controller.close();
        },
      },
      { highWaterMark: 0 },
    ),
    isRead: () => hasEnded,
    isWhole: () => hasEnded && ready.length === 0,
  };
}
