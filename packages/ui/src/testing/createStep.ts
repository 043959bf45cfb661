import type { CaptureState } from '@stepframe/react';
import type { StepContextValue } from '../step/StepContext.ts';

const nothing = () => {};

export const taking = { status: 'taking', source: 'camera', side: 'front', pictures: {}, problem: null } as const satisfies CaptureState;

/** What the parts of a step know, for tests of parts by themselves: a document's step on its camera's screen. */
export function createStep(changes: Partial<StepContextValue> = {}, state: CaptureState = taking): StepContextValue {
  const capture = {
    ...state,
    begin: nothing,
    take: nothing,
    retake: nothing,
    leave: nothing,
    approve: nothing,
    restore: nothing,
    clear: nothing,
  };
  return {
    kind: 'document',
    subject: 'card',
    screen: { name: 'camera', capture: taking },
    capture,
    step: { status: 'idle', submit: nothing },
    send: nothing,
    words: { title: '', sign: null, tone: 'neutral', announcement: '' },
    guidance: { autoCapture: false },
    noCamera: null,
    lastSource: 'camera',
    openCamera: nothing,
    chooseFile: nothing,
    retake: nothing,
    replace: nothing,
    ...changes,
  };
}
