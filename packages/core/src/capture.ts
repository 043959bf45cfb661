export type { PreparedImage, Preparation } from './contract/preparedImage.ts';
export type { CameraErrorCode } from './errors/CameraError.ts';
export { CameraError } from './errors/CameraError.ts';
export type { ImageErrorCode, ImageErrorDetails } from './errors/ImageError.ts';
export { ImageError } from './errors/ImageError.ts';
