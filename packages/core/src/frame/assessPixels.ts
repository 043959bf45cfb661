import { assessFrame, type AssessFrameOptions } from '../quality/assessFrame.ts';
import type { FrameReport } from '../quality/frameReport.ts';
import type { FrameMemory } from '../quality/measureMotion.ts';
import type { TaskContext } from '../worker/Task.ts';
import { createPlaneReader, type PlaneReader } from './createPlaneReader.ts';

/** A frame of a stream, to be handed over. */
export interface AssessInput extends AssessFrameOptions {
  /** Which watch it belongs to; frames of one are compared with each other. */
  readonly stream: number;
  readonly pixels: VideoFrame | ImageBitmap;
}

/** What was seen, and the very frame it was seen in, handed back. */
export interface AssessOutput {
  readonly report: FrameReport;
  readonly pixels: VideoFrame | ImageBitmap;
  /** Reading and assessing, in milliseconds. */
  readonly workMs: number;
}

interface Stream {
  readonly reader: PlaneReader;
  memory?: FrameMemory;
}

const streams = new Map<number, Stream>();

function openStream(id: number): Stream {
  const stream = streams.get(id) ?? { reader: createPlaneReader() };
  streams.set(id, stream);
  return stream;
}

/** The task `assess`: reads a frame and assesses it against the one before. One frame of a stream at a time. */
export async function assessPixels(
  { stream: id, pixels, ...options }: AssessInput,
  { signal, handBack }: Pick<TaskContext, 'signal' | 'handBack'>,
): Promise<AssessOutput> {
  const began = performance.now();
  const stream = openStream(id);
  const planes = await stream.reader.read(pixels);
  signal.throwIfAborted();
  const { report, memory } = assessFrame(planes, options, stream.memory);
  stream.memory = memory;
  handBack.push(pixels);
  return { report, pixels, workMs: performance.now() - began };
}

/** The task `forget`: frees what a stream left behind. Again, or of an unknown one, it does nothing. */
export function forgetStream({ stream: id }: Pick<AssessInput, 'stream'>): void {
  streams.get(id)?.reader.close();
  streams.delete(id);
}
