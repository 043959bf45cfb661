import type { AxiosProgressEvent } from 'axios';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createUploadWatch } from './createUploadWatch.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** An upload as browsers report it: `total` is 0 where the browser keeps what it knows to itself. */
function upload() {
  const shares: number[] = [];
  const watch = createUploadWatch((share) => shares.push(share));
  const target = new EventTarget();
  const total = 1_000;
  return {
    shares,
    request: { upload: target },
    watch,
    report: (loaded: number) =>
      watch.onUploadProgress({ loaded, total, progress: loaded / total, event: { target } } as unknown as AxiosProgressEvent),
    fail: (loaded: number, of: number) => target.dispatchEvent(Object.assign(new Event('error'), { loaded, total: of })),
  };
}

describe('createUploadWatch', () => {
  it.each([
    [344, false],
    [1_000, true],
  ])('believes an error that says how much had left: %d of 1000', (loaded, mayBeWhole) => {
    const { watch, report, fail, request } = upload();
    report(300);
    fail(loaded, 1_000);
    expect(watch.mayBeWhole(request)).toBe(mayBeWhole);
  });

  it('takes a break right after a report for one in which the rest may have left, unless the error says otherwise', () => {
    const { watch, report, fail, request } = upload();
    report(300);
    vi.advanceTimersByTime(999);
    fail(0, 0);
    expect(watch.mayBeWhole(request)).toBe(true);
    vi.advanceTimersByTime(1);
    expect(watch.mayBeWhole(request)).toBe(false);
  });

  it('takes no silence for proof once all has left', () => {
    const { watch, report, fail, request } = upload();
    report(1_000);
    vi.advanceTimersByTime(60_000);
    fail(0, 0);
    expect(watch.mayBeWhole(request)).toBe(true);
  });

  it('knows nothing where nothing was reported, as Firefox does not of a small body', () => {
    const { watch, request } = upload();
    expect(watch.mayBeWhole(request)).toBe(true);
  });

  it('knows that nothing has left where Chromium reported nothing, and not of any other way to send', () => {
    vi.stubGlobal('navigator', { onLine: true, userAgentData: {} });
    const { watch, request } = upload();
    expect(watch.mayBeWhole(request)).toBe(false);
    expect(watch.mayBeWhole(null)).toBe(true);
    expect(watch.mayBeWhole(undefined)).toBe(true);
    vi.stubGlobal('navigator', { onLine: true, userAgentData: {}, serviceWorker: { controller: {} } });
    expect(upload().watch.mayBeWhole(request)).toBe(true);
  });

  it('knows that nothing has left without a network', () => {
    vi.stubGlobal('navigator', { onLine: false });
    expect(upload().watch.mayBeWhole(undefined)).toBe(false);
    const { watch, report, request } = upload();
    report(1_000);
    expect(watch.mayBeWhole(request)).toBe(true);
  });

  it('believes reports that come from no browser, and passes them on', () => {
    const { watch, shares } = upload();
    const tell = (progress?: number) => watch.onUploadProgress({ progress } as unknown as AxiosProgressEvent);
    tell(0.4);
    expect(watch.mayBeWhole(undefined)).toBe(false);
    tell(1);
    expect(watch.mayBeWhole(undefined)).toBe(true);
    tell();
    expect(watch.mayBeWhole(undefined)).toBe(true);
    expect(shares).toEqual([0.4, 1, 0]);
  });
});
