import { readFile } from 'node:fs/promises';

/** Ticks of the kernel's clock in a second, as Linux has told programs since 2.6. */
const ticks = 100;

/**
 * Milliseconds of processor that a process has used; null where the system does not tell (not Linux). On a machine that others keep busy it says
 * what a page costs, where the time it took says how long it waited.
 */
export async function cpuTime(pid: number): Promise<number | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  // The program's name stands in brackets and may hold anything.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields ? ((Number(fields[11]) + Number(fields[12])) / ticks) * 1000 : null;
}
