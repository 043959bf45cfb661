/**
 * What each public entry may cost, in kB (1000 bytes) after gzip: its own package's code, nothing it depends on, without the
 * worker, which is counted by itself. An entry without a budget fails.
 */
export const entryBudgetsKb: Readonly<Record<string, number>> = {
  // All of it, with both clients, the vault and, for now, the journey twice: in an owner and for a cache. A page takes far less, see below.
  '@stepframe/core': 22.5,
  '@stepframe/core/capture': 30, // all of it; a page takes far less, see below
  '@stepframe/core/mediapipe': 3,
  '@stepframe/react': 6,
  '@stepframe/react/query': 2.5,
  '@stepframe/relay': 12,
  '@stepframe/relay/node': 12,
  '@stepframe/sandbox': 16, // for development only: faults and scenarios may cost
  '@stepframe/sandbox/node': 16,
  '@stepframe/sandbox/testing': 18,
  '@stepframe/ui': 20.5, // all of it: four kinds of step, every part by itself, the camera and the whole journey
  '@stepframe/ui/styles.css': 5.5, // as lengths that no host's root font shrinks, and with what keeps a host's resets out
  '@stepframe/ui/themes/contrast.css': 0.5, // variables and nothing else
  '@stepframe/ui/themes/forest.css': 0.5,
  '@stepframe/ui/themes/graphite.css': 0.5,
  '@stepframe/ui/themes/plum.css': 0.5,
  // A whole language each, fetched only by pages that ask for it.
  '@stepframe/ui/locales/ar': 7,
  '@stepframe/ui/locales/de': 6,
  '@stepframe/ui/locales/es': 6,
  '@stepframe/ui/locales/fr': 6,
  '@stepframe/ui/locales/hi': 7.5,
  '@stepframe/ui/locales/pt': 6,
  '@stepframe/ui/locales/ur': 7.5,
};

/** What whole pages may cost, in kB after gzip; react and react-dom are left out, every page has them. */
export const pageBudgetsKb = {
  /**
   * The hooks that know the network, with the client a browser uses. They own polling and sending themselves, and need no other
   * library for it.
   */
  journeyHooks: 11.5,
  /**
   * All of @stepframe/react and what it takes of core: camera, live frames and guidance too. 0.1 kB of it let hints and automatic capture work
   * on devices that look twice a second.
   */
  hooks: 29.2,
  /**
   * The ready-made steps and the flow, with what they take of react and core and with the stylesheet, before the camera is opened. They are
   * put together from parts that an integrator can take apart again: that is 1.5 kB of it.
   */
  components: 28.5,
  /**
   * What the components fetch while the instructions are read: camera, live frames, guidance, and their screens. 0.3 kB of it see to it that no
   * clear frame is taken, where a browser has none for a moment.
   */
  camera: 19.5,
  /**
   * Image preparation and the checks of live frames, in a thread of their own. 2 kB of it follow a document from frame to frame: that spares a
   * hand-held phone most of the search, which is half of the work on a frame.
   */
  worker: 18,
  /** Everything a page with `<IdDocumentStep>` downloads before it shows something, dependencies included. */
  firstScreen: 45,
  /** That, and everything a journey downloads later. */
  journey: 104.5,
} as const;
