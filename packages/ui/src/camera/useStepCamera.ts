'use client';

import { type CameraError, type Hint, toCameraError } from '@stepframe/core/capture';
import { type CaptureState, useCamera, useFrameGuidance } from '@stepframe/react';
import { useEffect, useState } from 'react';
import { useMessages } from '../messages/useMessages.ts';
import type { StepContextValue } from '../step/StepContext.ts';
import type { CameraContextValue } from './CameraContext.ts';
import { pageThresholds } from './pageThresholds.ts';
import { useBlocked } from './useBlocked.ts';
import { usePrompted } from './usePrompted.ts';
import { useLasting } from './useLasting.ts';

export type CameraStep = Pick<StepContextValue, 'kind' | 'subject' | 'guidance'> & {
  readonly capture: Exclude<CaptureState, { status: 'idle' }> & Pick<StepContextValue['capture'], 'take'>;
  /** The camera stays as it is, unseen, behind a review. */
  readonly isHidden: boolean;
  /** Whether the person wants good pictures to be taken by themselves, where that is offered. */
  readonly wantsAutomatic: boolean;
  readonly setWantsAutomatic: (isOn: boolean) => void;
};

/** A step's camera: what it sees, what is to be said of it, and the pictures that are taken by hand or by themselves. */
export function useStepCamera(step: CameraStep): CameraContextValue {
  const { kind, subject, guidance: settings, capture, isHidden, wantsAutomatic, setWantsAutomatic } = step;
  const { guidance, gate, faceFinder } = settings;
  const { side, pictures, take } = capture;
  // A face that nobody looks for is not taken by itself, so no switch promises it.
  const isBlind = subject === 'face' && !faceFinder;
  const offered = isBlind ? false : (settings.autoCapture ?? subject !== 'face');
  const isBusy = capture.status === 'preparing';
  const t = useMessages();
  const camera = useCamera({ facing: subject === 'face' ? 'user' : 'environment' });
  const { state } = camera;
  const blocked = useBlocked(camera);
  const isPrompted = usePrompted(state.status === 'opening' && state.step === 'asking');
  const [isAsked, setIsAsked] = useState(false);
  const [failure, setFailure] = useState<CameraError | null>(null);
  const isLive = state.status === 'live';
  const video = isLive ? state.video : null;
  const [ratio, setRatio] = useState(guessRatio);
  const liveRatio = isLive ? state.widthPx / state.heightPx : ratio;
  if (liveRatio !== ratio) setRatio(liveRatio);

  useEffect(() => {
    // The picture that was taken stands still while it is prepared, and behind the review.
    if (isBusy || isHidden) video?.pause();
    else void video?.play().catch(() => undefined);
  }, [video, isBusy, isHidden]);

  const guide = useFrameGuidance({
    video: isBusy || isHidden ? null : video,
    subject: subject === 'face' ? 'face' : 'document',
    shot: side,
    thresholds: subject === 'page' ? { ...pageThresholds, ...guidance } : guidance,
    autoCapture: wantsAutomatic && offered,
    gate,
    faceFinder,
    onCapture: take,
  });
  const isAutomatic = guide.autoCapture !== 'off';
  const switchAutomatic = (isOn: boolean) => {
    guide.switchAutoCapture(isOn);
    setWantsAutomatic(isOn);
  };
  const takeNow = async () => {
    if (isAsked) return;
    setFailure(null);
    setIsAsked(true);
    await guide.takeNow().catch((error: unknown) => setFailure(toCameraError(error)));
    setIsAsked(false);
  };
  const isWaiting = useLasting(isAsked && !isBusy);

  const task = t(`${kind}.hint.${side}`);
  const { hint, refused } = guide;
  // The front still lies there: that it is good is no news.
  const mustTurn = guide.autoCapture === 'resting' && hint === 'good' && side === 'back' && !pictures[side];
  const toWords = (said: Hint | null) => {
    if (said === null || (said === 'good' && mustTurn)) return task;
    return t(said === 'good' && isAutomatic && guide.autoCapture !== 'resting' ? 'hint.hold' : `hint.${said}`);
  };
  // The same words twice would not be read twice: every other time they end in a space.
  const refusal =
    refused && hint
      ? t(refused.triesLeft > 0 ? 'gate.refused' : 'gate.last', { hint: t(`hint.${hint}`) }) + (refused.triesLeft % 2 ? '\u00a0' : '')
      : '';
  let stage = refusal;
  if (isPrompted) stage = t('camera.asking');
  else if (state.status === 'opening' || state.status === 'interrupted') stage = t(`camera.${state.status}`);
  else if (isBusy) stage = t('preparing');
  else if (isWaiting) stage = t('camera.checking');
  const problem = failure ?? (capture.status === 'taking' ? capture.problem : null);
  return {
    camera,
    guide,
    blocked,
    status: isLive && isBusy ? 'busy' : state.status,
    ratio,
    tone: (hint === 'good' && !mustTurn && 'good') || (refusal && 'held') || 'neutral',
    title: t(`${kind}.camera.${side}`),
    words: stage || toWords(hint),
    announcement: stage || (isLive ? toWords(guide.announced) : ''),
    problem: problem && t.error(problem),
    isReady: isLive && !isHidden,
    isWaiting,
    takeNow: () => void takeNow(),
    isAutomatic,
    switchAutomatic: offered === false || blocked ? null : switchAutomatic,
  };
}

/** Until there is a picture: cameras of phones turn with them. Else the controls would jump from under the finger when it comes. */
function guessRatio(): number {
  return navigator.maxTouchPoints > 0 && innerWidth < innerHeight ? 9 / 16 : 16 / 9;
}
