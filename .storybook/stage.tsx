import { createClient, type JourneyClient } from '@stepframe/core';
import { prepareImage } from '@stepframe/core/capture';
import { StepframeProvider } from '@stepframe/react';
import { createSandbox, type Sandbox, type ScenarioName } from '@stepframe/sandbox';
import {
  type CardPlacement,
  createAxiosAdapter,
  createFakeCamera,
  drawScene,
  drawSpecimenFile,
  type FakeCamera,
  type FakeCameraOptions,
  type Flaw,
  installFakeCamera,
  type SceneDrawing,
  type SceneName,
} from '@stepframe/sandbox/testing';
import type { Decorator, Loader } from '@storybook/react-vite';
import axios from 'axios';

/** What a story stands on, set as `parameters.stage`. */
export interface StageOptions {
  /** How the API decides. Default `approved`. */
  readonly scenario?: ScenarioName;
  /** Default 1200. */
  readonly processingMs?: number;
  /** `held` stands still at 45 %; `offline` loses the connection. Default `instant`. */
  readonly upload?: 'instant' | 'held' | 'offline';
  /** `unread` never answers a summary, `unreachable` loses the connection. Default `answered`. */
  readonly summary?: 'answered' | 'unread' | 'unreachable';
  /** Steps submitted before the story begins. */
  readonly submitted?: readonly string[];
  readonly camera?: FakeCameraOptions;
  /** What lies before the camera, and what is wrong with it. Default: the camera's own scene. */
  readonly sight?: Sight;
}

/** A scene that can be unwell placed, spoilt or shaken. */
export interface Sight {
  /** Default `card-front`. */
  readonly scene?: SceneName;
  readonly flaw?: Flaw;
  /** Default `wood`. */
  readonly surface?: 'wood' | 'felt';
  readonly placement?: CardPlacement;
  /** How far it trembles, as a share of the frame's width. Default 0. */
  readonly shake?: number;
}

/** A scene that is drawn once and stands still, unless it is shaken. */
function drawSight({ scene = 'card-front', shake = 0, ...rest }: Sight): SceneDrawing {
  let layer: OffscreenCanvas | undefined;
  return (context, { widthPx, heightPx, timeMs }) => {
    if (layer?.width !== widthPx || layer.height !== heightPx) {
      layer = new OffscreenCanvas(widthPx, heightPx);
      const drawing = layer.getContext('2d');
      if (drawing) drawScene(drawing, { ...rest, scene, widthPx, heightPx });
    }
    context.drawImage(layer, Math.sin(timeMs / 60) * shake * widthPx, 0);
  };
}

/** A stage that was set up: sandbox, client, journey and camera, all in the page. */
export interface Stage {
  readonly sandbox: Sandbox;
  readonly client: JourneyClient;
  readonly journeyId: string;
  readonly camera: FakeCamera;
}

let clearLast = () => {};

/** Makes what a step stands on; the last one's camera goes. */
export async function createStage(options: StageOptions): Promise<Stage> {
  const { scenario = 'approved', processingMs = 1_200, upload = 'instant', summary = 'answered', submitted = [] } = options;
  const sandbox = createSandbox({ processingMs, credentials: { username: 'storybook', password: 'not-a-secret' } });
  let isSet = false;
  const adapter = createAxiosAdapter(
    async (request) => {
      if (isSet && request.method === 'GET' && summary === 'unread') return new Promise<Response>(() => {});
      if (isSet && request.method === 'GET' && summary === 'unreachable') throw new Error('No connection.');
      return sandbox.handle(request);
    },
    {
      async onUpload(report, signal) {
        if (!isSet || upload === 'instant') return;
        report(0.45);
        if (upload === 'offline') throw new Error('No connection.');
        await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
      },
    },
  );
  const client = createClient({ credentials: sandbox.credentials, baseUrl: location.origin, axios: axios.create({ adapter }) });
  const { journeyId } = await client.startJourney({ flowId: scenario, referenceNo: 'story' });
  for (const stepId of submitted) {
    const image = await prepareImage(await drawSpecimenFile({ kind: stepId === '0' ? 'card-front' : 'face' }));
    await client.processStep({ journeyId, stepId, image });
  }
  isSet = true;

  // Docs pages show several stories at once: the last one's camera is in place, all of them see the same specimen.
  clearLast();
  const { sight } = options;
  const camera = createFakeCamera({ widthPx: 1280, heightPx: 720, ...(sight && { scene: drawSight(sight) }), ...options.camera });
  const restore = installFakeCamera(camera);
  clearLast = () => {
    restore();
    camera.dispose();
  };
  return { sandbox, client, journeyId, camera };
}

/** Sets the stage before a story renders. The toolbar's scenario goes before the story's own. */
export const stageLoader: Loader = async ({ parameters, globals }) => {
  const own = (parameters['stage'] ?? {}) as StageOptions;
  const chosen = globals['scenario'] as ScenarioName | 'story';
  return { stage: await createStage(chosen === 'story' ? own : { ...own, scenario: chosen }) };
};

/** Puts the story on the stage. */
export const withStage: Decorator = (Story, { loaded }) => {
  const { client, journeyId } = loaded['stage'] as Stage;
  return (
    <StepframeProvider client={client} journeyId={journeyId}>
      <Story />
    </StepframeProvider>
  );
};
