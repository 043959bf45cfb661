import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { createRef, forwardRef, type MouseEvent, type ReactElement, useRef } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Part, usePart } from './usePart.ts';

afterEach(cleanup);

interface LampState {
  readonly isOn: boolean;
}

const onOwnClick = vi.fn<() => void>();
const Lamp: Part<'button', LampState, { readonly isOn?: boolean }> = forwardRef(function Lamp({ isOn = true, ...props }, ref) {
  const ownRef = useRef<HTMLButtonElement>(null);
  const own = { type: 'button', className: 'lamp', style: { color: 'red', top: 1 }, title: 'own', onClick: onOwnClick } as const;
  return usePart('button', { state: { isOn }, own: { ...own, children: 'Own words' }, props, ref, ownRef });
});
const lamp = () => screen.getByRole('button');

describe('a part', () => {
  it('is one element, with its state as attributes', () => {
    const { container } = render(<Lamp />);
    expect(container.children).toHaveLength(1);
    const { tagName, className, title, textContent, dataset } = lamp();
    expect({ tagName, className, title, textContent }).toEqual({
      tagName: 'BUTTON',
      className: 'lamp',
      title: 'own',
      textContent: 'Own words',
    });
    expect({ ...dataset }).toEqual({ on: '' });
  });

  it('takes attributes, class and style, also as functions of its state', () => {
    const { rerender } = render(<Lamp className="mine" style={{ top: 2 }} title="mine" data-more="x" />);
    expect([lamp().className, lamp().getAttribute('style'), lamp().title]).toEqual(['lamp mine', 'color: red; top: 2px;', 'mine']);
    expect(lamp().dataset['more']).toBe('x');
    rerender(<Lamp isOn={false} className={({ isOn }) => (isOn ? 'lit' : 'out')} style={({ isOn }) => ({ opacity: isOn ? 1 : 0 })} />);
    expect([lamp().className, lamp().style.opacity, 'on' in lamp().dataset]).toEqual(['lamp out', '0', false]);
  });

  it('keeps its own words and attributes where others are undefined', () => {
    render(<Lamp title={undefined}>{undefined}</Lamp>);
    expect([lamp().title, lamp().textContent]).toEqual(['own', 'Own words']);
  });

  it('hands the element to a ref, once', () => {
    const seen: (HTMLElement | null)[] = [];
    const hold = (element: HTMLElement | null) => void seen.push(element);
    const { rerender, unmount } = render(<Lamp ref={hold} />);
    const first = lamp();
    rerender(<Lamp ref={hold} title="again" />);
    expect(seen).toEqual([first]);
    const ref = createRef<HTMLButtonElement>();
    rerender(<Lamp ref={ref} />);
    expect([seen.at(-1), ref.current]).toEqual([null, first]);
    unmount();
    expect(ref.current).toBeNull();
  });

  it('lets the integrator’s handler come first, and stop its own', () => {
    const order: string[] = [];
    onOwnClick.mockImplementation(() => void order.push('own'));
    const { rerender } = render(<Lamp onClick={() => order.push('theirs')} />);
    fireEvent.click(lamp());
    expect(order).toEqual(['theirs', 'own']);
    rerender(<Lamp onClick={(event: MouseEvent) => event.preventDefault()} />);
    fireEvent.click(lamp());
    expect(order).toEqual(['theirs', 'own']);
  });

  it('can be another element, given as one or made by a function', () => {
    const { rerender } = render(<Lamp render={<div className="host" />}>Words</Lamp>);
    const made = screen.getByText('Words');
    expect([made.tagName, made.className, made.dataset['on']]).toEqual(['DIV', 'lamp host', '']);
    const toField = ({ title }: { readonly title?: string | undefined }, { isOn }: LampState): ReactElement => (
      <input aria-label={title} defaultValue={String(isOn)} />
    );
    rerender(<Lamp isOn={false} render={toField} />);
    expect(screen.getByRole('textbox', { name: 'own' })).toHaveProperty('value', 'false');
  });
});
