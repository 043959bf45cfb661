'use client';

import { type Side, useCaptureStep } from '@stepframe/react';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { en } from '../messages/en.ts';
import { MessagesContext } from '../messages/useMessages.ts';
import { ActedContext } from '../parts/ActedContext.ts';
import type { StepKind } from './stepKind.ts';
import type { StepProps } from './StepProps.ts';
import { StepScreens } from './StepScreens.tsx';
import { useDoubleTapGuard } from './useDoubleTapGuard.ts';
import { useVerdictEvent } from './useVerdictEvent.ts';

export interface StepViewProps extends StepProps {
  readonly kind: StepKind;
  readonly sides: readonly Side[];
}

/** A step from its instructions to its verdict, one screen at a time. */
export function StepView({ stepId, kind, sides, messages, onVerdict, onScreen, className, ...screens }: StepViewProps): ReactNode {
  const { step, ...captureStep } = useCaptureStep(stepId, { sides, limits: screens.limits });
  useVerdictEvent(step, onVerdict);
  const screenName = captureStep.screen.name;
  useEffect(() => onScreen?.(screenName), [screenName, onScreen]);
  const catalogue = useMemo(() => ({ ...en, ...messages }), [messages]);
  const acted = useRef(false);
  const act = () => {
    acted.current = true;
  };
  const stopDoubleTap = useDoubleTapGuard(screenName);
  return (
    <MessagesContext.Provider value={catalogue}>
      <ActedContext.Provider value={acted}>
        {/* Both: Safari does not focus a button that is clicked. They only watch, so no role is due. */}
        <section
          className={className ? `sf-step ${className}` : 'sf-step'}
          data-kind={kind}
          data-screen={screenName}
          onFocus={act}
          onClickCapture={(event) => {
            act();
            stopDoubleTap(event);
          }}
        >
          <StepScreens {...screens} {...captureStep} kind={kind} />
        </section>
      </ActedContext.Provider>
    </MessagesContext.Provider>
  );
}
