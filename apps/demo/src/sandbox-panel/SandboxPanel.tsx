import { type QueryClient, useQuery } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';

/** A scripted outcome, as the demo's server lists it. */
interface ScenarioLine {
  readonly name: string;
  readonly description: string;
}

export interface SandboxPanelProps {
  readonly scenario: string;
  readonly queryClient: QueryClient;
  readonly onScenario: (scenario: string) => void;
  /** What the summary of the journey says, when there is one. */
  readonly children: ReactNode;
}

async function loadScenarios(): Promise<readonly ScenarioLine[]> {
  const response = await fetch('/demo/scenarios');
  if (!response.ok) throw new Error(`The demo's server answered ${response.status}.`);
  return (await response.json()) as readonly ScenarioLine[];
}

/** The demo's own controls: which answer the sandbox gives. No part of the bank's pages, nor of Stepframe. */
export function SandboxPanel({ scenario, queryClient, onScenario, children }: SandboxPanelProps): ReactNode {
  const id = useId();
  const { data = [], isError } = useQuery({ queryKey: ['demo', 'scenarios'], queryFn: loadScenarios, staleTime: Infinity }, queryClient);
  const description = data.find(({ name }) => name === scenario)?.description;
  return (
    <aside className="demo-panel" aria-label="Demo controls">
      {/* On a phone what unfolds would lie below the window. */}
      <details onToggle={({ currentTarget }) => currentTarget.open && currentTarget.scrollIntoView({ block: 'nearest' })}>
        <summary>
          <span className="demo-tag">Demo</span>
          <span className="demo-summary">Sandbox</span>
          <code>{scenario}</code>
        </summary>
        <div className="demo-body">
          <p>
            Not part of the product: behind these pages answers a sandbox, not a real service. Choose what it will say. Choosing another
            scenario starts a new journey.
          </p>
          <div className="demo-field">
            <label htmlFor={id}>Scenario</label>
            <select id={id} value={scenario} aria-describedby={`${id}-words`} onChange={(event) => onScenario(event.target.value)}>
              {data.length === 0 && <option value={scenario}>{scenario}</option>}
              {data.map(({ name }) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
            </select>
            <p id={`${id}-words`}>{isError ? 'The list could not be loaded. Reload the page.' : description}</p>
          </div>
          {children}
        </div>
      </details>
    </aside>
  );
}
