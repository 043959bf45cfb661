import { createPicture } from './createPicture.ts';
import { openStage, type Stage, type StageOptions } from './openStage.ts';
import type { Store } from './openWorld.ts';

/** Something that goes wrong, and what is done until it does. */
export interface FaultRow {
  readonly section: string;
  readonly fault: string;
  readonly options?: StageOptions;
  /** Whether the picture comes back from the browser's storage. */
  readonly isVaulted?: boolean;
  /** Brings it about, and sends the picture at its time. */
  readonly play: (stage: Stage) => void | Promise<void>;
}

/** What came of it. */
export interface Finding {
  /** What the step said, one after the other: states that lasted, and every failure. */
  readonly said: string;
  /** How often the picture (or both sides) left a browser, or began to. */
  readonly sent: number;
  /** Whether it had to be kept, because it was sent more than once. */
  readonly isKept: boolean;
  /** How often all of the picture (or of one side) was at the API. */
  readonly reached: number;
  /** How often the API took it (or the side that it took most often). */
  readonly taken: number;
  /** What the person did for the journey to go on; empty when it went on by itself. */
  readonly ways: readonly string[];
  /** Whether what reached the API was the picture, byte by byte. */
  readonly isSame: boolean;
  /** How it ended. */
  readonly end: string;
}

const mostPresses = 6;
const anotherPicture = 'take another picture';

/** Lets a row's fault happen, mends it when nothing goes on by itself any more, and presses what there is to press until the journey is completed. */
export async function playFault({ options = {}, play }: FaultRow, store: Store = 'owner'): Promise<Finding> {
  const stage = await openStage({ ...options, store });
  const { world } = stage;
  const ways: string[] = [];
  let sent = 0;
  try {
    await play(stage);
    for (let presses = 0; presses < mostPresses; presses += 1) {
      await stage.untilStill();
      // What is sent after the person took another picture is another one.
      if (!ways.some((way) => way.endsWith(anotherPicture))) sent = stage.countSendings();
      const way = press(stage);
      if (way === null) break;
      if (way !== '') ways.push(way);
    }
    const calls = stage.pictures.map((picture) =>
      picture ? world.sandbox.submissions().filter(({ image }) => image?.widthPx === picture.widthPx) : [],
    );
    const [picture] = stage.pictures;
    return {
      said: toTrail(stage),
      sent,
      isKept: sent > stage.pictures.length,
      reached: Math.max(...calls.map((reached) => reached.length)),
      taken: Math.max(...calls.map((reached) => reached.filter(({ result }) => result.accepted).length)),
      ways,
      isSame: await areSame(picture.blob, calls[0]?.map(({ image }) => image?.blob) ?? []),
      end: `${stage.state().status}, ${stage.tab.journey.getCompletion().status}`,
    };
  } finally {
    world.close();
  }
}

/** What a person would do. @returns what was pressed; empty for what belongs to every journey, `null` for nothing */
function press(stage: Stage): string | null {
  const state = stage.state();
  const completion = stage.tab.journey.getCompletion();
  const isSignedOut = 'error' in state && state.error?.code === 'request/session-expired';
  stage.mend();
  const first = isSignedOut ? 'signs in, ' : '';
  switch (state.status) {
    case 'failed':
      if (state.error.code === 'step/same-picture') {
        state.reset();
        stage.submit({ pictures: [createPicture()] });
        return `reset, ${anotherPicture}`;
      }
      if (state.retryable) {
        state.retry();
        return `${first}retry`;
      }
      state.reset();
      stage.submit();
      return 'reset, send the picture again';
    case 'accepted':
      if (!('complete' in completion)) return null;
      return stage.complete() ? 'complete' : '';
    case 'rejected':
      if (!state.canRetry) return null;
      stage.submit({ pictures: [createPicture()] });
      return anotherPicture;
    default:
      return null;
  }
}

/** States that lasted, and every failure, without where each journey begins and ends. */
function toTrail(stage: Stage): string {
  const words = stage
    .words()
    .filter(({ text, ms }) => ms > 0 || text.startsWith('failed'))
    .map(({ text }) => text);
  const trail = words.filter((text, index) => text !== words[index - 1] && (text !== 'idle' || index > 0));
  for (const end of ['completed', 'accepted']) if (trail.at(-1) === end) trail.pop();
  return trail.join(', ');
}

async function areSame(picture: Blob, others: readonly (Blob | undefined)[]): Promise<boolean> {
  const bytes = Buffer.from(await picture.arrayBuffer());
  const all = await Promise.all(others.map(async (other) => other && bytes.equals(Buffer.from(await other.arrayBuffer()))));
  return all.every(Boolean);
}
