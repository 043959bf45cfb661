import { readCameraPermission } from './readCameraPermission.ts';

/** What is listened to; each may be missing, as on a server or in a webview. */
export interface CameraSurroundings {
  readonly window?: EventTarget & { readonly screen?: { readonly orientation?: EventTarget | undefined } };
  readonly document?: EventTarget & { readonly visibilityState?: string };
  readonly mediaDevices?: EventTarget | undefined;
  readonly permissions?: Pick<Permissions, 'query'> | undefined;
}

export interface CameraEnvironmentListeners {
  /** The page can be seen again, or anew: it was hidden, in the back-forward cache, or another window was in front. */
  readonly onShown?: () => void;
  readonly onHidden?: () => void;
  /** The screen was turned. */
  readonly onTurned?: () => void;
  /** A camera was plugged in or unplugged. */
  readonly onDevices?: () => void;
  /** Called with the state at first, then with each change; never where the browser does not tell. */
  readonly onPermission?: (state: PermissionState) => void;
}

const page = (): CameraSurroundings => ({
  window: globalThis.window,
  document: globalThis.document,
  mediaDevices: globalThis.navigator?.mediaDevices,
  permissions: globalThis.navigator?.permissions,
});

/**
 * Listens to everything around a camera that may take it or bring it back, until the returned function is called.
 * It prompts for nothing.
 *
 * An installed web app on iOS may come back with no `visibilitychange`, only with `focus` or `pageshow`.
 */
export function watchCameraEnvironment(listeners: CameraEnvironmentListeners, surroundings: CameraSurroundings = page()): () => void {
  const { onShown, onHidden, onTurned, onDevices, onPermission } = listeners;
  const { window, document, mediaDevices, permissions } = surroundings;
  const undo: (() => void)[] = [];
  let isStopped = false;
  const isShown = () => document?.visibilityState !== 'hidden';
  const on = (target: EventTarget | undefined, names: readonly string[], listener: (() => void) | undefined) => {
    if (!listener || isStopped) return;
    for (const name of names) {
      target?.addEventListener?.(name, listener);
      undo.push(() => target?.removeEventListener?.(name, listener));
    }
  };
  on(document, ['visibilitychange'], () => (isShown() ? onShown?.() : onHidden?.()));
  on(window, ['pageshow', 'focus'], () => isShown() && onShown?.());
  on(window, ['orientationchange'], onTurned);
  on(window?.screen?.orientation, ['change'], onTurned);
  on(mediaDevices, ['devicechange'], onDevices);
  if (onPermission) {
    void readCameraPermission(permissions).then((status) => {
      if (!status || isStopped) return;
      on(status, ['change'], () => onPermission(status.state));
      onPermission(status.state);
    });
  }
  return () => {
    isStopped = true;
    for (const remove of undo.splice(0)) remove();
  };
}
