import type { Tab } from './Tab.ts';

/** What the browser's camera does: shows its own test picture, or is kept from the page. */
export type CameraMood = 'works' | 'withheld';

/** A browser beside Chromium that a journey is tried in. */
export interface BrowserUnderTest {
  readonly name: string;
  /** What has to be installed, in Debian's words. */
  readonly debianPackages: readonly string[];
  /** Whether all of it is there. */
  readonly isInstalled: () => boolean;
  readonly open: (camera: CameraMood) => Promise<Tab>;
  /** What the page says when the camera is withheld. */
  readonly withheldText: string;
  /**
   * Whether a picture shows the browser's own test camera, upright. `false` for one that is turned, mirrored, black or of something else.
   */
  readonly showsCamera: (jpeg: Buffer) => Promise<boolean>;
}
