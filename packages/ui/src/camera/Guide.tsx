'use client';

import type { Point } from '@stepframe/core/capture';
import { type ReactNode, useEffect, useRef } from 'react';
import { toGuidePath } from './toGuidePath.ts';

/** What the guide is for: an ID-1 card (85.6 × 54 mm, ISO/IEC 7810) or a face. */
export type GuideShape = 'card' | 'oval';

export interface GuideProps {
  readonly shape: GuideShape;
  /** Width of the picture by its height. */
  readonly ratio: number;
  /** Corners of what was found, as shares of the picture; the guide goes there. `null` for its own place. */
  readonly outline: readonly Point[] | null;
}

/** Milliseconds in which two thirds of the way are gone. */
const easeMs = 70;
const arrivedShare = 0.001;

/**
 * The frame over the live picture, with a scrim around it. It shows where to hold the document, and clings to it as soon as
 * it is found. Decorative: the hint says the same in words.
 */
export function Guide({ shape, ratio, outline }: GuideProps): ReactNode {
  const scrim = useRef<SVGPathElement>(null);
  const line = useRef<SVGPathElement>(null);
  const shown = useRef<readonly Point[]>(null);
  useEffect(() => {
    const target = outline ?? toPlace(ratio);
    const draw = (points: readonly Point[]) => {
      shown.current = points;
      const path = toGuidePath(shape, points, ratio);
      line.current?.setAttribute('d', path);
      scrim.current?.setAttribute('d', `M0 0H${ratio}V1H0Z${path}`);
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
  return (
    <svg className="sf-guide" viewBox={`0 0 ${ratio} 1`} preserveAspectRatio="none" aria-hidden="true">
      <path className="sf-guide-scrim" fillRule="evenodd" ref={scrim} />
      <path className="sf-guide-line" fill="none" ref={line} />
    </svg>
  );
}

/** The card's own place: in the middle, as large as fits. */
function toPlace(ratio: number): readonly Point[] {
  const width = Math.min(0.9, (0.84 * 85.6) / 54 / ratio);
  const height = (width * ratio * 54) / 85.6;
  return [-1, 1, 1, -1].map((side, at) => ({ x: 0.5 + (side * width) / 2, y: 0.5 + ((at < 2 ? -1 : 1) * height) / 2 }));
}
