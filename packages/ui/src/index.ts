export type { CameraVideoComponent, CameraVideoProps } from './camera/CameraVideo.tsx';
export { CameraVideo } from './camera/CameraVideo.tsx';
export type { MessageKey, Messages } from './messages/en.ts';
export { en } from './messages/en.ts';
export type { IdDocumentStepProps } from './step/IdDocumentStep.tsx';
export { IdDocumentStep } from './step/IdDocumentStep.tsx';
export type { SelfieStepProps } from './step/SelfieStep.tsx';
export { SelfieStep } from './step/SelfieStep.tsx';
export type { FinalVerdict, StepProps } from './step/StepProps.ts';
