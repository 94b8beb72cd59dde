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

const folder = await mkdtemp(path.join(os.tmpdir(), 'eli4u-test-report-'));
const tally: Tally = { passed: 0, failed: 0, skipped: 0 };
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
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  const result = JSON.parse(await readFile(report, 'utf8')) as {
    numPassedTests: number;
    numFailedTests: number;
    numPendingTests: number;
    numTodoTests: number;
  };
  add({
    passed: result.numPassedTests,
    failed: result.numFailedTests,
    skipped: result.numPendingTests + result.numTodoTests,
  });
  if (code !== 0) broken = true;
}

async function playwright(): Promise<void> {
  if (!existsSync('playwright.config.ts')) return;
  const report = path.join(folder, 'playwright.json');
  const code = await program('node_modules/@playwright/test/cli.js', ['test', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
  });
  const result = JSON.parse(await readFile(report, 'utf8')) as {
    stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  };
  add({
    passed: result.stats.expected + result.stats.flaky,
    failed: result.stats.unexpected,
    skipped: result.stats.skipped,
  });
  if (code !== 0) broken = true;
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
console.log(`${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped`);
process.exitCode = broken || required || tally.failed > 0 ? 1 : 0;
