import { describe, expect, it } from 'vitest';
import { createAxiosAdapter } from './createAxiosAdapter.ts';
import { createSandbox } from './createSandbox.ts';
import { createTestImage } from './images/createTestImage.ts';

const api = 'https://sandbox.test/journey/v2';

describe('createSandbox, in a browser', () => {
  it('runs a whole journey without a server', async () => {
    const sandbox = createSandbox({ processingMs: 0, minPollMs: 0 });
    const authorization = `Basic ${btoa(`${sandbox.credentials.username}:${sandbox.credentials.password}`)}`;
    const post = async (path: string, body: BodyInit, headers: Record<string, string> = {}) => {
      const response = await sandbox.handle(new Request(api + path, { method: 'POST', body, headers: { authorization, ...headers } }));
      return (await response.json()) as Record<string, unknown>;
    };
    const json = { 'content-type': 'application/json' };
    const started = await post('/start-journey', JSON.stringify({ flow_id: 'approved', reference_no: 'r' }), json);
    const journeyId = String(started['journey_id']);

    const canvas = new OffscreenCanvas(1280, 720);
    canvas.getContext('2d')?.fillRect(0, 0, 100, 100);
    const form = new FormData();
    form.append('journey_id', journeyId);
    form.append('step_id', '0');
    form.append('image', await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 }), 'image.jpg');
    form.append('image2', await canvas.convertToBlob({ type: 'image/png' }), 'image2.png');
    expect(await post('/process-journey-step', form)).toMatchObject({ success: true });
    const facts = { widthPx: 1280, heightPx: 720, hasMetadata: false, hasGps: false, fault: null };
    expect(sandbox.submissions()).toMatchObject([
      { image: { type: 'image/jpeg', ...facts }, image2: { type: 'image/png', ...facts }, result: { accepted: true } },
    ]);

    const summary = await sandbox.handle(new Request(`${api}/summary/${journeyId}`, { headers: { authorization } }));
    expect(await summary.json()).toMatchObject({ step_summaries: [{ definition: { step_id: 0 }, result: { is_concluded: true } }] });
  });

  it('cuts an upload at a byte of it, and hands on another that it had to look into', async () => {
    const sandbox = createSandbox();
    const upload = async (journeyId: string) => {
      const shares: number[] = [];
      const form = new FormData();
      form.append('journey_id', journeyId);
      form.append('image', new Blob([new Uint8Array(100_000)]), 'image.jpg');
      const onUploadProgress = ({ progress }: { progress: number }) => shares.push(progress);
      const config = { method: 'post', url: `${api}/process-journey-step`, data: form, onUploadProgress };
      const ended = await createAxiosAdapter(sandbox.handle)(config).then(
        ({ status }) => status,
        ({ code }: { code: string }) => code,
      );
      return { ended, shares };
    };
    const fault = { at: { requestBytes: 25_000 }, effect: 'cut' } as const;
    sandbox.inject({ operation: 'processStep', journeyId: 'this', fault });
    expect(await upload('that')).toEqual({ ended: 401, shares: [1] });
    const { ended, shares } = await upload('this');
    expect([ended, shares.length]).toEqual(['ERR_NETWORK', 1]);
    // The form's own parts come on top of the picture.
    expect(shares[0]).toBeCloseTo(0.25, 2);
  });

  it.each(['image/jpeg', 'image/png'] as const)('makes test pictures of %s that a browser decodes and turns upright', async (type) => {
    const upright = await createImageBitmap(createTestImage({ type, widthPx: 641, heightPx: 479 }));
    expect([upright.width, upright.height]).toEqual([641, 479]);
    const turned = await createImageBitmap(createTestImage({ type, widthPx: 641, heightPx: 479, orientation: 6 }));
    expect([turned.width, turned.height]).toEqual([479, 641]);
  });
});
