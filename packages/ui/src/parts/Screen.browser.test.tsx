import { cleanup, render } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { Screen } from './Screen.tsx';

beforeAll(async () => {
  const styles = document.createElement('link');
  styles.rel = 'stylesheet';
  styles.href = new URL('../styles.css', import.meta.url).href;
  const isLoaded = new Promise((resolve) => styles.addEventListener('load', resolve));
  document.head.append(styles);
  await isLoaded;
});
afterEach(cleanup);

describe('Screen', () => {
  it.each([
    ['upright', 360, 640],
    ['on its side', 844, 390],
    ['wide', 1280, 800],
  ])('shows nothing of a screen that is hidden, on a phone or page that is %s', async (_name, width, height) => {
    await page.viewport(width, height);
    const { container } = render(
      <section className="sf-step">
        {['camera', 'review'].map((name) => (
          <Screen key={name} name={name} title={name} isHidden />
        ))}
      </section>,
    );
    const heights = [...container.querySelectorAll('.sf-screen')].map((screen) => screen.getBoundingClientRect().height);
    expect(heights).toEqual([0, 0]);
  });
});
