import path from 'node:path';
import type { Reporter, TestModule } from 'vitest/node';

/** One line for every test that was left out, with its reason (`context.skip('reason')`), where the run's summary shows none. */
export default class SkipReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    for (const module of modules) {
      for (const test of module.children.allTests('skipped')) {
        const result = test.result();
        const note = result.state === 'skipped' ? result.note : undefined;
        const reason =
          note ?? (test.options.mode === 'todo' ? 'still to be written' : 'its condition does not hold here');
        console.log(`SKIPPED ${path.relative(process.cwd(), module.moduleId)} › ${test.fullName}: ${reason}`);
      }
    }
  }
}
