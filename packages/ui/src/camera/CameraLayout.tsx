import type { ReactNode } from 'react';
import { ChooseFile } from '../actions/ChooseFile.tsx';
import { Leave } from '../actions/Leave.tsx';
import { Notice } from '../parts/Notice.tsx';
import { Title } from '../parts/Title.tsx';
import { AutoCaptureSwitch } from './AutoCaptureSwitch.tsx';
import { CameraBlocked } from './CameraBlocked.tsx';
import { CameraChoice } from './CameraChoice.tsx';
import { useCameraParts } from './CameraContext.ts';
import { CameraRetry } from './CameraRetry.tsx';
import { CameraTools } from './CameraTools.tsx';
import { Guide } from './Guide.tsx';
import { Hint } from './Hint.tsx';
import { Shutter } from './Shutter.tsx';
import { Sight } from './Sight.tsx';
import { SlowNote } from './SlowNote.tsx';
import { Video } from './Video.tsx';
import { Viewfinder } from './Viewfinder.tsx';

/** The live picture with its guide, hints and shutter, and a way out whatever the camera does. */
export function CameraLayout(): ReactNode {
  const { blocked, problem, status } = useCameraParts();
  return (
    <>
      <Title />
      {blocked ? (
        <CameraBlocked />
      ) : (
        <>
          {problem !== null && <Notice>{problem}</Notice>}
          <Viewfinder>
            <Hint />
            <Sight>
              <Guide />
              <Video />
            </Sight>
            <CameraTools />
          </Viewfinder>
          <div className="sf-camera-bar">
            <ChooseFile icon="picture" />
            {status === 'interrupted' ? <CameraRetry /> : <Shutter />}
            <CameraChoice />
          </div>
        </>
      )}
      <div className="sf-leave">
        <Leave />
        <AutoCaptureSwitch />
        <SlowNote />
      </div>
    </>
  );
}
