import { defaultImageLimits } from '@stepframe/core/capture';
import type { Side } from '@stepframe/react';
import type { ReactNode } from 'react';
import { Icon } from '../icons/Icon.tsx';
import { useMessages } from '../messages/useMessages.ts';
import { Announcer } from '../parts/Announcer.tsx';
import { Button } from '../parts/Button.tsx';
import { FileButton } from '../parts/FileButton.tsx';
import { Notice } from '../parts/Notice.tsx';
import { Screen } from '../parts/Screen.tsx';
import type { StepKind } from '../step/stepKind.ts';

export interface FileScreenProps {
  readonly kind: StepKind;
  readonly side: Side;
  readonly problem: string | null;
  readonly isBusy: boolean;
  readonly maxSourceBytes: number | undefined;
  readonly onFile: (file: File) => void;
  /** `null` where there is no camera. */
  readonly onCamera: (() => void) | null;
  readonly leaveLabel: string;
  /** Goes back, to the pictures that are there or to the instructions. */
  readonly onLeave: () => void;
}

/** Choosing a photo: equal in function to the camera. */
export function FileScreen(props: FileScreenProps): ReactNode {
  const { kind, side, problem, isBusy, maxSourceBytes = defaultImageLimits.maxSourceBytes, onFile, onCamera, leaveLabel, onLeave } = props;
  const t = useMessages();
  const limit = new Intl.NumberFormat('en', { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 }).format(
    maxSourceBytes / 1_000_000,
  );
  return (
    <Screen
      name="file"
      layout="centred"
      title={t('file.title', { side: t(`${kind}.${side}`) })}
      lead={t('file.lead', { limit })}
      figure={<span className="sf-badge">{isBusy ? <span className="sf-spinner" aria-hidden="true" /> : <Icon name="picture" />}</span>}
      actions={
        <>
          {/* They stay while a file is prepared, or the focus would fall to the page. */}
          <FileButton rank="primary" isBusy={isBusy} onFile={onFile}>
            {t(problem === null ? 'action.chooseFile' : 'action.chooseAnotherFile')}
          </FileButton>
          {onCamera && (
            <Button aria-disabled={isBusy} onClick={isBusy ? undefined : onCamera}>
              {t('action.useCamera')}
            </Button>
          )}
          <Button rank="quiet" aria-disabled={isBusy} onClick={isBusy ? undefined : onLeave}>
            {leaveLabel}
          </Button>
        </>
      }
    >
      {problem !== null && <Notice>{problem}</Notice>}
      <Announcer>{isBusy ? t('preparing') : ''}</Announcer>
    </Screen>
  );
}
