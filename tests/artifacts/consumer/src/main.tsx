// The smallest app a customer can write. Tests build it from the packed packages, and count what it downloads.
import { createRelayClient } from '@stepframe/core';
import { StepframeProvider } from '@stepframe/react';
import { IdDocumentStep } from '@stepframe/ui';
import '@stepframe/ui/styles.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

const client = createRelayClient({ relayUrl: '/stepframe' });
const root = document.querySelector('#root');
if (!root) throw new Error('The page has no #root.');

createRoot(root).render(
  <StrictMode>
    <StepframeProvider client={client} journeyId="journey-1">
      <IdDocumentStep stepId="0" sides={2} />
    </StepframeProvider>
  </StrictMode>,
);
