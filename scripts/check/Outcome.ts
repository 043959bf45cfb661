/** How one check ended: a tool's run, one step of a script, or one test. */
export interface Outcome {
  readonly name: string;
  readonly status: 'passed' | 'failed' | 'skipped';
}
