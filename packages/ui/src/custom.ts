export * from './parts.ts';
export { CustomRoot as Root } from './step/CustomRoot.tsx';
