import type { JourneySummary } from '@stepframe/core';
import type { ReactNode } from 'react';
import { Page } from '../bank/Page.tsx';
import type { SignKind } from '../bank/Sign.tsx';
import { type Outcome, toOutcome } from '../journey/toOutcome.ts';

interface Words {
  readonly sign: SignKind;
  readonly title: string;
  readonly lead: string;
  readonly next: readonly string[];
}

const words: Readonly<Record<Outcome, Words>> = {
  passed: {
    sign: 'check',
    title: 'You’re verified',
    lead: 'Thank you. Your identity is confirmed, and there is nothing more to do here.',
    next: ['We finish opening your account.', 'You can close this page.'],
  },
  'closer-look': {
    sign: 'clock',
    title: 'We need a closer look',
    lead: 'Thank you, we have everything you sent. Before we go on, a colleague will look at it.',
    next: ['This usually takes one working day.', 'We write to you as soon as it is done. You need not send anything again.'],
  },
  received: {
    sign: 'clock',
    title: 'We have what we need',
    lead: 'Thank you. Your documents are with us, and the last checks are still running.',
    next: ['We write to you when they are done.', 'You can close this page.'],
  },
};

export interface ResultPageProps {
  readonly summary: JourneySummary;
  readonly onStartAgain: () => void;
}

/** How it ended, and what happens next. */
export function ResultPage({ summary, onStartAgain }: ResultPageProps): ReactNode {
  const outcome = toOutcome(summary);
  const { sign, title, lead, next } = words[outcome];
  return (
    <Page key={outcome} sign={sign} title={title}>
      <div className="bank-result" data-outcome={outcome}>
        <p className="bank-lead">{lead}</p>
        <h2>What happens next</h2>
        <ul>
          {next.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </div>
      <button type="button" className="bank-button" data-rank="secondary" onClick={onStartAgain}>
        Start again
      </button>
    </Page>
  );
}
