'use client';

import type { CustomSubject } from '@stepframe/react';
import { forwardRef, useMemo } from 'react';
import { useMessages } from '../messages/useMessages.ts';
import type { Part } from '../parts/usePart.ts';
import type { StepProps } from './StepProps.ts';
import { StepRoot, type StepRootState } from './StepRoot.tsx';

export type CustomProps = StepProps &
  CustomSubject & {
    /** What to do, as in "Photograph your residence permit". */
    readonly title: string;
    /** A sentence about it. Default: none. */
    readonly lead?: string | undefined;
  };

/** Holds the step of any other picture for the parts inside; see `CustomStep`. Needs a `StepframeProvider` above it. */
export const CustomRoot: Part<'section', StepRootState, CustomProps> = forwardRef(function CustomRoot(props, ref) {
  const { title, lead = '', subject = 'card', messages, ...rest } = props;
  const outer = useMessages().messages;
  const words = useMemo(() => {
    const given = { ...outer, ...messages };
    const face = subject === 'face' && { 'custom.front': given['custom.face'], 'custom.hint.front': given['custom.hint.face'] };
    return { ...face, ...messages, 'custom.title': title, 'custom.lead': lead };
  }, [title, lead, subject, messages, outer]);
  return <StepRoot {...rest} ref={ref} messages={words} kind="custom" subject={subject} />;
});
