import { forwardRef, type ReactNode } from 'react';
import { Icon } from '../icons/Icon.tsx';
import { type Part, usePart } from './usePart.ts';

export interface NoticeOwnProps {
  readonly title?: string | undefined;
  /** What the words say, and what can be done about it. */
  readonly actions?: ReactNode;
  /** `info` is there from the beginning and interrupts nobody. Default `alert`. */
  readonly kind?: 'alert' | 'info' | undefined;
}

/** What is in the way, told at once. */
export const Notice: Part<'div', object, NoticeOwnProps> = forwardRef(function Notice(props, ref) {
  const { title, actions, kind = 'alert', children, ...rest } = props;
  return usePart('div', {
    state: {},
    own: {
      className: 'sf-notice',
      role: kind === 'alert' ? 'alert' : undefined,
      children: (
        <>
          <Icon name="alert" />
          <div className="sf-notice-words">
            {title && (
              <strong>
                <span>{title}</span>
              </strong>
            )}
            <span>{children}</span>
            {actions}
          </div>
        </>
      ),
    },
    props: rest,
    ref,
  });
});
