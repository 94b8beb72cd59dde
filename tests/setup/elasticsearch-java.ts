import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** Elasticsearch 9 runs on Java 21 or later. */
const oldest = 21;
const linuxHomes = '/usr/lib/jvm';

/** The home of a Java that is new enough, by what the environment names, then what is installed; null when there is none. */
export function findJava(env: NodeJS.ProcessEnv = process.env): string | null {
  const installed = existsSync(linuxHomes) ? readdirSync(linuxHomes).map((name) => path.join(linuxHomes, name)) : [];
  const homes = [env['ES_JAVA_HOME'], env['JAVA_HOME'], ...installed].filter((home) => home !== undefined);
  return homes.find((home) => releaseOf(home) >= oldest) ?? null;
}

/** Whether a program answers on this machine. */
export function canRun(program: string, ...args: string[]): boolean {
  try {
    execFileSync(program, args, { stdio: 'pipe' });
    return true;
  } catch {
    return false;
  }
}

export const javaProgram = (home: string): string => path.join(home, 'bin', 'java');

function releaseOf(home: string): number {
  const program = javaProgram(home);
  if (!existsSync(program)) return 0;
  try {
    const said = execFileSync(program, ['--version'], { stdio: 'pipe' }).toString();
    return Number(/^\S+ (\d+)/.exec(said)?.[1] ?? 0);
  } catch {
    // Java 8 and a broken installation alike: not one to use.
    return 0;
  }
}
