'use client';

import { forwardRef, useContext, useEffect, useRef } from 'react';
import { CameraContext } from '../camera/CameraContext.ts';
import { StepContext } from '../step/StepContext.ts';
import { ActedContext } from './ActedContext.ts';
import { ScreenContext } from './ScreenContext.ts';
import { type Part, usePart } from './usePart.ts';

/** What the screen is about, in one line. It takes the focus when its screen comes by something that the person did. */
export const Title: Part<'h2', object> = forwardRef(function Title({ children, ...props }, ref) {
  const step = useContext(StepContext);
  const camera = useContext(CameraContext);
  const { isHidden } = useContext(ScreenContext);
  const acted = useContext(ActedContext);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // The button that was pressed is gone with the old screen; without this the focus would fall to the page.
    if (acted.current && !isHidden) heading.current?.focus({ preventScroll: true });
  }, [acted, isHidden]);
  return usePart('h2', {
    state: {},
    own: { className: 'sf-title', tabIndex: -1, children: <span>{children ?? camera?.title ?? step?.words.title}</span> },
    props,
    ref,
    ownRef: heading,
  });
});
