import type { TakenPicture } from '@stepframe/react';
import { prepareImage } from '@stepframe/core/capture';
import { drawSpecimenFile } from '@stepframe/sandbox/testing';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { StrictMode } from 'react';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { PictureView } from './PictureView.tsx';

let picture: TakenPicture;
const styles = document.createElement('link');
beforeAll(async () => {
  picture = await prepareImage(await drawSpecimenFile({ kind: 'card-front' }));
  styles.rel = 'stylesheet';
  styles.href = new URL('../styles.css', import.meta.url).href;
  const isLoaded = new Promise((resolve) => styles.addEventListener('load', resolve));
  document.head.append(styles);
  await isLoaded;
});
afterEach(() => {
  cleanup();
  styles.disabled = false;
  document.dir = '';
  vi.restoreAllMocks();
});

/** Opened by keyboard alone. */
async function open() {
  render(<PictureView picture={picture} label="Your card" />, { wrapper: StrictMode });
  await userEvent.tab();
  const opener = screen.getByRole('button', { name: 'Enlarge: Your card' });
  expect(document.activeElement).toBe(opener);
  await userEvent.keyboard('{Enter}');
  const picked = screen.getByRole('button', { name: 'Your card' });
  const area = picked.parentElement ?? document.body;
  const image = picked.querySelector('canvas') ?? document.createElement('canvas');
  await waitFor(() => expect(image.offsetWidth).toBeGreaterThan(0));
  return { opener, picked, area, image };
}

describe('PictureZoom', () => {
  it('opens, moves and closes by keyboard, and gives the focus back', async () => {
    const { opener, picked, area } = await open();
    expect(document.activeElement).toBe(picked);
    const { scrollLeft } = area;
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    await waitFor(() => expect(area.scrollLeft).toBeGreaterThan(scrollLeft));
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(document.activeElement).toBe(opener);
  });

  it.each([
    ['left to right', 'ltr'],
    ['right to left', 'rtl'],
  ])('keeps the middle in the middle while it grows and shrinks, in a page from %s', async (_name, dir) => {
    document.dir = dir;
    const { area, image } = await open();
    const middle = () => [
      (area.scrollLeft + area.clientWidth / 2) / area.scrollWidth,
      (area.scrollTop + area.clientHeight / 2) / area.scrollHeight,
    ];
    area.scrollLeft = 40;
    const before = middle();
    const { offsetWidth: width } = image;
    await userEvent.keyboard('+');
    await waitFor(() => expect(image.offsetWidth / width).toBeCloseTo(1.5, 1));
    expect(middle()).toEqual(before.map((share) => expect.closeTo(share, 2)));
    await userEvent.keyboard('-');
    await waitFor(() => expect(image.offsetWidth).toBe(width));
    expect(middle()).toEqual(before.map((share) => expect.closeTo(share, 2)));
  });

  it('grows where it is pressed, and is whole again after the largest', async () => {
    const { picked, area, image } = await open();
    const sides = () => [image.offsetWidth, image.offsetHeight];
    await userEvent.click(picked, { position: { x: image.offsetWidth * 0.3, y: image.offsetHeight * 0.3 } });
    await waitFor(() => expect(area.scrollWidth).toBeGreaterThan(area.clientWidth * 1.5));
    expect((area.scrollLeft + area.clientWidth / 2) / area.scrollWidth).toBeCloseTo(0.3, 1);
    for (let press = 0; press < 9 && image.offsetWidth > area.clientWidth; press += 1) await userEvent.keyboard('{Enter}');
    expect(sides()).toEqual([Math.min(area.clientWidth, sides()[0] ?? 0), Math.min(area.clientHeight, sides()[1] ?? 0)]);
  });

  it('shows the picture without a stylesheet', async () => {
    styles.disabled = true;
    const { image } = await open();
    expect(image.offsetWidth).toBeGreaterThan(innerWidth * 0.5);
  });

  it('needs no address for the picture, and lets go of what was decoded for it', async () => {
    const addressed = vi.spyOn(URL, 'createObjectURL');
    const decoded = vi.spyOn(globalThis, 'createImageBitmap');
    await open();
    // Under review and enlarged, each twice under StrictMode.
    expect(decoded).toHaveBeenCalledTimes(4);
    const bitmaps = await Promise.all(decoded.mock.results.map(({ value }) => value as Promise<ImageBitmap>));
    cleanup();
    // What is closed, or handed over, has no size any more.
    await waitFor(() => expect(bitmaps.map(({ width }) => width)).toEqual([0, 0, 0, 0]));
    expect(addressed).not.toHaveBeenCalled();
  });

  it('keeps the focus inside until it is closed by its button', async () => {
    const { opener } = await open();
    const names: (string | undefined)[] = [];
    for (let press = 0; press < 3; press += 1) {
      await userEvent.tab();
      names.push(document.activeElement?.textContent ?? undefined);
    }
    expect(names).toEqual(['Smaller', 'Larger', 'Close']);
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(document.activeElement).toBe(opener);
  });
});
