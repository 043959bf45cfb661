'use client';

import type { Point } from '@stepframe/core/capture';
import { forwardRef, useEffect, useRef } from 'react';
import { type Part, usePart } from '../parts/usePart.ts';
import { useStep } from '../step/StepContext.ts';
import { type CameraContextValue, useCameraParts } from './CameraContext.ts';
import { toGuidePath } from './toGuidePath.ts';

/** What the guide is for: an ID-1 card (85.6 × 54 mm, ISO/IEC 7810), an upright A4 sheet (210 × 297 mm, ISO 216), or a face. */
export type GuideShape = 'card' | 'page' | 'oval';

export interface GuideState extends Pick<CameraContextValue, 'tone'> {
  readonly shape: GuideShape;
  /** It clings to what was found. */
  readonly isFound: boolean;
}

/** Milliseconds in which two thirds of the way are gone. */
const easeMs = 70;
const arrivedShare = 0.001;

/**
 * The frame over the live picture, with a scrim around it. It shows where to hold the document, and clings to it as soon as
 * it is found. Decorative: the hint says the same in words.
 */
export const Guide: Part<'svg', GuideState> = forwardRef(function Guide(props, ref) {
  const { subject } = useStep();
  const { ratio, tone, guide, camera } = useCameraParts();
  const { outline } = guide;
  const shape = subject === 'face' ? 'oval' : subject;
  const scrim = useRef<SVGPathElement>(null);
  const line = useRef<SVGPathElement>(null);
  const shown = useRef<readonly Point[]>(null);
  useEffect(() => {
    const target = outline ?? toPlace(shape, ratio);
    const draw = (points: readonly Point[]) => {
      shown.current = points;
      const path = toGuidePath(shape, points, ratio);
      line.current?.setAttribute('d', path);
      scrim.current?.setAttribute('d', `M-1-1H${ratio + 1}V2H-1Z${path}`);
    };
    let request = 0;
    let lastMs = 0;
    const step = (nowMs: number) => {
      const share = 1 - Math.exp((lastMs - nowMs) / easeMs);
      lastMs = nowMs;
      const from = shown.current ?? target;
      const next = from.map(({ x, y }, at) => {
        const to = target[at] ?? { x, y };
        return { x: x + (to.x - x) * share, y: y + (to.y - y) * share };
      });
      const isThere = next.every(({ x, y }, at) => Math.hypot((target[at]?.x ?? x) - x, (target[at]?.y ?? y) - y) < arrivedShare);
      draw(isThere ? target : next);
      if (!isThere) request = requestAnimationFrame(step);
    };
    if (!shown.current || matchMedia('(prefers-reduced-motion: reduce)').matches) draw(target);
    else {
      lastMs = performance.now();
      request = requestAnimationFrame(step);
    }
    return () => cancelAnimationFrame(request);
  }, [shape, ratio, outline]);
  return usePart('svg', {
    state: { shape, tone, isFound: outline !== null },
    own: {
      className: 'sf-guide',
      style: { position: 'absolute', inset: 0, width: '100%', height: '100%', ...(camera.port.mirrored && { transform: 'scaleX(-1)' }) },
      viewBox: `0 0 ${ratio} 1`,
      preserveAspectRatio: 'none',
      'aria-hidden': true,
      children: (
        <>
          <path className="sf-guide-scrim" fill="#0008" fillRule="evenodd" ref={scrim} />
          <path className="sf-guide-line" fill="none" stroke="#fff" strokeWidth="0.01" ref={line} />
        </>
      ),
    },
    props,
    ref,
  });
});

/** The document's own place: in the middle, as large as fits. */
function toPlace(shape: GuideShape, ratio: number): readonly Point[] {
  const proportion = shape === 'page' ? 210 / 297 : 85.6 / 54;
  const width = Math.min(0.9, (0.84 * proportion) / ratio);
  const height = (width * ratio) / proportion;
  return [-1, 1, 1, -1].map((side, at) => ({ x: 0.5 + (side * width) / 2, y: 0.5 + ((at < 2 ? -1 : 1) * height) / 2 }));
}
