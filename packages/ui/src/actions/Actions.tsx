'use client';

import { forwardRef, type ReactNode } from 'react';
import { type Part, usePart } from '../parts/usePart.ts';
import { useStep } from '../step/StepContext.ts';
import { Cancel } from './Cancel.tsx';
import { ChooseFile } from './ChooseFile.tsx';
import { Continue } from './Continue.tsx';
import { Leave } from './Leave.tsx';
import { Next } from './Next.tsx';
import { OpenCamera } from './OpenCamera.tsx';
import { ReplaceFile } from './ReplaceFile.tsx';
import { Retake } from './Retake.tsx';
import { Retry } from './Retry.tsx';
import { Send } from './Send.tsx';
import { SignIn } from './SignIn.tsx';
import { Skip } from './Skip.tsx';
import { UseCameraApp } from './UseCameraApp.tsx';
import { toFailedWays } from './toFailedWays.ts';

/** What can be done on the screen that is due, the likeliest first; or what is put inside. */
export const Actions: Part<'div', object> = forwardRef(function Actions(props, ref) {
  return usePart('div', { state: {}, own: { className: 'sf-actions', children: <DueActions /> }, props, ref });
});

/** Each is there only where it makes sense. */
function DueActions(): ReactNode {
  const step = useStep();
  const { screen, lastSource } = step;
  const fileFirst = screen.name === 'file' || (screen.name === 'rejected' && lastSource === 'file');
  const leadsBack = toFailedWays(step)?.leadsBack;
  return (
    <>
      {fileFirst && <ChooseFile />}
      <OpenCamera />
      {!fileFirst && <ChooseFile />}
      <UseCameraApp />
      <Next />
      <Send />
      <ReplaceFile />
      <Retake />
      {leadsBack && <Leave />}
      <SignIn />
      <Retry />
      <Continue />
      <Cancel />
      {!leadsBack && <Leave />}
      <Skip />
    </>
  );
}
