import type { PhotoName } from '../harness/makePhotos.ts';

/** What is asked of every contestant: a photo and what may come out. */
export interface Task {
  readonly id: string;
  readonly photo: PhotoName;
  readonly title: string;
  /** Longest side of the result. */
  readonly maxEdgePx: number;
  readonly maxBytes: number;
  /** Whether the receiver is known to turn pictures by their tag, so that nothing need be decoded to turn one. */
  readonly keepOrientationTag?: boolean;
  /** Who takes part besides us; without it, everyone. */
  readonly against?: readonly ContestantId[];
}

export type ContestantId = 'ours' | 'bic' | 'bic-worker' | 'compressorjs' | 'pica' | 'canvas' | 'sharp';

/** JPEG quality of all, unless bytes force a lower one. */
export const quality = 0.85;

/** Where the server has the copy of browser-image-compression that its worker fetches; else that would ask a CDN. */
export const bicLibraryPath = '/browser-image-compression.js';

const anyBytes = 50_000_000;
const bic: readonly ContestantId[] = ['bic', 'bic-worker'];

export const tasks: readonly Task[] = [
  { id: '3mp-1920', photo: '3mp', title: '3 MP to 1920 px', maxEdgePx: 1920, maxBytes: anyBytes },
  { id: '12mp-1920', photo: '12mp', title: '12 MP to 1920 px', maxEdgePx: 1920, maxBytes: anyBytes },
  { id: '48mp-1920', photo: '48mp', title: '48 MP to 1920 px', maxEdgePx: 1920, maxBytes: anyBytes },
  { id: '48mp-2048', photo: '48mp', title: '48 MP to 2048 px', maxEdgePx: 2048, maxBytes: anyBytes, against: [...bic, 'sharp'] },
  {
    id: '3mp-inside',
    photo: '3mp',
    title: '3 MP, inside the limits, receiver honours the orientation tag',
    maxEdgePx: 10_000,
    maxBytes: anyBytes,
    keepOrientationTag: true,
    against: bic,
  },
  {
    id: '12mp-inside',
    photo: '12mp',
    title: '12 MP, inside the limits, receiver honours the orientation tag',
    maxEdgePx: 10_000,
    maxBytes: anyBytes,
    keepOrientationTag: true,
    against: bic,
  },
  {
    id: '12mp-turned',
    photo: '12mp',
    title: '12 MP, inside the limits, pixels turned',
    maxEdgePx: 10_000,
    maxBytes: anyBytes,
    against: bic,
  },
  {
    id: '12mp-300kb',
    photo: '12mp',
    title: '12 MP to 1920 px and 300 KB',
    maxEdgePx: 1920,
    maxBytes: 300_000,
    against: [...bic, 'compressorjs'],
  },
  {
    id: '12mp-1mb',
    photo: '12mp',
    title: '12 MP to 3200 px and 1 MB',
    maxEdgePx: 3200,
    maxBytes: 1_000_000,
    against: [...bic, 'compressorjs'],
  },
];
