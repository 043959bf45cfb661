import { forwardRef } from 'react';
import { Icon, type IconName } from '../icons/Icon.tsx';
import { type Part, usePart } from './usePart.ts';

/** How much a button stands out. */
export interface ButtonState {
  readonly rank: 'primary' | 'secondary' | 'quiet';
}

export interface ButtonOwnProps {
  /** Default `secondary`. */
  readonly rank?: ButtonState['rank'] | undefined;
  readonly icon?: IconName | undefined;
}

/** A button of at least 44 px; never a submit button, so a host's form is left alone. */
export const Button: Part<'button', ButtonState, ButtonOwnProps> = forwardRef(function Button(props, ref) {
  const { rank = 'secondary', icon, children, ...rest } = props;
  return usePart('button', {
    state: { rank },
    own: {
      type: 'button',
      className: 'sf-button',
      children: (
        <>
          {icon && <Icon name={icon} />}
          {/* In an element of its own: page translation swaps text nodes, and React must not lose its place. */}
          <span>{children}</span>
        </>
      ),
    },
    props: rest,
    ref,
  });
});
