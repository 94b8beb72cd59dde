import { execFile, execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Where `pip install --target` puts them, for whoever has no place of their own (README, "Tests"). */
const folder = process.env['HARVESTERS'] ?? path.join(os.tmpdir(), 'eli4u-harvesters');
const env = { ...process.env, PYTHONPATH: folder, PYTHONDONTWRITEBYTECODE: '1' };

/** Why a harvester of PyPI cannot run here; null where it can. */
export function missingPython(module: 'sickle' | 'oaipmh_scythe'): string | null {
  try {
    execFileSync('python3', ['-c', `import ${module}`], { env, stdio: 'ignore' });
    return null;
  } catch {
    return `needs Python with ${module} (pip install --target ${folder} sickle oaipmh-scythe)`;
  }
}

/** Why Debian's harvester cannot run here; null where it can. */
export const missingPerl = (): string | null =>
  existsSync('/usr/bin/oai_pmh') ? null : 'needs oai_pmh (apt-get install libhttp-oai-perl)';

/** What a script of this folder says in its last line. */
export async function harvestBy(script: 'sickle' | 'scythe', url: string, ...given: string[]): Promise<unknown> {
  const file = path.join(import.meta.dirname, `${script}_harvest.py`);
  const { stdout } = await run('python3', [file, url, ...given], { env, maxBuffer: 256 * 1024 * 1024 });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
}
