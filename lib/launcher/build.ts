import { spawn } from 'node:child_process';
import path from 'node:path';
import { WorldError } from '#lib/errors.ts';
import { clearBuilds, findBuild, holdBuild, newBuildFolder, stampBuild, type HeldBuild } from './build-folders.ts';
import { hashSources } from './build-sources.ts';
import { withFileLock } from './file-lock.ts';

/** Where the sources lie, and what builds them into a folder; tests bring their own. */
export interface BuildPlace {
  root: string;
  build: (folder: string) => Promise<void>;
}

/**
 * The build of the sources as they are: found, or made when they changed. Two starts at once build once. Older builds go when nobody runs
 * from them; the one that is given back is held until it is let go.
 */
export async function buildWhenStale(
  say: (line: string) => void,
  { root, build }: BuildPlace = { root: '.', build: nextBuild },
): Promise<HeldBuild> {
  // Finding, holding and clearing under one lock: nobody clears what another has just found.
  return withFileLock(path.join(root, '.next.lock'), async () => {
    const hash = await hashSources(root);
    const held = await holdBuild(root, (await findBuild(root, hash)) ?? (await freshBuild(hash, say, { root, build })));
    await clearBuilds(root, held.folder);
    return held;
  });
}

async function freshBuild(hash: string, say: (line: string) => void, { root, build }: BuildPlace): Promise<string> {
  say('pages: building (half a minute, only when the program has changed)');
  const started = Date.now();
  const folder = newBuildFolder(hash);
  await build(folder);
  // Sources that were edited meanwhile are in it partly: it serves now, and the next start builds again.
  if ((await hashSources(root)) === hash) await stampBuild(root, folder, hash);
  say(`pages: built in ${Math.round((Date.now() - started) / 1000)} s`);
  return folder;
}

async function nextBuild(folder: string): Promise<void> {
  const child = spawn(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ELI4U_BUILD: folder, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  });
  const abandon = () => child.kill();
  process.once('exit', abandon);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number>((resolve) => child.on('exit', (exit) => resolve(exit ?? 1)));
  process.off('exit', abandon);
  if (code !== 0) throw new WorldError(`the pages could not be built:\n${output.slice(-4000)}`);
}
