import type { Verdict } from '@stepframe/core';
import type { AutoCaptureOptions, CaptureGate, FaceFinder, ImageLimits, QualityThresholds } from '@stepframe/core/capture';
import type { StepScreen } from '@stepframe/react';
import type { Messages } from '../messages/en.ts';

/** A verdict that says something about the pictures. */
export type FinalVerdict = Extract<Verdict, { status: 'accepted' | 'rejected' }>;

/** What is said about a live picture, and when it is taken. */
export interface GuidanceProps {
  /**
   * Takes a picture by itself once it was good for a while, after a countdown to be seen: `true`, `false`, or times of
   * your own. The shutter stays, and so does a switch to turn it off. Default: `true` for a document, `false` for a selfie.
   */
  readonly autoCapture?: Partial<AutoCaptureOptions> | boolean;
  /** From where on a picture is dark, blurred and so on; what is left out has its default. Keep the object stable between renders. */
  readonly guidance?: Partial<QualityThresholds>;
  /** Refuses bad pictures by hand too, `tries` times for each side. Default: the person decides, guidance is advice. */
  readonly gate?: CaptureGate;
  /** Finds faces, so that a selfie's place in the frame is looked at. Keep it stable; whoever made it closes it. Default: none. */
  readonly faceFinder?: FaceFinder | null;
}

/** What every ready-made step takes. */
export interface StepProps extends GuidanceProps {
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
