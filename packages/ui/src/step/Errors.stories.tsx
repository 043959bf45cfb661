import { ContractError, RequestError, type RequestErrorCode, StepError, type StepframeError } from '@stepframe/core';
import { CameraError, type CameraErrorCode, ImageError, type ImageErrorCode } from '@stepframe/core/capture';
import type { StepScreen } from '@stepframe/react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { Component, type ReactNode } from 'react';
import { expect, screen } from 'storybook/test';
import { CameraBlocked } from '../camera/CameraBlocked.tsx';
import { Shutter } from '../camera/Shutter.tsx';
import { en, type PluralText } from '../messages/en.ts';
import { fillText } from '../messages/fillText.ts';
import { useScreenWords } from '../messages/useScreenWords.ts';
import { Screen } from '../parts/Screen.tsx';
import { Title } from '../parts/Title.tsx';
import { taking } from '../testing/createStep.ts';
import { StepStage } from '../testing/StepStage.tsx';
import { StepScreens } from './StepScreens.tsx';

interface ErrorStageProps {
  readonly error: StepframeError;
}

const nothing = () => {};

function toScreen(error: StepframeError): StepScreen {
  if (error instanceof ImageError) return { name: 'file', capture: { ...taking, source: 'file', problem: error } };
  if (error instanceof CameraError) return { name: 'camera', capture: taking };
  const ways = { retry: nothing, reset: nothing };
  return {
    name: 'failed',
    step: error.retryable ? { status: 'failed', error, retryable: true, ...ways } : { status: 'failed', error, retryable: false, ...ways },
  };
}

/** Where a person meets the error: on the camera's screen, where a file is chosen, or in place of what was to be sent. */
function ErrorStage({ error }: ErrorStageProps): ReactNode {
  const shown = toScreen(error);
  const words = useScreenWords({ screen: shown, kind: 'document', hasPictures: true, hasContinue: false, settings: {} });
  const blocked = error instanceof CameraError ? { error, tries: 1, isAsking: false, retry: nothing } : null;
  return (
    <section className="sf-step">
      <StepStage step={{ screen: shown, words }} camera={blocked && { blocked, status: 'blocked' }}>
        {blocked ? (
          <Screen name="camera">
            <Title>{en['document.camera.front']}</Title>
            <CameraBlocked />
          </Screen>
        ) : (
          <StepScreens except={['camera']} />
        )}
      </StepStage>
    </section>
  );
}

const meta = { title: 'Steps/Errors', component: ErrorStage, args: { error: new ContractError('') } } satisfies Meta<typeof ErrorStage>;

export default meta;
type Story = StoryObj<typeof meta>;

function story(error: StepframeError, text: string | PluralText, limit = 0): Story {
  return {
    args: { error },
    play: async () => {
      await expect(screen.getByRole('heading', { level: 2 })).toBeVisible();
      await expect(document.querySelector('.sf-step')).toHaveTextContent(fillText(text, { limit }, 'en'));
      // Never a dead end.
      await expect(screen.getAllByRole('button').length).toBeGreaterThan(0);
    },
  };
}

const request = (code: RequestErrorCode, retryable = false): Story =>
  story(new RequestError(code, 'For developers.', { retryable }), en[`error.${code}`]);
const image = (code: ImageErrorCode, limit?: number): Story =>
  story(new ImageError(code, 'For developers.', { details: { limit } }), en[`error.${code}`], limit);
const camera = (code: CameraErrorCode): Story =>
  story(new CameraError(code, 'For developers.'), code === 'camera/denied' ? en['error.camera/denied.chromium'] : en[`error.${code}`]);

export const RequestAborted: Story = request('request/aborted', true);
export const RequestNetwork: Story = request('request/network', true);
export const RequestTimeout: Story = request('request/timeout', true);
export const RequestUnauthorized: Story = request('request/unauthorized');
export const RequestSessionExpired: Story = request('request/session-expired');
export const RequestOutcomeUnknown: Story = request('request/outcome-unknown');
export const RequestForbidden: Story = request('request/forbidden');
export const RequestNotFound: Story = request('request/not-found');
export const RequestConflict: Story = request('request/conflict');
export const RequestTooLarge: Story = request('request/too-large');
export const RequestUnsupportedType: Story = request('request/unsupported-type');
export const RequestInvalid: Story = request('request/invalid');
export const RequestRateLimited: Story = request('request/rate-limited', true);
export const RequestServer: Story = request('request/server', true);
export const StepPicturesLost: Story = story(
  new StepError('step/pictures-lost', 'For developers.', { retryable: false }),
  en['error.step/pictures-lost'],
);
export const StepSamePicture: Story = story(new StepError('step/same-picture', 'For developers.'), en['error.step/same-picture']);
export const ContractMalformed: Story = story(new ContractError('For developers.'), en['error.contract/malformed']);

export const ImageEmpty: Story = image('image/empty');
export const ImageUnsupportedType: Story = image('image/unsupported-type');
export const ImageCorrupt: Story = image('image/corrupt');
export const ImageTooSmall: Story = image('image/too-small', 480);
export const ImageTooLarge: Story = image('image/too-large', 100_000_000);
export const ImageOverByteLimit: Story = image('image/over-byte-limit', 4_000_000);
export const ImageCanvasUnavailable: Story = image('image/canvas-unavailable');

export const CameraDenied: Story = camera('camera/denied');
export const CameraDismissed: Story = camera('camera/dismissed');
export const CameraDeniedBySystem: Story = camera('camera/denied-by-system');
export const CameraNotFound: Story = camera('camera/not-found');
export const CameraInUse: Story = camera('camera/in-use');
export const CameraOverconstrained: Story = camera('camera/overconstrained');
export const CameraInsecureContext: Story = camera('camera/insecure-context');
export const CameraPolicyBlocked: Story = camera('camera/policy-blocked');
export const CameraUnsupported: Story = camera('camera/unsupported');
export const CameraInterrupted: Story = camera('camera/interrupted');
export const CameraTimeout: Story = camera('camera/timeout');

interface Caught {
  readonly message: string | null;
}

/** What a host's own error boundary would show to its developer. */
class Boundary extends Component<{ readonly children: ReactNode }, Caught> {
  override state: Caught = { message: null };

  static getDerivedStateFromError({ code, message }: StepframeError): Caught {
    return { message: `${code}: ${message}` };
  }

  override render(): ReactNode {
    return this.state.message === null ? this.props.children : <p>{this.state.message}</p>;
  }
}

/** For the integrator alone: a part that is in no step. */
export const ConfigurationInvalid: Story = {
  render: () => (
    <Boundary>
      <Shutter />
    </Boundary>
  ),
  play: async () => {
    await expect(screen.getByText(/^configuration\/invalid: This part must be inside of the Camera/)).toBeVisible();
  },
};
