export * from './parts.ts';
export { SelfieRoot as Root } from './step/SelfieRoot.tsx';
