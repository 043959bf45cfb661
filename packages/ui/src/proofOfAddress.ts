export * from './parts.ts';
export { ProofOfAddressRoot as Root } from './step/ProofOfAddressRoot.tsx';
