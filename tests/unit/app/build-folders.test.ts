import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildWhenStale } from '#lib/launcher/build.ts';

let root: string;
let built: string[];
let said: string[];

beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'eli4u-build-'));
  built = [];
  said = [];
  await write('app/page.tsx', 'one');
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function write(place: string, text: string): Promise<void> {
  await mkdir(path.dirname(path.join(root, place)), { recursive: true });
  await writeFile(path.join(root, place), text);
}

const build = async (folder: string): Promise<void> => {
  built.push(folder);
  await write(path.join(folder, 'BUILD_ID'), 'x');
};
const start = (how = build) => buildWhenStale((line) => said.push(line), { root, build: how });
const exists = (folder: string) =>
  stat(path.join(root, folder, 'BUILD_ID')).then(
    () => true,
    () => false,
  );

describe('the build of the pages', () => {
  it('is made once for the same sources', async () => {
    const first = await start();
    const second = await start();
    expect(second.folder).toBe(first.folder);
    expect(built).toEqual([first.folder]);
  });

  it('goes into another folder when sources change; the one in use stays, as it is', async () => {
    const running = await start();
    await write('app/page.tsx', 'two');
    const next = await start();
    expect(next.folder).not.toBe(running.folder);
    expect(await exists(running.folder)).toBe(true);
    expect(await exists(next.folder)).toBe(true);
  });

  it('is cleared when nobody runs from it any more', async () => {
    const first = await start();
    await first.release();
    await write('app/page.tsx', 'two');
    const second = await start();
    expect(await readdir(path.join(root, '.next'))).toEqual([path.basename(second.folder)]);
  });

  it('is not kept for a process that has died, but for a live one on another machine', async () => {
    const first = await start();
    await first.release();
    // No process has this number: beyond the largest that Linux gives.
    await write(path.join(first.folder, 'users', `${os.hostname()}.99999999`), '');
    await write('app/page.tsx', 'two');
    const second = await start();
    expect(await exists(first.folder)).toBe(false);
    await second.release();
    await write(path.join(second.folder, 'users', 'elsewhere.7'), '');
    await write('app/page.tsx', 'three');
    await start();
    expect(await exists(second.folder)).toBe(true);
  });

  it('is made once by two starts at the same moment', async () => {
    const [one, other] = await Promise.all([start(), start()]);
    expect(one.folder).toBe(other.folder);
    expect(built).toHaveLength(1);
  });

  it('that was broken off is made again, elsewhere', async () => {
    const broken = async (folder: string) => {
      await build(folder);
      throw new Error('killed');
    };
    await expect(start(broken)).rejects.toThrow('killed');
    const whole = await start();
    expect(built).toHaveLength(2);
    expect(await readdir(path.join(root, '.next'))).toEqual([path.basename(whole.folder)]);
  });

  it('of sources edited meanwhile serves, and is made again by the next start', async () => {
    const edited = async (folder: string) => {
      await build(folder);
      await write('app/page.tsx', 'edited meanwhile');
    };
    const first = await start(edited);
    const second = await start();
    expect(second.folder).not.toBe(first.folder);
    expect(await exists(first.folder)).toBe(true);
    expect((await start()).folder).toBe(second.folder);
  });
});
