import type { AdditionalData, Verdict } from '@stepframe/core';
import type { AutoCaptureOptions, CaptureGate, FaceFinder, ImageDecoders, ImageLimits, QualityThresholds } from '@stepframe/core/capture';
import type { StepScreen } from '@stepframe/react';
import type { CameraVideoComponent } from '../camera/CameraVideo.tsx';
import type { Messages } from '../messages/en.ts';

/** A verdict that says something about the pictures. */
export type FinalVerdict = Extract<Verdict, { status: 'accepted' | 'rejected' }>;

/** How a live picture is shown, what is said about it, and when it is taken. */
export interface GuidanceProps {
  /**
   * What shows the camera, in place of `CameraVideo`: a component that puts `videoRef` on a muted, inline video. Keep it outside of
   * rendering, or the picture goes black for a moment.
   */
  readonly video?: CameraVideoComponent | undefined;
  /** The camera fills the window, and the rest of the page is out of reach until it is left. Default `false`: it stays in its place. */
  readonly fullScreen?: boolean | undefined;
  /**
   * Takes a picture by itself once it was good for a while, after a countdown to be seen: `true`, `false`, or times of
   * your own. The shutter stays, and so does a switch to turn it off. Default: `true` for a document, `false` for a selfie,
   * which without a `faceFinder` is never taken by itself.
   */
  readonly autoCapture?: Partial<AutoCaptureOptions> | boolean | undefined;
  /** From where on a picture is dark, blurred and so on; what is left out has its default. Keep the object stable between renders. */
  readonly guidance?: Partial<QualityThresholds> | undefined;
  /** Refuses bad pictures by hand too, `tries` times for each side. Default: the person decides, guidance is advice. */
  readonly gate?: CaptureGate | undefined;
  /** Finds faces, so that a selfie's place in the frame is looked at. Keep it stable; whoever made it closes it. Default: none. */
  readonly faceFinder?: FaceFinder | null | undefined;
}

/** What every ready-made step takes. */
export interface StepProps extends GuidanceProps {
  /** Id of the step as Flow Builder shows it, such as `"0"`. */
  readonly stepId: string;
  /** What a picture must be; what is left out has the default of `prepareImage`. Keep the object stable between renders. */
  readonly limits?: Partial<ImageLimits> | undefined;
  /** Decoders for types that a browser may not read, such as HEIC, besides the provider's. Keep the object stable between renders. */
  readonly decoders?: ImageDecoders | undefined;
  /** Texts that differ from the English ones. Keep the object stable between renders. */
  readonly messages?: Partial<Messages> | undefined;
  /** Whether the flow lets the person leave the step out: then a quiet button does. Default `false`. */
  readonly isOptional?: boolean | undefined;
  /** Sent with the pictures. */
  readonly additionalData?: AdditionalData | undefined;
  /** Sends how the pictures came about with them, see `CaptureFacts`. Default `false`. */
  readonly captureFacts?: boolean | undefined;
  /** Called when the step gets a verdict, and at first render for one that it has already. */
  readonly onVerdict?: ((verdict: FinalVerdict) => void) | undefined;
  /** Called with each screen the step shows: a host that offers another way hides it while pictures are in hand. */
  readonly onScreen?: ((name: StepScreen['name']) => void) | undefined;
  /** Shows a Continue button once the step is accepted, left out, or allows no other try, and is called by it. */
  readonly onContinue?: (() => void) | undefined;
  /** Shows a Sign in button where the session is over, and is called by it. What was taken is kept for a step with a new session. */
  readonly onSignIn?: (() => void) | undefined;
}
