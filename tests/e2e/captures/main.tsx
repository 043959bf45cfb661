/// <reference types="vite/client" />
// A host that shows and takes away a step again and again, with a hand in the page: clicks from outside would take longer
// than the captures.
import { createRelayClient } from '@stepframe/core';
import { StepframeProvider } from '@stepframe/react';
import { en, IdDocumentStep } from '@stepframe/ui';
import '@stepframe/ui/styles.css';
import { createRoot } from 'react-dom/client';

const client = createRelayClient({ relayUrl: '/stepframe' });
const patienceMs = 20_000;

function findButton(name: string): HTMLButtonElement | undefined {
  return [...document.querySelectorAll('button')].find(
    (button) => button.textContent?.trim() === name && !button.disabled && button.ariaDisabled !== 'true',
  );
}

async function until<Found>(what: string, find: () => Found | undefined | null): Promise<Found> {
  for (const endsAt = performance.now() + patienceMs; ;) {
    const found = find();
    if (found) return found;
    if (performance.now() > endsAt) throw new Error(`No ${what}. The page says: ${document.body.innerText}`);
    await new Promise((resolve) => setTimeout(resolve, 4));
  }
}

const press = async (name: string) => (await until(name, () => findButton(name))).click();
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Shows the step, does something in it, and takes it away, whatever it is doing then. */
async function inStep(act: () => Promise<unknown>): Promise<void> {
  const place = document.querySelector('#root');
  if (!place) throw new Error('The page has no #root.');
  const root = createRoot(place);
  root.render(
    <StepframeProvider client={client} journeyId="journey-1">
      <IdDocumentStep stepId="0" />
    </StepframeProvider>,
  );
  try {
    await press(en['action.openCamera']);
    await act();
  } finally {
    root.unmount();
  }
}

async function takePicture(): Promise<void> {
  await press(en['action.takePicture']);
  await until('review', () => findButton(en['action.send']));
  // A person looks at it.
  await until('picture', () => document.querySelector('.sf-picture canvas'));
  await pause(20);
}

/** Two captures with a retake between them. */
const captureTwice = () =>
  inStep(async () => {
    await takePicture();
    await press(en['action.retake']);
    await takePicture();
  });

/** Leaves at every moment at which something has been asked for and has not come. */
async function leaveEarly(): Promise<void> {
  await inStep(async () => undefined);
  await inStep(() => pause(30));
  await inStep(async () => press(en['action.takePicture']));
  await inStep(async () => {
    await press(en['action.takePicture']);
    await pause(15);
  });
  await inStep(async () => {
    await takePicture();
    await press(en['action.retake']);
  });
}

/** What the test calls. */
export interface Host {
  readonly captureTwice: typeof captureTwice;
  readonly leaveEarly: typeof leaveEarly;
}

Object.assign(globalThis, { host: { captureTwice, leaveEarly } satisfies Host });
