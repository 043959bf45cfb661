import type { Reporter, TestModule } from 'vitest/node';

/** Prints `N passed, N failed` over all projects as the last line; what fails outside of a test counts as one failure each. */
export class ClosingLine implements Reporter {
  // Unless it is told otherwise, the run broke off: a setup that throws ends it without a word to reporters.
  #line = '0 passed, 1 failed';

  onInit(): void {
    process.once('exit', () => console.log(`\n${this.#line}`));
  }

  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const count = (state: string) => tests.filter((test) => test.result().state === state).length;
    const broken = modules.filter((module) => module.state() === 'failed' && ![...module.children.allTests('failed')].length).length;
    const failed = count('failed') + broken + errors.length + (tests.length === 0 ? 1 : 0);
    const skipped = count('skipped');
    this.#line = `${count('passed')} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
  }
}
