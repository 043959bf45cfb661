import type { SceneName } from '../specimen/drawScene.ts';

/**
 * What comes of asking for the camera.
 *
 * | outcome | `getUserMedia` |
 * | --- | --- |
 * | `granted` | gives a stream |
 * | `late` | waits, as under an open prompt, for `allow()` or `deny()` |
 * | `silent` | gives a live stream that never delivers a frame |
 * | `denied` | `NotAllowedError`, and the permission is denied from then on |
 * | `dismissed` | `NotAllowedError`; the person closed the prompt, and it can be asked again |
 * | `denied-by-system` | `NotAllowedError`; the operating system keeps the camera from the browser |
 * | `missing` | `NotFoundError` |
 * | `busy` | `NotReadableError`; another program holds it |
 * | `aborted` | `AbortError`; it did not start |
 *
 * Source of the names: https://www.w3.org/TR/mediacapture-streams/#dom-mediadevices-getusermedia
 */
export type FakeOutcome = 'granted' | 'late' | 'silent' | 'denied' | 'dismissed' | 'denied-by-system' | 'missing' | 'busy' | 'aborted';

/** The frame a scene draws for. */
export interface SceneFrame {
  readonly widthPx: number;
  readonly heightPx: number;
  /** 0 for the first frame of a stream. */
  readonly index: number;
  /** Milliseconds since the stream began. */
  readonly timeMs: number;
  /** Facing mode of the device. */
  readonly facing: 'user' | 'environment' | undefined;
  /** Whether the light is on. */
  readonly torch: boolean;
}

/** Draws what the camera sees, filling the frame. Called for every frame, so it should be quick. */
export type SceneDrawing = (context: CanvasRenderingContext2D, frame: SceneFrame) => void;

export type FakeScene = SceneName | SceneDrawing;

/** One scene for every camera, or one for each facing mode; a facing mode left out keeps its default. */
export type SceneChoice = FakeScene | { readonly user?: FakeScene; readonly environment?: FakeScene };

export interface FakeDevice {
  /** Made from the place in the list by default. */
  readonly deviceId?: string;
  readonly label: string;
  /** Left out for a webcam that states none: it then shows the face when asked for `user`, else the card. */
  readonly facing?: 'user' | 'environment';
  /** Longest width it can deliver; the camera's by default. */
  readonly widthPx?: number;
  /** Longest height it can deliver; the camera's by default. */
  readonly heightPx?: number;
  /** Always this scene, whatever the camera is set to. */
  readonly scene?: FakeScene;
  /** What comes of asking for this device when the camera's own outcome is `granted`. */
  readonly outcome?: FakeOutcome;
  /** Whether it has a light to switch on. `false` by default. */
  readonly torch?: boolean;
  /** How far it zooms; it begins at `min`. No zoom by default. A `min` under 1 is a lens wider than the main one. */
  readonly zoom?: { readonly min: number; readonly max: number; readonly step?: number };
  /** How it can focus, such as `continuous` or `manual`; it begins with the first. Unstated by default. */
  readonly focusModes?: readonly string[];
  /**
   * The sizes of its sensor in landscape, largest first, such as 1600 × 1200 for a 4:3 one. Asked for another size with
   * `resizeMode: 'none'` it delivers the nearest of these, as cameras do; otherwise it is scaled and cut.
   */
  readonly sizes?: readonly { readonly widthPx: number; readonly heightPx: number }[];
}

/** `navigator.mediaDevices` and `navigator.permissions` as far as cameras go, with the strings in the test's hand. */
export interface FakeCamera extends Pick<
  MediaDevices,
  'getUserMedia' | 'enumerateDevices' | 'getSupportedConstraints' | 'addEventListener' | 'removeEventListener' | 'dispatchEvent'
> {
  ondevicechange: ((event: Event) => void) | null;
  /** Answers `query({ name: 'camera' })`; its status fires `change`. */
  readonly permissions: Pick<Permissions, 'query'>;
  /** Every call of `getUserMedia` so far, refused ones too. */
  readonly requests: readonly MediaStreamConstraints[];

  /** Changes what the live and the coming streams show. */
  setScene(scene: SceneChoice): void;
  /** Changes what comes of asking from now on; prompts that are open stay open. */
  setOutcome(outcome: FakeOutcome): void;
  /** As in the browser's settings: `denied` ends the live tracks and refuses, `granted` and `prompt` let ask again. */
  setPermission(state: PermissionState): void;
  /** Answers every open prompt (`late`) with yes, and those to come. */
  allow(): void;
  /** Answers every open prompt (`late`) with no, and those to come. */
  deny(): void;
  /** Takes a device away, or all of them: its tracks end and `devicechange` fires. */
  unplug(deviceId?: string): void;
  /** Puts back what was taken away; `devicechange` fires. */
  plug(deviceId?: string): void;
  /** Ends every live track while the devices stay, as when a phone call takes the camera. */
  interrupt(): void;
  /** The tracks turn muted and the picture stands still, as when a phone's browser goes to the background. */
  mute(): void;
  unmute(): void;
  /** The picture stands still and nobody is told: the tracks stay live and unmuted, as after a driver's fault. */
  freeze(): void;
  thaw(): void;
  /**
   * Turns the phone by a quarter: frames become portrait, and landscape again the next time. With `staleSettings` the
   * tracks go on stating the size before the turn, as some phones do (mozmorris/react-webcam #416).
   */
  rotate(options?: { readonly staleSettings?: boolean }): void;
  /** How many tracks are live, of all streams: 0 means that the camera's light is off. */
  liveTracks(): number;
  /** Ends everything: tracks, timers and open prompts (which fail with `AbortError`). Later calls are refused. */
  dispose(): void;
}
