export * from './parts.ts';
export { IdDocumentRoot as Root } from './step/IdDocumentRoot.tsx';
