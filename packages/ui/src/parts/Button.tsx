import type { ComponentProps, ReactNode } from 'react';
import { Icon, type IconName } from '../icons/Icon.tsx';

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'type'> {
  /** How much it stands out. Default `secondary`. */
  readonly rank?: 'primary' | 'secondary' | 'quiet';
  readonly icon?: IconName | undefined;
}

/** A button of at least 44 px; never a submit button, so a host's form is left alone. */
export function Button({ rank = 'secondary', icon, children, ...props }: ButtonProps): ReactNode {
  return (
    <button type="button" className="sf-button" data-rank={rank} {...props}>
      {icon && <Icon name={icon} />}
      {/* In an element of its own: page translation swaps text nodes, and React must not lose its place. */}
      <span>{children}</span>
    </button>
  );
}
