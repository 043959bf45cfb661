import '@stepframe/ui/styles.css';
import './bank/bank.css';
import './sandbox-panel/sandbox-panel.css';
import { StrictMode } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { hasJourney } from './journey/useVerification.ts';

const root = document.querySelector('#root');
if (!root) throw new Error('index.html has no element with the id "root".');

const page = (
  <StrictMode>
    <App />
  </StrictMode>
);
// The built page holds the first screen. A tab with a journey goes on elsewhere.
if (root.hasChildNodes() && !hasJourney()) {
  hydrateRoot(root, page);
} else {
  root.replaceChildren();
  createRoot(root).render(page);
}
delete document.documentElement.dataset['resuming'];
