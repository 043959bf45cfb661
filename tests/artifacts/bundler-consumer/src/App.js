'use client';

// A customer's page in plain JavaScript, so that every bundler takes it without a plugin: a step, and beside it the
// account of a picture that was prepared.
import { createRelayClient } from '@stepframe/core';
import { StepframeProvider } from '@stepframe/react';
import { IdDocumentStep } from '@stepframe/ui';
import '@stepframe/ui/styles.css';
import { createElement, Fragment, useEffect, useState } from 'react';
import { prepareSample } from './prepareSample.js';

const client = createRelayClient({ relayUrl: '/stepframe' });

export function App() {
  const [account, setAccount] = useState(null);
  useEffect(() => {
    prepareSample().then(setAccount, (error) => setAccount({ failure: String(error) }));
  }, []);
  return createElement(
    Fragment,
    null,
    createElement(StepframeProvider, { client, journeyId: 'journey-1' }, createElement(IdDocumentStep, { stepId: '0', sides: 2 })),
    account && createElement('output', { id: 'account' }, JSON.stringify(account)),
  );
}
