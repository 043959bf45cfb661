import type { CameraError } from '@stepframe/core/capture';
import type { ReactNode } from 'react';
import { Icon } from '../icons/Icon.tsx';
import { Illustration } from '../icons/Illustration.tsx';
import { useMessages } from '../messages/useMessages.ts';
import { Button } from '../parts/Button.tsx';
import { FileButton } from '../parts/FileButton.tsx';
import { Screen } from '../parts/Screen.tsx';
import type { StepKind } from '../step/stepKind.ts';

export interface InstructionsScreenProps {
  readonly kind: StepKind;
  /** Why there is no camera here, known without asking; `null` when it may be tried. */
  readonly noCamera: CameraError | null;
  readonly onCamera: () => void;
  readonly onFile: (file: File) => void;
}

/** What to have at hand and how to hold it, before the browser asks for the camera. */
export function InstructionsScreen({ kind, noCamera, onCamera, onFile }: InstructionsScreenProps): ReactNode {
  const t = useMessages();
  const tips = [t(`${kind}.tip.1`), t(`${kind}.tip.2`), t(`${kind}.tip.3`)];
  return (
    <Screen
      name="instructions"
      title={t(`${kind}.title`)}
      lead={t(`${kind}.lead`)}
      figure={<Illustration kind={kind} />}
      actions={
        <>
          {!noCamera && (
            <Button rank="primary" onClick={onCamera}>
              {t('action.openCamera')}
            </Button>
          )}
          <FileButton rank={noCamera ? 'primary' : 'secondary'} onFile={onFile}>
            {t('action.chooseFile')}
          </FileButton>
        </>
      }
    >
      <ul className="sf-tips">
        {tips.map((tip) => (
          <li key={tip}>
            <Icon name="check" />
            <span>{tip}</span>
          </li>
        ))}
      </ul>
      <p className="sf-note">
        <span>{noCamera ? t.error(noCamera) : t('instructions.permission')}</span>
      </p>
    </Screen>
  );
}
