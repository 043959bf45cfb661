'use client';

import type { StepframeError } from '@stepframe/core';
import { type ReactNode, useEffect, useState } from 'react';
import { useMessages } from '../messages/useMessages.ts';
import { StatusScreen } from './StatusScreen.tsx';

export interface ProcessingScreenProps {
  readonly title: string;
  /** Why the API cannot be asked just now. */
  readonly error: StepframeError | null;
}

/** After this long a few seconds are over, and people begin to wonder. */
const slowMs = 12_000;

const connectionCodes = new Set(['request/network', 'request/timeout', 'request/aborted']);

/** Waiting for the verdict, and the truth about why it takes so long. */
export function ProcessingScreen({ title, error }: ProcessingScreenProps): ReactNode {
  const t = useMessages();
  const [isSlow, setIsSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsSlow(true), slowMs);
    return () => clearTimeout(timer);
  }, []);
  const trouble = error && (connectionCodes.has(error.code) ? 'processing.offline' : 'processing.busy');
  const lead = t(trouble ?? (isSlow ? 'processing.slow' : 'processing.lead'));
  return <StatusScreen name="processing" sign="spinner" title={title} lead={lead} />;
}
