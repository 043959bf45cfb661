import type { PreparedImage } from '../contract/preparedImage.ts';
import type { GrabbedFrame } from '../frame/grabFrame.ts';
import type { TaskContext } from '../worker/Task.ts';
import type { ImageLimits } from './imageLimits.ts';
import { prepareImage } from './prepareImage.ts';

export interface PrepareInput {
  readonly source: Blob | Omit<GrabbedFrame, 'close'>;
  readonly limits: Partial<ImageLimits> | undefined;
  readonly origin: PreparedImage['origin'];
}

export type PrepareOutput = PreparedImage;

export function prepareSource({ source, limits, origin }: PrepareInput, { signal }: TaskContext): Promise<PrepareOutput> {
  return prepareImage(source instanceof Blob ? source : { ...source, close: () => source.pixels.close() }, { limits, origin, signal });
}
