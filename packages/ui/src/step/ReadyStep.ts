import type { ForwardRefExoticComponent, RefAttributes } from 'react';
import type { PartProps } from '../parts/usePart.ts';
import type { StepRootState } from './StepRoot.tsx';

/** A step with all of its screens: takes the attributes of its one element besides its own. */
export type ReadyStep<Own> = ForwardRefExoticComponent<
  Omit<PartProps<'section', StepRootState>, 'children' | keyof Own> & Own & RefAttributes<HTMLElement>
>;
