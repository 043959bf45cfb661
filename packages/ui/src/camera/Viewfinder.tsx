import type { Point } from '@stepframe/core/capture';
import type { CSSProperties, ReactNode } from 'react';
import { Guide, type GuideShape } from './Guide.tsx';

export interface ViewfinderProps {
  readonly shape: GuideShape;
  readonly status: 'off' | 'opening' | 'live' | 'busy' | 'interrupted';
  /** Width of the picture by its height. */
  readonly ratio: number;
  readonly isMirrored: boolean;
  readonly outline: readonly Point[] | null;
  /** Nothing is in the way of a good picture. */
  readonly isGood: boolean;
  /** The hint; none while empty. */
  readonly words: string;
  /** Changes with each press that was refused, for the words to be noticed again. */
  readonly refusal: number | null;
  /** The video, and what can be switched. */
  readonly children: ReactNode;
}

/** The live picture, what is drawn over it, and the words for it. */
export function Viewfinder(props: ViewfinderProps): ReactNode {
  const { shape, status, ratio, isMirrored, outline, isGood, words, refusal, children } = props;
  return (
    <div
      className="sf-viewfinder"
      data-status={status}
      data-mirrored={isMirrored}
      data-tone={isGood ? 'good' : 'neutral'}
      // The whole picture is shown, in its own shape: what is taken is what was seen.
      style={{ '--_sf-ratio': ratio } as CSSProperties}
    >
      <Guide shape={shape} ratio={ratio} outline={outline} />
      {children}
      {status !== 'live' && <span className="sf-spinner" aria-hidden="true" />}
      {/* Announced elsewhere, less hastily. */}
      {words && (
        <p className="sf-hint" data-refused={refusal !== null} key={refusal} aria-hidden="true">
          <span>{words}</span>
        </p>
      )}
    </div>
  );
}
