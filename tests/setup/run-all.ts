/** `npm test`: the whole suite, then one line that counts it. Skips are told with their reason; REQUIRE_ALL=1 makes them failures. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: {
    name: string;
    status: string;
    message?: string;
    assertionResults: { status: string; fullName: string; failureMessages?: string[] | null }[];
  }[];
}

interface PlaywrightSuite {
  file: string;
  suites?: PlaywrightSuite[];
  specs?: { title: string; tests: { status: string; annotations: { type: string; description?: string }[] }[] }[];
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  suites: PlaywrightSuite[];
}

const folder = await mkdtemp(path.join(os.tmpdir(), 'eli4u-test-report-'));
const tally: Tally = { passed: 0, failed: 0, skipped: 0 };
/** What failed, told again at the very end, where who reads only the last lines of a long run looks. */
const failures: string[] = [];
let broken = false;

/** Runs a program, showing what it says; its exit code. */
function program(file: string, args: string[], env: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [file, ...args], { stdio: 'inherit', env: { ...process.env, ...env } });
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

async function vitest(): Promise<void> {
  const report = path.join(folder, 'vitest.json');
  const code = await program('node_modules/vitest/vitest.mjs', [
    'run',
    '--reporter=default',
    '--reporter=./tests/setup/skip-reporter.ts',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  if (code !== 0) broken = true;
  const result = JSON.parse(await readFile(report, 'utf8')) as VitestReport;
  // A file that could not even be read counts as one failure: it has no tests to count.
  const unread = result.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  for (const file of unread) failures.push(`${path.relative('.', file.name)}: ${begin(file.message)}`);
  for (const file of result.testResults) {
    for (const test of file.assertionResults.filter(({ status }) => status === 'failed'))
      failures.push(`${path.relative('.', file.name)} › ${test.fullName}: ${begin(test.failureMessages?.[0])}`);
  }
  add({
    passed: result.numPassedTests,
    failed: result.numFailedTests + unread.length,
    skipped: result.numPendingTests + result.numTodoTests,
  });
}

async function playwright(): Promise<void> {
  if (!existsSync('playwright.config.ts')) return;
  const report = path.join(folder, 'playwright.json');
  const code = await program('node_modules/@playwright/test/cli.js', ['test', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
  });
  if (code !== 0) broken = true;
  const result = JSON.parse(await readFile(report, 'utf8')) as PlaywrightReport;
  const { expected, flaky, unexpected, skipped } = result.stats;
  add({ passed: expected + flaky, failed: unexpected, skipped });
  for (const suite of result.suites) {
    tellSkipped(suite);
    noteFailed(suite);
  }
}

function noteFailed(suite: PlaywrightSuite): void {
  for (const inner of suite.suites ?? []) noteFailed(inner);
  for (const spec of suite.specs ?? []) {
    if (spec.tests.some(({ status }) => status === 'unexpected')) failures.push(`${suite.file} › ${spec.title}`);
  }
}

function begin(message: string | undefined): string {
  return (message ?? 'no message').split('\n').slice(0, 4).join(' ').slice(0, 600);
}

function tellSkipped(suite: PlaywrightSuite): void {
  for (const inner of suite.suites ?? []) tellSkipped(inner);
  for (const spec of suite.specs ?? []) {
    for (const test of spec.tests.filter(({ status }) => status === 'skipped')) {
      const reason = test.annotations.find(({ type }) => type === 'skip')?.description;
      console.log(`SKIPPED ${suite.file} › ${spec.title}: ${reason ?? 'its condition does not hold here'}`);
    }
  }
}

function add(more: Tally): void {
  for (const key of ['passed', 'failed', 'skipped'] as const) tally[key] += more[key];
}

try {
  for (const step of [vitest, playwright]) {
    try {
      await step();
    } catch (error) {
      console.error(error);
      broken = true;
    }
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
const required = process.env.REQUIRE_ALL === '1' && tally.skipped > 0;
if (required) console.error(`SKIPPED: ${tally.skipped} tests, and REQUIRE_ALL=1 asks for all`);
for (const failure of failures) console.log(`FAILED ${failure}`);
console.log(`${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped`);
process.exitCode = broken || required || tally.failed > 0 ? 1 : 0;
