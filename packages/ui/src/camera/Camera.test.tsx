import type { FrameGuidance, UseCameraResult } from '@stepframe/react';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { en } from '../messages/en.ts';
import { ActedContext } from '../parts/ActedContext.ts';
import { createCamera, quietGuide } from '../testing/createCameraParts.ts';
import { StepStage } from '../testing/StepStage.tsx';
import { Camera } from './Camera.tsx';

let guide: FrameGuidance;
let camera: UseCameraResult;
vi.mock('@stepframe/react', async (importOriginal) => ({
  ...(await importOriginal<typeof import('@stepframe/react')>()),
  useCamera: () => camera,
  useFrameGuidance: () => guide,
}));

const acted = { current: true };
const shutter = () => screen.getByRole('button', { name: en['action.takePicture'] });
const shown = () => document.querySelector('.sf-hint')?.textContent?.trim();
/** What a screen reader was told last. */
const told = () => screen.getAllByRole('status')[0]?.textContent;

function mount(first: Partial<FrameGuidance> = {}) {
  guide = { ...guide, ...first };
  const element = () => (
    <ActedContext.Provider value={acted}>
      <StepStage>
        <Camera />
      </StepStage>
    </ActedContext.Provider>
  );
  const { rerender } = render(element());
  return (next: Partial<FrameGuidance>) => {
    guide = { ...guide, ...next };
    rerender(element());
  };
}

beforeEach(() => {
  vi.useFakeTimers();
  camera = createCamera();
  guide = quietGuide;
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('Camera', () => {
  it('says in one sentence what to mend, and that pressing again takes the picture once that is so', () => {
    const see = mount({ hint: 'glare', announced: 'dark', refused: { triesLeft: 1 } });
    expect(shown()).toBe('Tilt to lose the glare, then press again.');
    see({ refused: { triesLeft: 0 } });
    expect(shown()).toBe('Tilt to lose the glare – pressing again takes it anyway.');
    expect(told()).toBe(shown());
    see({ refused: null, hint: 'dark' });
    expect(shown()).toBe(en['hint.dark']);
  });

  it('tells a refusal at once, and a second one again', () => {
    const see = mount({ hint: 'glare', refused: { triesLeft: 3 } });
    const first = told();
    expect(first?.trim()).toBe('Tilt to lose the glare, then press again.');
    see({ refused: { triesLeft: 2 } });
    expect(told()?.trim()).toBe(first?.trim());
    expect(told()).not.toBe(first);
  });

  it('shows and tells that a press is looked at when that takes a while, keeps the focus, and takes no second press', async () => {
    const settle: (() => void)[] = [];
    const takeNow = vi.fn<() => Promise<void>>(async () => new Promise((resolve) => settle.push(resolve)));
    mount({ takeNow });
    shutter().focus();
    fireEvent.click(shutter());
    act(() => vi.advanceTimersByTime(149));
    expect([shutter().ariaBusy, shown()]).toEqual(['false', en['document.hint.front']]);
    act(() => vi.advanceTimersByTime(1));
    expect([shutter().ariaBusy, shown(), told()]).toEqual(['true', en['camera.checking'], en['camera.checking']]);
    expect(document.activeElement).toBe(shutter());
    fireEvent.click(shutter());
    expect(takeNow).toHaveBeenCalledOnce();
    await act(async () => settle.forEach((resolve) => resolve()));
    expect([shutter().ariaBusy, shown()]).toEqual(['false', en['document.hint.front']]);
    fireEvent.click(shutter());
    expect(takeNow).toHaveBeenCalledTimes(2);
  });

  it.each([
    ['to the shutter from a button that is gone', en['action.tryAgain'], en['action.takePicture']],
    ['nowhere from a button that stays', 'Back', 'Back'],
  ])('hands the focus on %s, when the picture is back', (_name, before, after) => {
    const live = camera;
    camera = { ...live, state: { status: 'interrupted', step: 'waiting', cause: 'muted', triesLeft: 4 } };
    const see = mount();
    screen.getByRole('button', { name: before }).focus();
    camera = live;
    see({});
    act(() => vi.runAllTimers());
    expect(document.activeElement).toBe(screen.getByRole('button', { name: after }));
  });
});
