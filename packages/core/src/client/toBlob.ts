import type { PreparedImage } from '../contract/preparedImage.ts';

/** The bytes of a picture, prepared or plain. */
export function toBlob(image: PreparedImage | Blob): Blob {
  return image instanceof Blob ? image : image.blob;
}
