'use client';

import type { ReactNode } from 'react';
import { useStep } from '../step/StepContext.ts';
import { useCameraParts } from './CameraContext.ts';
import { CameraVideo } from './CameraVideo.tsx';

/** The camera's picture, by `CameraVideo` or the step's own `video`. */
export function Video(): ReactNode {
  const { guidance } = useStep();
  const { camera, title } = useCameraParts();
  const Port = guidance.video ?? CameraVideo;
  return <Port {...camera.port} label={title} />;
}
