'use client';

import { createJourney, type Journey, type JourneyClient, type JourneyEvent } from '@stepframe/core';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { type PictureSettings, PictureSettingsContext } from './capture/PictureSettings.ts';

/** What every hook of this package needs. */
export interface StepframeContextValue {
  /** The one owner of the journey's polling and submissions. */
  readonly journey: Journey;
}

const StepframeContext = createContext<StepframeContextValue | null>(null);

/** A journey that the provider opens. */
export interface OwnJourneyProps {
  /** From `createRelayClient`. Make it once, outside of rendering. */
  readonly client: JourneyClient;
  /** The journey that the hooks below read and submit to. */
  readonly journeyId: string;
  readonly journey?: undefined;
}

/** A journey from `createJourney`, which several providers may share. */
export interface GivenJourneyProps {
  readonly journey: Journey;
  readonly client?: undefined;
  readonly journeyId?: undefined;
}

export interface StepframeProviderBaseProps extends PictureSettings {
  /** Told of what happens in the journey: ids of steps and codes, nothing about the person. */
  readonly onEvent?: ((event: JourneyEvent) => void) | undefined;
  readonly children?: ReactNode;
}

export type StepframeProviderProps = StepframeProviderBaseProps & (OwnJourneyProps | GivenJourneyProps);

/** Gives the hooks below it a journey, and says how their pictures are prepared. */
export function StepframeProvider({ limits, decoders, children, ...props }: StepframeProviderProps): ReactNode {
  const { client, journeyId, onEvent, journey: given } = props;
  const open = () => ({ client, journeyId, given, value: { journey: given ?? createJourney({ client, journeyId }) } });
  const [opened, setOpened] = useState(open);
  if (opened.client !== client || opened.journeyId !== journeyId || opened.given !== given) setOpened(open());

  const { journey } = opened.value;
  useEffect(() => (onEvent ? journey.listen(onEvent) : undefined), [journey, onEvent]);

  const pictures = useMemo(() => ({ limits, decoders }), [limits, decoders]);
  return (
    <StepframeContext.Provider value={opened.value}>
      <PictureSettingsContext.Provider value={pictures}>{children}</PictureSettingsContext.Provider>
    </StepframeContext.Provider>
  );
}

/**
 * The journey of the nearest provider.
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
