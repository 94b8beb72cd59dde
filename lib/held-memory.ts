import { readFile } from 'node:fs/promises';

const pageBytes = 4096;

/** Bytes of memory that a process holds; 0 where the system does not tell it (it does on Linux), or when the process has ended. */
export async function heldMemory(pid: number | undefined): Promise<number> {
  const said = pid === undefined ? '' : await readFile(`/proc/${pid}/statm`, 'utf8').catch(() => '');
  return Number(said.split(' ')[1] ?? 0) * pageBytes;
}
