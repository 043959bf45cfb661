import { StepframeProvider } from '@stepframe/react';
import { QueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { BankFrame } from './bank/BankFrame.tsx';
import { useVerification } from './journey/useVerification.ts';
import { JourneyPages } from './pages/JourneyPages.tsx';
import { StartPage } from './pages/StartPage.tsx';
import { SandboxPanel } from './sandbox-panel/SandboxPanel.tsx';
import { SummaryView } from './sandbox-panel/SummaryView.tsx';

/** The bank's verification pages, with the demo's own panel below them. */
export function App(): ReactNode {
  const [queryClient] = useState(() => new QueryClient());
  const { journey, start, scenario, begin, chooseScenario, chooseDocument, leave } = useVerification();

  const withJourney = (children: ReactNode) =>
    journey && (
      <StepframeProvider key={journey.saved.journeyId} journey={journey.open}>
        {children}
      </StepframeProvider>
    );

  return (
    <BankFrame
      aside={
        <SandboxPanel scenario={scenario} queryClient={queryClient} onScenario={chooseScenario}>
          {withJourney(<SummaryView />)}
        </SandboxPanel>
      }
    >
      {withJourney(
        <JourneyPages documentKind={journey?.saved.documentKind ?? null} onDocumentKind={chooseDocument} onStartAgain={leave} />,
      ) ?? <StartPage start={start} onStart={begin} />}
    </BankFrame>
  );
}
