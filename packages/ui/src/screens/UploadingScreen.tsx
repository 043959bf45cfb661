import type { ReactNode } from 'react';
import { useMessages } from '../messages/useMessages.ts';
import { Icon } from '../icons/Icon.tsx';
import { Button } from '../parts/Button.tsx';
import { Screen } from '../parts/Screen.tsx';

export interface UploadingScreenProps {
  /** Share that has left, 0 to 1. */
  readonly progress: number;
  readonly onCancel: () => void;
}

/** How far the pictures are, and the way to stop. */
export function UploadingScreen({ progress, onCancel }: UploadingScreenProps): ReactNode {
  const t = useMessages();
  const percent = new Intl.NumberFormat('en', { style: 'percent' }).format(progress);
  return (
    <Screen
      name="uploading"
      layout="centred"
      title={t('uploading.title')}
      lead={t('uploading.lead')}
      figure={
        <span className="sf-badge">
          <Icon name="cloud" />
        </span>
      }
      actions={<Button onClick={onCancel}>{t('action.cancel')}</Button>}
    >
      <progress className="sf-progress" max={1} value={progress} aria-label={t('uploading.title')} />
      <p className="sf-note" aria-hidden="true">
        <span>{t('uploading.progress', { percent })}</span>
      </p>
    </Screen>
  );
}
