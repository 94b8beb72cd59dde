import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { longestReport, saidIn, UnsoundPackage, type PreservationSystem } from './preservation-system.ts';

/**
 * A folder from which the preservation system fetches, by SFTP or a mount: `versamenti/<id>.zip`, there only when it is whole. What it answers
 * it leaves as `esiti/<id>.accepted.<ext>` or `esiti/<id>.refused.<ext>`.
 */
export function folderSystem(folder: string): PreservationSystem {
  const packages = path.join(folder, 'versamenti');
  const reports = path.join(folder, 'esiti');
  return {
    name: folder,
    async send({ id, open: openPackage }) {
      const target = path.join(packages, `${id}.zip`);
      const draft = path.join(folder, `.${id}.${randomUUID()}`);
      try {
        await mkdir(packages, { recursive: true });
        await mkdir(reports, { recursive: true });
        await clearDrafts(folder, id);
        await pipeline(openPackage(), createWriteStream(draft, { flags: 'wx', mode: 0o640, flush: true }));
        await rename(draft, target);
        await flushFolder(packages);
        return { kind: 'sent' };
      } catch (error) {
        await rm(draft, { force: true }).catch(() => undefined);
        if (error instanceof UnsoundPackage) throw error;
        return { kind: 'failed', said: error instanceof Error ? error.message : String(error) };
      }
    },
    async ask(id) {
      try {
        const found = (await readdir(reports)).find(
          (name) => name.startsWith(`${id}.accepted.`) || name.startsWith(`${id}.refused.`),
        );
        if (found === undefined) return { kind: 'pending' };
        const file = path.join(reports, found);
        const { size } = await stat(file);
        if (size > longestReport) return { kind: 'failed', said: `${found} has ${size} bytes: too long for a report` };
        // Named before it is written, as some transfers do.
        if (size === 0) return { kind: 'pending' };
        const report = await readFile(file);
        return found.startsWith(`${id}.accepted.`)
          ? { kind: 'accepted', report }
          : { kind: 'refused', said: saidIn(report), report };
      } catch (error) {
        return { kind: 'failed', said: error instanceof Error ? error.message : String(error) };
      }
    },
  };
}

/** What a crash left of the same package. */
async function clearDrafts(folder: string, id: string): Promise<void> {
  for (const name of await readdir(folder))
    if (name.startsWith(`.${id}.`)) await rm(path.join(folder, name), { force: true });
}

async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
