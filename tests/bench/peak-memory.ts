import { readFile, writeFile } from 'node:fs/promises';

/** The most memory that a process held while something was done, in MB; what it holds at the end where the system keeps no peak (not Linux). */
export async function peakMemory(pid: number, work: () => Promise<unknown>): Promise<number> {
  await writeFile(`/proc/${pid}/clear_refs`, '5').catch(() => undefined);
  await work();
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const [, kilobytes = '0'] = /^VmHWM:\s+(\d+)/m.exec(status) ?? [];
  return Math.round(Number(kilobytes) / 1024);
}
