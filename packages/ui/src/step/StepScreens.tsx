'use client';

import type { ReactNode } from 'react';
import { Actions } from '../actions/Actions.tsx';
import { useMessages } from '../messages/useMessages.ts';
import { DropArea } from '../parts/DropArea.tsx';
import { Figure } from '../parts/Figure.tsx';
import { InAppNotice } from '../parts/InAppNotice.tsx';
import { Lead } from '../parts/Lead.tsx';
import { Notice } from '../parts/Notice.tsx';
import { PermissionNote } from '../parts/PermissionNote.tsx';
import { Progress } from '../parts/Progress.tsx';
import { ProgressNote } from '../parts/ProgressNote.tsx';
import { Review } from '../parts/Review.tsx';
import { Screen } from '../parts/Screen.tsx';
import { Tips } from '../parts/Tips.tsx';
import { Title } from '../parts/Title.tsx';
import { LazyCamera } from './LazyCamera.tsx';
import { useStep } from './StepContext.ts';

export interface StepScreensProps {
  /** Screens that stand elsewhere, in a layout of the integrator's own. Default: none. */
  readonly except?: readonly string[] | undefined;
}

const none: readonly string[] = [];

/** Every screen of a step, as `<IdDocumentStep>` and its likes show them: put together from the parts alone. */
export function StepScreens({ except = none }: StepScreensProps): ReactNode {
  const { screen } = useStep();
  return (
    <>
      {!except.includes('camera') && <LazyCamera />}
      {/* Anew with each screen, so that it comes in and its title takes the focus. */}
      {!except.includes(screen.name) && <DueScreen key={toKey(screen)} />}
    </>
  );
}

function DueScreen(): ReactNode {
  return (
    <Screen>
      <Figure />
      <Title />
      <Lead />
      <Content />
      <Actions />
    </Screen>
  );
}

/** What stands between the words of a screen and what can be done. */
function Content(): ReactNode {
  const t = useMessages();
  const { screen } = useStep();
  switch (screen.name) {
    case 'instructions':
      return (
        <>
          <InAppNotice />
          <Tips />
          <PermissionNote />
        </>
      );
    case 'file': {
      const problem = screen.capture.status === 'taking' ? screen.capture.problem : null;
      return (
        <>
          {problem && <Notice>{t.error(problem)}</Notice>}
          <DropArea />
        </>
      );
    }
    case 'review':
      return <Review />;
    case 'uploading':
      return (
        <>
          <Progress />
          <ProgressNote />
        </>
      );
    default:
      return null;
  }
}

/** Another side is another screen. */
function toKey(screen: ReturnType<typeof useStep>['screen']): string {
  return screen.name === 'file' || screen.name === 'review' ? `${screen.name} ${screen.capture.side}` : screen.name;
}
