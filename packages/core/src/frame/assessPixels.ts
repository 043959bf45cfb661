import { assessFrame, type AssessFrameOptions } from '../quality/assessFrame.ts';
import type { FrameIssue, FrameReport } from '../quality/frameReport.ts';
import type { FrameMemory } from '../quality/frameMemory.ts';
import type { TaskContext } from '../worker/Task.ts';
import { createFrameFeed, type FrameFeed } from './createFrameFeed.ts';
import { createPlaneReader, type PlaneReader } from './createPlaneReader.ts';

/** A frame of a stream, to be handed over. */
export interface AssessInput extends AssessFrameOptions {
  /** Which watch it belongs to; frames of one are compared with each other. */
  readonly stream: number;
  readonly pixels: VideoFrame | ImageBitmap;
  /** Hand the frame back in spite of these issues. */
  readonly forgiven: readonly FrameIssue[] | 'all';
  /** Where the stream's next frames come from, to be handed over. They are judged as this one. */
  readonly frames?: ReadableStream<VideoFrame> | undefined;
}

/** Asks for the next of a stream's frames. */
export interface AssessNextInput extends Pick<AssessInput, 'stream' | 'faces'> {
  /** So long after the last one at least. */
  readonly gapMs: number;
}

/** What was seen, and the very frame it was seen in, handed back. */
export interface AssessOutput {
  readonly report: FrameReport;
  /** Left out when something is wrong with it. */
  readonly pixels?: VideoFrame | ImageBitmap | undefined;
  /** Reading and assessing, in milliseconds. */
  readonly workMs: number;
}

type Context = Pick<TaskContext, 'signal' | 'handBack'>;

interface Stream {
  readonly reader: PlaneReader;
  readonly options: Pick<AssessInput, 'subject' | 'thresholds' | 'forgiven'>;
  readonly feed?: FrameFeed | undefined;
  memory?: FrameMemory | undefined;
}

const streams = new Map<number, Stream>();

async function look(
  stream: Stream,
  { pixels, faces }: Pick<AssessInput, 'pixels' | 'faces'>,
  { signal, handBack }: Context,
): Promise<AssessOutput> {
  const { subject, thresholds, forgiven } = stream.options;
  try {
    const began = performance.now();
    const planes = await stream.reader.read(pixels);
    signal.throwIfAborted();
    const { report, memory } = assessFrame(planes, { subject, thresholds, faces }, stream.memory);
    stream.memory = memory;
    const isGood = forgiven === 'all' || report.issues.every((issue) => forgiven.includes(issue));
    if (isGood) handBack.push(pixels);
    return { report, ...(isGood && { pixels }), workMs: performance.now() - began };
  } finally {
    if (!handBack.includes(pixels)) pixels.close();
  }
}

/** The task `assess`: reads a frame and assesses it against the one before. One frame of a stream at a time. */
export function assessPixels({ stream: id, pixels, faces, frames, ...options }: AssessInput, context: Context): Promise<AssessOutput> {
  const { reader = createPlaneReader(), feed, memory } = streams.get(id) ?? {};
  const stream: Stream = { reader, memory, options, feed: frames ? createFrameFeed(frames) : feed };
  streams.set(id, stream);
  return look(stream, { pixels, faces }, context);
}

/** The task `assessNext`: the same for the stream's next frame; `undefined` when there is none any more. */
export async function assessNext({ stream: id, gapMs, faces }: AssessNextInput, context: Context): Promise<AssessOutput | undefined> {
  const stream = streams.get(id);
  const pixels = await stream?.feed?.next(gapMs);
  return stream && pixels && look(stream, { pixels, faces }, context);
}

/** The task `forget`: frees what a stream left behind. Again, or of an unknown one, it does nothing. */
export function forgetStream({ stream: id }: Pick<AssessInput, 'stream'>): void {
  const { reader, feed } = streams.get(id) ?? {};
  feed?.close();
  reader?.close();
  streams.delete(id);
}
