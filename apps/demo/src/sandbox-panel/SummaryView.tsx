import { useJourneySummary } from '@stepframe/react';
import type { ReactNode } from 'react';

/** The Journey Summary as the page last read it, for whoever wants to see what decides. */
export function SummaryView(): ReactNode {
  const result = useJourneySummary();
  if (result.status !== 'ready') return null;
  const { summary } = result;
  return (
    <div className="demo-journey">
      <h2>Journey Summary</h2>
      <dl>
        {summary.steps.map(({ stepId, stepTitle, result: step }) => (
          <div key={stepId}>
            <dt>
              Step {stepId}: {stepTitle}
            </dt>
            <dd>
              {step?.status ?? 'nothing yet'}
              {step?.isConcluded && ', concluded'}
              {step?.hasPassedRules != null && (step.hasPassedRules ? ', passed' : ', not passed')}
            </dd>
          </div>
        ))}
        <div>
          <dt>Completed</dt>
          <dd>{summary.isCompleted ? 'yes' : 'no'}</dd>
        </div>
        <div>
          <dt>Interim assessment</dt>
          <dd>{summary.interimAssessment ?? 'not yet'}</dd>
        </div>
        {summary.interimRules.map(({ key, name, result: rule }) => (
          <div key={key}>
            <dt>{name}</dt>
            <dd>{rule}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
