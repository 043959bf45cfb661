import type { PreparedImage, StepframeError } from '@stepframe/core';
import type { Point } from '@stepframe/core/capture';

/** A side of what is photographed. A selfie has a front only. */
export type Side = 'front' | 'back';

/** Where pictures come from; the person may change it at any time. */
export type CaptureSource = 'camera' | 'file';

/** A picture ready to submit, with what is known for showing it. */
export interface TakenPicture extends PreparedImage {
  /** The document's corners, clockwise from the top left, as shares (0 to 1) of the picture; left out or `null` where nobody saw them. */
  readonly outline?: readonly Point[] | null;
  /** Taken by itself, not by hand; left out for a file. */
  readonly isAutomatic?: boolean;
  /** From when it was wanted until it was taken, in milliseconds; left out for a file that was chosen at once. */
  readonly takingMs?: number;
}

/** Pictures taken so far; a side that is there is never dropped but by the person's own word. */
export type Pictures = { readonly [side in Side]?: TakenPicture };

interface Begun {
  readonly source: CaptureSource;
  readonly side: Side;
  readonly pictures: Pictures;
}

/**
 * Where taking pictures stands.
 *
 * - `idle`: not begun.
 * - `taking`: waiting for a picture of `side`; `problem` says why the last one was no good.
 * - `preparing`: a picture of `side` is being checked and downscaled.
 * - `reviewing`: the person looks at what there is; `side` came last, `missing` is the side still to take.
 */
export type CaptureState =
  | { readonly status: 'idle' }
  | (Begun & { readonly status: 'taking'; readonly problem: StepframeError | null })
  | (Begun & { readonly status: 'preparing' })
  | (Begun & { readonly status: 'reviewing'; readonly missing: Side | null });

export type CaptureEvent =
  | { readonly type: 'begun'; readonly source: CaptureSource }
  | { readonly type: 'taken' }
  | { readonly type: 'prepared'; readonly picture: TakenPicture; readonly sides: readonly Side[] }
  | { readonly type: 'refused'; readonly problem: StepframeError }
  | { readonly type: 'retaken'; readonly side: Side }
  | { readonly type: 'left'; readonly sides: readonly Side[] }
  | { readonly type: 'approved' }
  | { readonly type: 'restored'; readonly source: CaptureSource; readonly pictures: Pictures; readonly sides: readonly Side[] }
  | { readonly type: 'cleared' };

export const idleCapture: CaptureState = { status: 'idle' };

/** The next state, or the same one for an event that has no meaning there (a late answer, a double click). Pure. */
export function captureReducer(state: CaptureState, event: CaptureEvent): CaptureState {
  if (state.status === 'idle') {
    if (event.type === 'restored') {
      const { source, pictures, sides } = event;
      return reviewing({ source, side: pictures.back ? 'back' : 'front', pictures }, sides);
    }
    return event.type === 'begun' ? taking({ source: event.source, side: 'front', pictures: {} }) : state;
  }
  const { source, side, pictures } = state;
  switch (event.type) {
    case 'begun':
      return state.status === 'taking' ? { ...state, source: event.source } : state;
    case 'taken':
      return state.status === 'taking' ? { status: 'preparing', source, side, pictures } : state;
    case 'prepared':
      return state.status === 'preparing'
        ? reviewing({ source, side, pictures: { ...pictures, [side]: event.picture } }, event.sides)
        : state;
    case 'refused':
      return state.status === 'preparing' ? { ...taking({ source, side, pictures }), problem: event.problem } : state;
    case 'retaken':
      // The picture stays until another one takes its place.
      return state.status === 'reviewing' ? taking({ source, side: event.side, pictures }) : state;
    case 'left':
      if (state.status !== 'taking') return state;
      return Object.keys(pictures).length > 0 ? reviewing({ source, side, pictures }, event.sides) : idleCapture;
    case 'approved':
      return state.status === 'reviewing' && state.missing ? taking({ source, side: state.missing, pictures }) : state;
    case 'restored':
      // What is there is newer.
      return state;
    case 'cleared':
      return idleCapture;
    default:
      return event satisfies never;
  }
}

function taking({ source, side, pictures }: Begun): CaptureState & { status: 'taking' } {
  return { status: 'taking', source, side, pictures, problem: null };
}

function reviewing({ source, side, pictures }: Begun, sides: readonly Side[]): CaptureState {
  return { status: 'reviewing', source, side, pictures, missing: sides.find((wanted) => !pictures[wanted]) ?? null };
}
