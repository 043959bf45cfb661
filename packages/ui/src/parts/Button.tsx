import type { ComponentProps, ReactNode } from 'react';

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'type'> {
  /** How much it stands out. Default `secondary`. */
  readonly rank?: 'primary' | 'secondary' | 'quiet';
}

/** A button of at least 44 px; never a submit button, so a host's form is left alone. */
export function Button({ rank = 'secondary', children, ...props }: ButtonProps): ReactNode {
  return (
    <button type="button" className="sf-button" data-rank={rank} {...props}>
      {/* In an element of its own: page translation swaps text nodes, and React must not lose its place. */}
      <span>{children}</span>
    </button>
  );
}
