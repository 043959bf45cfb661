import { createLayer } from './createLayer.ts';
import type { Flaw } from './drawFlaw.ts';
import { drawScene, type SceneName } from './drawScene.ts';

export interface SpecimenFileOptions {
  readonly kind: SceneName;
  /** 1920 by default. */
  readonly widthPx?: number;
  /** 1080 by default. */
  readonly heightPx?: number;
  /** `image/jpeg` by default. A type the browser cannot write is an error, never a silent PNG. */
  readonly type?: 'image/jpeg' | 'image/png' | 'image/webp';
  /** For JPEG and WebP, 0 to 1. 0.9 by default. */
  readonly quality?: number;
  /** File name; `specimen-<kind>` with the type's extension by default. */
  readonly name?: string;
  readonly flaw?: Flaw;
}

/**
 * Draws a specimen as a file, for tests of a file chooser or a drop zone. It holds no metadata.
 *
 * @throws DOMException `NotSupportedError` when this browser cannot write the type (WebP in Safari).
 */
export async function drawSpecimenFile(options: SpecimenFileOptions): Promise<File> {
  const { kind, widthPx = 1920, heightPx = 1080, type = 'image/jpeg', quality = 0.9, flaw } = options;
  const { canvas, context } = createLayer(widthPx, heightPx);
  drawScene(context, { scene: kind, widthPx, heightPx, flaw });
  const blob = await canvas.convertToBlob({ type, quality });
  if (blob.type !== type)
    throw new DOMException(`This browser cannot write ${type}. Ask for image/jpeg or image/png.`, 'NotSupportedError');
  const extension = type === 'image/jpeg' ? 'jpg' : type.slice('image/'.length);
  return new File([blob], options.name ?? `specimen-${kind}.${extension}`, { type });
}
