import type { WorldOptions } from './openWorld.ts';

/**
 * An API that rejects each step twice before it lets it pass.
 *
 * @param areAlike Whether it does so with the same words, so that a verdict that nobody saw cannot be told from the one before.
 */
export function pickyWorld(areAlike: boolean): WorldOptions {
  return {
    keepSubmissions: 1_000,
    flowId: 'picky',
    flows: {
      picky: {
        steps: [
          { stepId: '0', stepType: 'Document', stepTitle: 'Photo ID' },
          { stepId: '10', stepType: 'Selfie', stepTitle: 'Selfie' },
          { stepId: 'proof_of_address', stepType: 'Document', stepTitle: 'Proof of Address', isOptional: true },
        ],
        maxAttempts: 4,
        scenario: {
          description: 'Two rejections, then it passes.',
          judge: ({ attempt }) =>
            attempt < 3
              ? {
                  verdict: 'rejected',
                  feedback: { code: 'feedback_document_cropped', title: 'Cropped', details: areAlike ? '' : `Attempt ${attempt}.` },
                }
              : { verdict: 'passed' },
        },
      },
    },
  };
}
