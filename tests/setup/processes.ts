import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

interface Process {
  pid: number;
  parent: number;
}

/** All processes that live; one that only waits for its parent to notice its end does not. */
function livingProcesses(): Process[] {
  if (process.platform === 'linux') return readdirSync('/proc').flatMap(fromProc);
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,state=']).toString().trim().split('\n');
  return lines.flatMap((line) => {
    const [pid, parent, state = ''] = line.trim().split(/\s+/);
    return state.startsWith('Z') ? [] : [{ pid: Number(pid), parent: Number(parent) }];
  });
}

function fromProc(name: string): Process[] {
  if (!/^\d+$/.test(name)) return [];
  try {
    // The program's name stands in brackets and may hold anything.
    const [state, parent] = (/\) (\S) (\d+)/.exec(readFileSync(`/proc/${name}/stat`, 'utf8')) ?? []).slice(1);
    return state === undefined || state === 'Z' ? [] : [{ pid: Number(name), parent: Number(parent) }];
  } catch {
    return []; // gone since the folder was listed
  }
}

/** A process and all that it started, directly or not. */
export function familyOf(pid: number): number[] {
  const all = livingProcesses();
  const family = all.filter((each) => each.pid === pid).map((each) => each.pid);
  for (const member of family) family.push(...all.filter((each) => each.parent === member).map((each) => each.pid));
  return family;
}

/** Those of them that still live. */
export function stillAlive(pids: number[]): number[] {
  const living = new Set(livingProcesses().map((each) => each.pid));
  return pids.filter((pid) => living.has(pid));
}

/** Ends them without a word, all at once; one that is gone already is none the worse. */
export function killAll(pids: number[]): void {
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }
}
