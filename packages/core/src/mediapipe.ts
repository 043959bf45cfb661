export type { FaceFinder } from './face/FaceFinder.ts';
export type { MediaPipeFaceFinderOptions } from './face/createMediaPipeFaceFinder.ts';
export { createMediaPipeFaceFinder } from './face/createMediaPipeFaceFinder.ts';
