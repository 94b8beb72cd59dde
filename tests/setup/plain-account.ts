import { execFileSync } from 'node:child_process';
import type { TestContext } from 'vitest';
import { canEnter } from '#lib/store/reachable.ts';
import type { Account } from '#lib/store/postgres-programs.ts';

/**
 * Somebody who may not do everything, as whom our programs can be run: root may write everywhere. Null: who runs the tests is such a one.
 * Skips the test where this folder is closed to everybody but root.
 */
export function plainAccount(context: TestContext): Account | null {
  if (process.getuid?.() !== 0) return null;
  const ask = (option: string) => Number(execFileSync('id', [option, 'nobody']).toString());
  const account = { uid: ask('-u'), gid: ask('-g') };
  if (!canEnter(process.cwd(), account)) context.skip('a folder above this one is closed to everybody but root');
  return account;
}
