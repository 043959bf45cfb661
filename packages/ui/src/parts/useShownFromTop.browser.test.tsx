import { cleanup, render } from '@testing-library/react';
import { useRef } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { useShownFromTop } from './useShownFromTop.ts';

/** A tall page in which a tall screen gives way to another. */
function Page({ screen, hasActed = true }: { readonly screen: string; readonly hasActed?: boolean }) {
  const element = useRef<HTMLDivElement>(null);
  useShownFromTop(element, screen, useRef(hasActed));
  return (
    <div style={{ padding: '300px 0 3000px' }}>
      <div ref={element} style={{ height: screen === 'instructions' ? 2_000 : 200 }}>
        {screen}
      </div>
    </div>
  );
}

afterEach(() => {
  cleanup();
  window.scrollTo(0, 0);
});

describe('useShownFromTop', () => {
  it('brings a new screen into sight whose top is scrolled out of it', () => {
    const { rerender } = render(<Page screen="instructions" />);
    window.scrollTo(0, 1_500);
    rerender(<Page screen="review" />);
    expect(window.scrollY).toBe(300);
  });

  it.each([
    ['is in sight', 100, { screen: 'review' }],
    ['is the same as before', 1_500, { screen: 'instructions' }],
    ['comes without the person', 1_500, { screen: 'review', hasActed: false }],
  ])('leaves the page where it is when the screen %s', (_name, scrollY, next) => {
    const { rerender } = render(<Page {...next} screen="instructions" />);
    window.scrollTo(0, scrollY);
    rerender(<Page {...next} />);
    expect(window.scrollY).toBe(scrollY);
  });
});
