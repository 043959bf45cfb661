'use client';

import { checkCameraSupport } from '@stepframe/core/capture';
import { type CaptureSource, type Side, type StepScreen, type StepSides, useCaptureStep } from '@stepframe/react';
import { type ForwardedRef, forwardRef, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { MessagesProvider } from '../messages/MessagesProvider.tsx';
import { useMessages } from '../messages/useMessages.ts';
import { useScreenWords } from '../messages/useScreenWords.ts';
import { ActedContext } from '../parts/ActedContext.ts';
import { Announcer } from '../parts/Announcer.tsx';
import { StepPicturesContext } from '../parts/StepPicturesContext.ts';
import { type Part, type PartProps, usePart } from '../parts/usePart.ts';
import { useShownFromTop } from '../parts/useShownFromTop.ts';
import { StepContext, type StepContextValue } from './StepContext.ts';
import type { StepKind, StepLook } from './stepKind.ts';
import type { StepProps } from './StepProps.ts';
import { useDoubleTapGuard } from './useDoubleTapGuard.ts';
import { useVerdictEvent } from './useVerdictEvent.ts';

export interface StepRootState {
  readonly kind: StepKind;
  /** Name of the screen that is due. */
  readonly screen: StepScreen['name'];
}

/** What the root of any step takes. */
export type RootProps = StepProps & Pick<StepSides, 'sides' | 'submitSides'>;

type RootedProps = PartProps<'section', StepRootState> &
  Omit<RootProps, 'messages'> &
  StepLook & { readonly given: ForwardedRef<HTMLElement> };

const oneSide: readonly Side[] = ['front'];
const bothSides: readonly Side[] = ['front', 'back'];

/** A step, from its instructions to its verdict: holds its state for the parts inside, and shows nothing by itself. */
export const StepRoot: Part<'section', StepRootState, RootProps & StepLook> = forwardRef(function StepRoot({ messages, ...props }, ref) {
  return (
    <MessagesProvider messages={messages}>
      <Rooted {...props} given={ref} />
    </MessagesProvider>
  );
});

function Rooted({ given, children, ...props }: RootedProps): ReactNode {
  const { stepId, sides, submitSides, isOptional, limits, decoders, additionalData, captureFacts, ...shown } = props;
  const { kind, subject, onVerdict, onScreen, onContinue, onSignIn, video, fullScreen, autoCapture, guidance, gate, faceFinder, ...rest } =
    shown;
  const t = useMessages();
  const settings = useMemo(() => ({ limits, decoders }), [limits, decoders]);
  const asked = { sides: sides === 2 ? bothSides : oneSide, submitSides, isOptional, additionalData, captureFacts };
  const { screen, capture, step, send } = useCaptureStep(stepId, { ...asked, ...settings });
  useVerdictEvent(step, onVerdict);
  const screenName = screen.name;
  useEffect(() => onScreen?.(screenName), [screenName, onScreen]);

  // The pictures are gone by the time they are rejected, but not the way they came.
  const [lastSource, setLastSource] = useState<CaptureSource>('camera');
  if (capture.status !== 'idle' && capture.source !== lastSource) setLastSource(capture.source);
  const noCamera = useMemo(() => checkCameraSupport(), []);
  const hasPictures = capture.status !== 'idle' && Object.keys(capture.pictures).length > 0;
  const words = useScreenWords({ screen, kind, hasPictures, hasContinue: onContinue !== undefined, settings });
  const guided = { video, fullScreen, autoCapture, guidance, gate, faceFinder };
  const seen = { kind, subject, screen, words, noCamera, lastSource, onContinue, onSignIn };
  const value = toStepContext({ ...seen, capture, step, send, guidance: guided });

  // In a flow the person may have come here by a button of the step before.
  const acted = useRef(useContext(ActedContext).current);
  const act = () => {
    acted.current = true;
  };
  const stopDoubleTap = useDoubleTapGuard(screenName);
  const section = useRef<HTMLElement>(null);
  useShownFromTop(section, screenName, acted);
  const element = usePart('section', {
    state: { kind, screen: screenName },
    own: {
      className: 'sf-step',
      lang: t('language'),
      dir: t.messages.direction,
      // Both: Safari does not focus a button that is clicked. They only watch, so no role is due.
      onFocus: act,
      onClickCapture(event) {
        act();
        stopDoubleTap(event);
      },
      children: (
        <>
          {children}
          <Announcer>{words.announcement}</Announcer>
        </>
      ),
    },
    props: rest,
    ref: given,
    ownRef: section,
  });
  return (
    <StepPicturesContext.Provider value={settings}>
      <ActedContext.Provider value={acted}>
        <StepContext.Provider value={value}>{element}</StepContext.Provider>
      </ActedContext.Provider>
    </StepPicturesContext.Provider>
  );
}

/** Adds what can be done from wherever the step is. */
function toStepContext(known: Omit<StepContextValue, 'skip' | 'openCamera' | 'chooseFile' | 'retake' | 'replace'>): StepContextValue {
  const { capture, step, noCamera } = known;
  const chooseFile = (file: File) => {
    capture.begin('file');
    capture.take(file);
  };
  return {
    ...known,
    chooseFile,
    skip: 'skip' in step ? step.skip : undefined,
    openCamera: noCamera ? null : () => capture.begin('camera'),
    retake: noCamera
      ? null
      : (side) => {
          capture.retake(side);
          capture.begin('camera');
        },
    replace(side, file) {
      capture.retake(side);
      chooseFile(file);
    },
  };
}
