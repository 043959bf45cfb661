import { createJourney, type JourneyClient, type KeptPictures, type PictureVault } from '@stepframe/core';
import { createTestImage } from '@stepframe/sandbox';
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import type { Side } from '../capture/captureReducer.ts';
import { StepframeProvider } from '../StepframeProvider.tsx';
import { type Bench, createBench } from '../testing/createBench.tsx';
import { createPicture } from '../testing/createPicture.ts';
import { useCaptureStep } from './useCaptureStep.ts';

const key = new Uint8Array(32).fill(3);
const vaults: PictureVault[] = [];
const bothSides: readonly Side[] = ['front', 'back'];

afterEach(async () => {
  cleanup();
  for (const vault of vaults.splice(0)) await vault.clear();
});

const withKey = () => ({ pictureKey: async () => key });

/** The page as it is loaded: another owner of the same journey, and nothing of the page before but what was kept. */
function load({ client, journeyId }: Bench, more: Partial<JourneyClient> = {}, sides: readonly Side[] = bothSides) {
  const journey = createJourney({ client: { ...client, ...more }, journeyId });
  if (journey.vault) vaults.push(journey.vault);
  const { result, unmount } = renderHook(() => useCaptureStep('0', { sides }), {
    wrapper: ({ children }) => <StepframeProvider journey={journey}>{children}</StepframeProvider>,
  });
  return {
    vault: journey.vault,
    unmount,
    now: () => result.current,
    do: (action: (step: typeof result.current) => void) => act(async () => action(result.current)),
    reach: (screen: string) => vi.waitUntil(() => result.current.screen.name === screen, 20_000),
  };
}

/** What the vault holds of the step once it has settled. */
const readKept = (step: ReturnType<typeof load>): Promise<KeptPictures | null> => step.vault?.load('0') ?? Promise.resolve(null);

it('brings back the front while the back is being taken, and forgets both when they are let go', async () => {
  const bench = await createBench({ dress: withKey });
  const first = load(bench);
  await first.reach('instructions');
  await first.do(({ capture }) => capture.begin('file'));
  await first.do(({ capture }) => capture.take(createTestImage({ widthPx: 1000, heightPx: 700 })));
  await first.reach('review');
  await first.do(({ capture }) => capture.approve());
  expect(await readKept(first)).toMatchObject({ source: 'file', sent: null, front: { widthPx: 1000 } });
  first.unmount();

  const second = load(bench);
  await second.reach('review');
  expect(second.now().capture).toMatchObject({ status: 'reviewing', missing: 'back', pictures: { front: { widthPx: 1000 } } });
  await second.do(({ capture }) => capture.clear());
  await vi.waitFor(async () => expect(await readKept(second)).toBeNull());
});

it('sends what was sent before the reload under the same name, and says so', async () => {
  const bench = await createBench({ dress: withKey });
  const processStep = vi.fn<JourneyClient['processStep']>(bench.client.processStep);
  const { vault, unmount, reach } = load(bench);
  await reach('instructions');
  await vault?.save('0', { source: 'camera', sent: { key: 'name', standing: 'null' }, front: createPicture(901) });
  unmount();

  const again = load(bench, { processStep }, ['front']);
  await again.reach('review');
  await again.do(({ send }) => send());
  await again.reach('processing');
  expect(processStep.mock.calls.map(([, options]) => options)).toMatchObject([{ key: 'name', again: true }]);
  expect(bench.sandbox.submissions()).toMatchObject([{ image: { widthPx: 901 } }]);
  await vi.waitFor(async () => expect(await readKept(again)).toBeNull());
});

it('does not bring back what has arrived meanwhile', async () => {
  const bench = await createBench({ dress: withKey, flowId: 'rejected-cropped-then-approved', processingMs: 0 });
  const { vault, unmount, reach } = load(bench);
  await reach('instructions');
  const front = createPicture(902);
  await vault?.save('0', { source: 'camera', sent: { key: 'name', standing: 'null' }, front });
  unmount();
  await bench.client.processStep({ journeyId: bench.journeyId, stepId: '0', image: front });

  const again = load(bench);
  await again.reach('rejected');
  await vi.waitFor(async () => expect(await readKept(again)).toBeNull());
  expect(again.now().capture.status).toBe('idle');
});

it('keeps nothing where the client has no key for it', async () => {
  const bench = await createBench();
  const first = load(bench);
  await first.reach('instructions');
  expect(first.vault).toBeNull();
});
