import type { Verdict } from '@stepframe/core';
import type { ImageLimits } from '@stepframe/core/capture';
import type { StepScreen } from '@stepframe/react';
import type { Messages } from '../messages/en.ts';

/** A verdict that says something about the pictures. */
export type FinalVerdict = Extract<Verdict, { status: 'accepted' | 'rejected' }>;

/** What every ready-made step takes. */
export interface StepProps {
  /** Id of the step as Flow Builder shows it, such as `"0"`. */
  readonly stepId: string;
  /** What a picture must be; what is left out has the default of `prepareImage`. Keep the object stable between renders. */
  readonly limits?: Partial<ImageLimits>;
  /** Texts that differ from the English ones. Keep the object stable between renders. */
  readonly messages?: Partial<Messages>;
  /** Called when the step gets a verdict, and at first render for one that it has already. */
  readonly onVerdict?: (verdict: FinalVerdict) => void;
  /** Called with each screen the step shows: a host that offers another way hides it while pictures are in hand. */
  readonly onScreen?: (name: StepScreen['name']) => void;
  /** Shows a Continue button once the step is accepted or allows no other try, and is called by it. */
  readonly onContinue?: () => void;
  readonly className?: string;
}
