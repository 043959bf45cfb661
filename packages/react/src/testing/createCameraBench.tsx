import { createFakeCamera, type FakeCamera, type FakeCameraOptions, installFakeCamera } from '@stepframe/sandbox/testing';
import { render } from '@testing-library/react';
import { type ReactNode, StrictMode } from 'react';
import { vi } from 'vitest';
import { useCamera, type UseCameraOptions, type UseCameraResult } from '../camera/useCamera.ts';

export interface CameraBenchOptions extends Partial<UseCameraOptions> {
  /** Renders inside `StrictMode`. Default `false`. */
  readonly isStrict?: boolean;
  /** Whether there is a video to show it. Default `true`. */
  readonly hasVideo?: boolean;
}

export interface CameraBench {
  readonly fake: FakeCamera;
  /** What the hook gave last. */
  readonly hook: () => UseCameraResult;
  /** Every state it gave, in order, as in `interrupted waiting ended`. */
  readonly places: readonly string[];
  readonly rerender: (options?: CameraBenchOptions) => void;
  readonly unmount: () => void;
  /** Waits for a place that begins with these words. */
  readonly expectPlace: (place: string) => Promise<void>;
}

/** Short, so that a test waits for states rather than for time. */
export const quick = { answerMs: 600, firstFrameMs: 900, frozenMs: 450, returnMs: 600, retryMs: 30, settledMs: 60_000 };

function toPlace({ state }: UseCameraResult): string {
  const parts = [
    state.status,
    'step' in state && state.step,
    'cause' in state && state.cause,
    state.status === 'blocked' && state.error.code,
  ];
  return parts.filter(Boolean).join(' ');
}

const undo: (() => void)[] = [];

/** Ends what the benches of a test began. */
export function closeCameraBenches(): void {
  for (const step of undo.splice(0).toReversed()) step();
}

/** Puts a fake camera in front of the browser's until the benches are closed. */
export function installCamera(options: FakeCameraOptions = {}): FakeCamera {
  const fake = createFakeCamera({ widthPx: 320, heightPx: 180, ...options });
  const restore = installFakeCamera(fake);
  undo.push(() => {
    restore();
    fake.dispose();
  });
  return fake;
}

/** Mounts `useCamera` with a plain video in front of a fake camera. */
export function createCameraBench(camera: FakeCamera | FakeCameraOptions = {}, first: CameraBenchOptions = {}): CameraBench {
  const fake = 'getUserMedia' in camera ? camera : installCamera(camera);
  const places: string[] = [];
  let hook: UseCameraResult | undefined;

  function Stage({ hasVideo = true, ...options }: CameraBenchOptions): ReactNode {
    hook = useCamera({ facing: 'environment', timing: quick, storage: null, ...options });
    const place = toPlace(hook);
    if (places.at(-1) !== place) places.push(place);
    return hasVideo && <video ref={hook.port.videoRef} autoPlay muted playsInline />;
  }
  const toTree = (options: CameraBenchOptions) =>
    options.isStrict ? (
      <StrictMode>
        <Stage {...options} />
      </StrictMode>
    ) : (
      <Stage {...options} />
    );

  const { rerender, unmount } = render(toTree(first));
  undo.push(unmount);
  const read = () => {
    if (!hook) throw new Error('The hook has not been rendered.');
    return hook;
  };
  return {
    fake,
    hook: read,
    places,
    rerender: (options = {}) => rerender(toTree({ ...first, ...options })),
    unmount,
    expectPlace: (place) =>
      vi
        .waitUntil(() => toPlace(read()).startsWith(place), { timeout: 8_000, interval: 10 })
        .then(
          () => undefined,
          () => Promise.reject(new Error(`The camera was never "${place}", only: ${places.join(', ')}.`)),
        ),
  };
}
