import { type ReactNode, useMemo } from 'react';
import { CameraContext, type CameraContextValue } from '../camera/CameraContext.ts';
import { StepContext, type StepContextValue } from '../step/StepContext.ts';
import { createCameraParts } from './createCameraParts.ts';
import { createStep } from './createStep.ts';

export interface StepStageProps {
  /** What differs from a document's step on its camera's screen. */
  readonly step?: Partial<StepContextValue> | undefined;
  /** What differs from a live camera with nothing to say; null: the parts are not inside of a camera. */
  readonly camera?: Partial<CameraContextValue> | null | undefined;
  readonly children: ReactNode;
}

/** Parts by themselves, as if they were in a step. */
export function StepStage({ step, camera, children }: StepStageProps): ReactNode {
  const known = useMemo(() => createStep(step), [step]);
  const seen = useMemo(() => (camera === null ? null : createCameraParts(camera)), [camera]);
  return (
    <StepContext.Provider value={known}>
      <CameraContext.Provider value={seen}>{children}</CameraContext.Provider>
    </StepContext.Provider>
  );
}
