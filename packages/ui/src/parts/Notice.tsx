import type { ReactNode } from 'react';
import { Icon } from '../icons/Icon.tsx';

export interface NoticeProps {
  readonly title?: string | undefined;
  readonly children: string;
}

/** What is in the way, told at once. */
export function Notice({ title, children }: NoticeProps): ReactNode {
  return (
    <div className="sf-notice" role="alert">
      <Icon name="alert" />
      <p className="sf-notice-words">
        {title && (
          <strong>
            <span>{title}</span>
          </strong>
        )}
        <span>{children}</span>
      </p>
    </div>
  );
}
