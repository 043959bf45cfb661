import { buildOnce } from '../support/buildOnce.ts';

export const setup = (): Promise<void> => buildOnce('demo');
