import { forwardRef } from 'react';
import { type Part, usePart } from './usePart.ts';

/** Something to know beside what is to be done. */
export const Note: Part<'p', object> = forwardRef(function Note({ children, ...props }, ref) {
  return usePart('p', { state: {}, own: { className: 'sf-note', children: <span>{children}</span> }, props, ref });
});
