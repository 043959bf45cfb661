'use client';

import type { JourneyClient } from '@stepframe/core';
import { QueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { type PictureSettings, PictureSettingsContext } from './capture/PictureSettings.ts';

/** What every hook of this package needs. */
export interface StepframeContextValue {
  readonly client: JourneyClient;
  readonly journeyId: string;
  readonly queryClient: QueryClient;
}

const StepframeContext = createContext<StepframeContextValue | null>(null);

export interface StepframeProviderProps extends PictureSettings {
  /** From `createRelayClient`. Make it once, outside of rendering. */
  readonly client: JourneyClient;
  /** The journey that the hooks below read and submit to. */
  readonly journeyId: string;
  /** Share the app's own react-query client. Default: one of the provider's own, so that nothing leaks either way. */
  readonly queryClient?: QueryClient;
  readonly children?: ReactNode;
}

/** Gives the hooks below it a client and a journey, and says how their pictures are prepared. */
export function StepframeProvider(props: StepframeProviderProps): ReactNode {
  const { client, journeyId, queryClient: given, limits, decoders, children } = props;
  const [own] = useState(() => new QueryClient());
  const queryClient = given ?? own;
  const isMounted = useRef(false);

  // Without react-query's own provider nobody else connects the client to focus and network changes.
  useEffect(() => {
    isMounted.current = true;
    queryClient.mount();
    return () => {
      isMounted.current = false;
      queryClient.unmount();
      // Nobody can read it any more, and its queries would stay for five minutes. Not at once: StrictMode unmounts on trial.
      if (queryClient === own) setTimeout(() => isMounted.current || own.clear());
    };
  }, [queryClient, own]);

  const value = useMemo(() => ({ client, journeyId, queryClient }), [client, journeyId, queryClient]);
  const pictures = useMemo(() => ({ limits, decoders }), [limits, decoders]);
  return (
    <StepframeContext.Provider value={value}>
      <PictureSettingsContext.Provider value={pictures}>{children}</PictureSettingsContext.Provider>
    </StepframeContext.Provider>
  );
}

/**
 * The client and journey of the nearest provider.
 *
 * @throws Error outside of a `StepframeProvider`
 */
export function useStepframe(): StepframeContextValue {
  const value = useContext(StepframeContext);
  if (value === null) {
    throw new Error(
      'Stepframe: this component is outside of <StepframeProvider>, so it has no journey. Wrap the app, or the page, in one.',
    );
  }
  return value;
}
