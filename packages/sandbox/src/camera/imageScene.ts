import type { SceneDrawing } from './FakeCamera.ts';

export interface ImageSceneOptions {
  /** `cover` fills the frame and cuts what is over; `contain` shows all of it on black. `cover` by default. */
  readonly fit?: 'cover' | 'contain';
  /** To load an address with; the page's own by default. */
  readonly fetch?: (address: string) => Promise<Response>;
}

/** A scene that holds a decoded picture: close it when done. A closed one draws black. */
export type ImageScene = SceneDrawing & { readonly close: () => void };

/**
 * Makes a scene of a picture, so that a test can hold a photograph in front of the camera. EXIF orientation is applied.
 *
 * @param source a blob, or an address to load it from.
 * @throws TypeError when the address cannot be loaded; DOMException `InvalidStateError` when it is not a picture.
 */
export async function imageScene(source: Blob | string, options: ImageSceneOptions = {}): Promise<ImageScene> {
  const { fit = 'cover', fetch = (address) => globalThis.fetch(address) } = options;
  const bitmap = await createImageBitmap(typeof source === 'string' ? await load(source, fetch) : source);
  let open = true;
  const draw: SceneDrawing = (context, { widthPx, heightPx }) => {
    context.fillStyle = '#000000';
    context.fillRect(0, 0, widthPx, heightPx);
    if (!open) return;
    const scales = [widthPx / bitmap.width, heightPx / bitmap.height] as const;
    const scale = fit === 'cover' ? Math.max(...scales) : Math.min(...scales);
    const width = bitmap.width * scale;
    const height = bitmap.height * scale;
    context.drawImage(bitmap, (widthPx - width) / 2, (heightPx - height) / 2, width, height);
  };
  const close = () => {
    open = false;
    bitmap.close();
  };
  return Object.assign(draw, { close });
}

async function load(address: string, fetch: (address: string) => Promise<Response>): Promise<Blob> {
  const response = await fetch(address);
  if (!response.ok) throw new TypeError(`The picture for the fake camera answered with status ${response.status}. Check its address.`);
  return response.blob();
}
