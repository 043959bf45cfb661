import { isStepframeError } from '../../packages/core/src/errors/StepframeError.ts';
import { prepareImage } from '../../packages/core/src/image/prepareImage.ts';

/** What became of a file in the browser. */
export type TrickyOutcome =
  | { readonly status: 'prepared'; readonly widthPx: number; readonly heightPx: number; readonly base64: string; readonly ms: number }
  | { readonly status: 'refused'; readonly code: string; readonly ms: number };

async function prepareFile(path: string, type: string, minEdgePx: number): Promise<TrickyOutcome> {
  const bytes = await (await fetch(path)).arrayBuffer();
  const file = new File([bytes], path.split('/').at(-1) ?? '', { type });
  const began = performance.now();
  try {
    const { blob, widthPx, heightPx } = await prepareImage(file, { limits: { minEdgePx } });
    const ms = performance.now() - began;
    const url = await new Promise<string>((done, fail) => {
      const reader = new FileReader();
      reader.addEventListener('load', () => done(String(reader.result)));
      reader.addEventListener('error', () => fail(new Error('The prepared picture cannot be read.')));
      reader.readAsDataURL(blob);
    });
    return { status: 'prepared', widthPx, heightPx, base64: url.slice(url.indexOf(',') + 1), ms };
  } catch (error) {
    const ms = performance.now() - began;
    return { status: 'refused', code: isStepframeError(error) ? error.code : `no code: ${String(error)}`, ms };
  }
}

declare global {
  interface Window {
    prepareFile: typeof prepareFile;
  }
}

window.prepareFile = prepareFile;
