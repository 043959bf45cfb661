/**
 * What each public entry may cost, in kB (1000 bytes) after gzip: its own package's code, nothing it depends on, without the
 * worker, which is counted by itself. An entry without a budget fails.
 */
export const entryBudgetsKb: Readonly<Record<string, number>> = {
  '@stepframe/core': 8,
  '@stepframe/core/capture': 28, // all of it; a page takes far less, see below
  '@stepframe/core/mediapipe': 3,
  '@stepframe/react': 6,
  '@stepframe/relay': 12,
  '@stepframe/relay/node': 12,
  '@stepframe/sandbox': 14,
  '@stepframe/sandbox/node': 14,
  '@stepframe/sandbox/testing': 18,
  '@stepframe/ui': 13,
  '@stepframe/ui/styles.css': 4,
};

/** What whole pages may cost, in kB after gzip; react and react-dom are left out, every page has them. */
export const pageBudgetsKb = {
  /** The hooks that know the network, with the client a browser uses. */
  journeyHooks: 10,
  /** All of @stepframe/react and what it takes of core: camera, live frames and guidance too. */
  hooks: 24,
  /** All of ui, react, core and the stylesheet that is there before the camera is opened. */
  components: 25,
  /** What the components fetch while the instructions are read: camera, live frames, guidance, and their screens. */
  camera: 17,
  /** Image preparation and the checks of live frames, in a thread of their own. */
  worker: 16,
  /** Everything a page with `<IdDocumentStep>` downloads before it shows something, dependencies included. */
  firstScreen: 45,
  /** That, and everything a journey downloads later. */
  journey: 95,
} as const;
