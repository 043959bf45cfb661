/** What each public entry may cost, in kB (1000 bytes) after gzip: its own package's code, nothing it depends on. An entry
 * without a budget fails. */
export const entryBudgetsKb: Readonly<Record<string, number>> = {
  '@stepframe/core': 8,
  '@stepframe/core/capture': 8,
  '@stepframe/core/mediapipe': 3,
  '@stepframe/react': 5,
  '@stepframe/relay': 12,
  '@stepframe/relay/node': 12,
  '@stepframe/sandbox': 14,
  '@stepframe/sandbox/node': 14,
  '@stepframe/sandbox/testing': 18,
  '@stepframe/ui': 12,
  '@stepframe/ui/styles.css': 4,
};

/** What whole pages may cost, in kB after gzip; react and react-dom are left out, every page has them. */
export const pageBudgetsKb = {
  /** The hooks: all of @stepframe/react and what it takes of core, without their dependencies. */
  hooks: 10,
  /** The components: all of ui, react and core that they take, with the stylesheet, without their dependencies. */
  components: 25,
  /** Everything a page with `<IdDocumentStep>` downloads before it shows something, dependencies included. */
  firstScreen: 45,
  /** That, and everything a journey downloads later. */
  journey: 75,
} as const;
