import type { ReactNode } from 'react';

/** What the guide is for: an ID-1 card (85.6 × 54 mm, ISO/IEC 7810) or a face. */
export type GuideShape = 'card' | 'oval';

/**
 * The frame over the live picture, with a scrim around it so that its words keep their contrast over any scene.
 * Decorative: the hint says the same in words.
 */
export function Guide({ shape }: { readonly shape: GuideShape }): ReactNode {
  return (
    <div className="sf-guide" data-shape={shape} aria-hidden="true">
      <div className="sf-guide-window" />
    </div>
  );
}
