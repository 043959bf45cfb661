import { createRelayClient, type PreparedImage, type StepState } from '@stepframe/core';
import { StepframeProvider, useCompleteJourney, useJourneySummary, useProcessStep } from '@stepframe/react';
import { createTestImage } from '@stepframe/sandbox';
import { createElement, type ReactElement, useLayoutEffect } from 'react';
import { createRoot } from 'react-dom/client';

/** What a tab needs to show a journey that has begun. */
export interface TabStart {
  readonly journeyId: string;
  readonly session: string;
}

declare global {
  interface Window {
    startJourney: () => Promise<TabStart>;
    openTab: (start: TabStart, stepIds: readonly string[]) => void;
    /** Sends a picture for every step. */
    submitAll: () => void;
    /** When a step was first seen to be accepted on this screen, by its id, in milliseconds since 1970. */
    shownAtMs: Record<string, number>;
  }
}

const latest = new Map<string, StepState>();
window.shownAtMs = {};

function StepLine({ stepId }: { readonly stepId: string }): ReactElement {
  const state = useProcessStep(stepId);
  useLayoutEffect(() => {
    latest.set(stepId, state);
    if (state.status === 'accepted') window.shownAtMs[stepId] ??= Date.now();
  }, [stepId, state]);
  return createElement('li', null, `${stepId}: ${state.status}`);
}

function StepList({ stepIds }: { readonly stepIds: readonly string[] }): ReactElement {
  return createElement(
    'ul',
    null,
    stepIds.map((stepId) => createElement(StepLine, { key: stepId, stepId })),
  );
}

function Summary(): ReactElement {
  const summary = useJourneySummary();
  return createElement('p', null, summary.status === 'ready' ? summary.summary.steps.length : summary.status);
}

function Completion(): ReactElement {
  return createElement('p', null, useCompleteJourney().status);
}

const createPicture = (widthPx: number): PreparedImage => {
  const blob = createTestImage({ widthPx });
  const source = { sourceType: 'image/jpeg', sourceWidthPx: widthPx, sourceHeightPx: 800, sourceBytes: blob.size } as const;
  return {
    blob,
    type: 'image/jpeg',
    widthPx,
    heightPx: 800,
    origin: 'file',
    preparation: { ...source, orientation: 1, path: 'decoded', scale: 1, quality: 0.9, durationMs: 1, place: 'worker' },
  };
};

window.startJourney = async () => {
  const { journeyId, session } = await createRelayClient().startJourney();
  if (!session) throw new Error('The relay gave no session.');
  return { journeyId, session: session.token };
};

window.openTab = ({ journeyId, session }, stepIds) => {
  const lists = [createElement(StepList, { key: 'a', stepIds }), createElement(StepList, { key: 'b', stepIds })];
  const others = [createElement(Summary, { key: 'c' }), createElement(Summary, { key: 'd' }), createElement(Completion, { key: 'e' })];
  const tree = createElement(StepframeProvider, { client: createRelayClient({ session }), journeyId }, [...lists, ...others]);
  createRoot(document.body.appendChild(document.createElement('main'))).render(tree);
};

window.submitAll = () => {
  for (const [index, state] of [...latest.values()].entries()) if ('submit' in state) state.submit([createPicture(1_000 + index)]);
};
