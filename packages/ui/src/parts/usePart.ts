import {
  cloneElement,
  type ComponentPropsWithoutRef,
  type ComponentRef,
  createElement,
  type CSSProperties,
  type ForwardedRef,
  type ForwardRefExoticComponent,
  type JSX,
  type ReactElement,
  type RefAttributes,
  type RefObject,
  useCallback,
} from 'react';
import { toDataAttributes } from './toDataAttributes.ts';

type Tag = keyof JSX.IntrinsicElements;

/** What every part takes: all of its element's attributes and handlers, and these. */
export type PartProps<Of extends Tag, State> = Omit<ComponentPropsWithoutRef<Of>, 'className' | 'style'> & {
  /** Added to the part's own class. */
  readonly className?: string | ((state: State) => string | undefined) | undefined;
  /** Added to the part's own style. */
  readonly style?: CSSProperties | ((state: State) => CSSProperties | undefined) | undefined;
  /** Another element in place of the part's own: one that takes the part's props, or a function that makes one from props and state. */
  readonly render?: ReactElement<object> | ((props: ComponentPropsWithoutRef<Of>, state: State) => ReactElement) | undefined;
};

/** A component that is one element, whose state shows as `data-*` attributes. Its ref is the element. */
export type Part<Of extends Tag, State, Own = object> = ForwardRefExoticComponent<
  PartProps<Of, State> & Own & RefAttributes<ComponentRef<Of>>
>;

export interface PartOptions<Of extends Tag, State> {
  readonly state: State;
  /** What the part itself puts on its element. Its handlers come after the integrator's, and not at all when that prevents the default. */
  readonly own: ComponentPropsWithoutRef<Of> & { readonly [data: `data-${string}`]: unknown };
  /** What the integrator gave, without what is meant for the part alone. */
  readonly props: PartProps<Of, State>;
  readonly ref: ForwardedRef<ComponentRef<Of>>;
  /** The part's own look at its element. */
  readonly ownRef?: RefObject<ComponentRef<Of> | null>;
}

type Handler = (event: { readonly defaultPrevented: boolean }) => void;
type Props = Record<string, unknown>;

/** The element of a part: its own attributes and those of the integrator in one. */
export function usePart<Of extends Tag, State extends object>(tag: Of, options: PartOptions<Of, State>): ReactElement {
  const { state, own, props, ref, ownRef } = options;
  const attach = useCallback(
    (element: ComponentRef<Of> | null) => {
      hold(ownRef, element);
      hold(ref, element);
    },
    [ref, ownRef],
  );
  const { className, style, render, ...given } = props;
  const merged: Props = { ...toDataAttributes(state), ...(own as Props) };
  for (const [name, value] of Object.entries(given)) {
    if (value !== undefined) merged[name] = isHandler(name, value, merged[name]) ? chain(value, merged[name]) : value;
  }
  const classes = [own.className, typeof className === 'function' ? className(state) : className].filter(Boolean);
  if (classes.length > 0) merged['className'] = classes.join(' ');
  const styles = typeof style === 'function' ? style(state) : style;
  if (styles) merged['style'] = { ...own.style, ...styles };
  merged['ref'] = attach;
  if (typeof render === 'function') return render(merged as ComponentPropsWithoutRef<Of>, state);
  return render ? cloneElement(render, merge(merged, render.props as Props)) : createElement(tag, merged);
}

/** What an element given in place of the part's own has, and the part's own classes before its. */
function merge(own: Props, given: Props): Props {
  const className = [own['className'], given['className']].filter(Boolean).join(' ');
  return { ...own, ...given, ...(className && { className }) };
}

function hold<Held>(ref: ForwardedRef<Held> | undefined, element: Held | null): void {
  if (typeof ref === 'function') ref(element);
  else if (ref) ref.current = element;
}

function isHandler(name: string, value: unknown, own: unknown): value is Handler {
  return /^on[A-Z]/.test(name) && typeof value === 'function' && typeof own === 'function';
}

function chain(theirs: Handler, own: unknown): Handler {
  return (event) => {
    theirs(event);
    if (!event.defaultPrevented) (own as Handler)(event);
  };
}
