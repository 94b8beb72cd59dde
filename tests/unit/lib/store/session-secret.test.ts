import { mkdtemp, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sessionSecret } from '#lib/store/session-secret.ts';

let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'eli4u-secret-'));
});
afterAll(() => rm(dataDir, { recursive: true }));

const server = (url: string, folder = dataDir) => sessionSecret({ database: { kind: 'server', url }, dataDir: folder });

describe('the secret of sessions', () => {
  it('is made once, for its owner alone', async () => {
    const own = await sessionSecret({ database: { kind: 'embedded' }, dataDir });
    expect(own.length).toBeGreaterThanOrEqual(32);
    expect(await sessionSecret({ database: { kind: 'embedded' }, dataDir })).toBe(own);
    expect((await stat(path.join(dataDir, 'secrets', 'auth'))).mode & 0o777).toBe(0o600);
  });

  it('is the same on every machine of one database, another for another, and is not its password', async () => {
    const one = await server('postgres://o:p%40ss@db/x', '/nowhere');
    expect(await server('postgres://o:p%40ss@other-name/x', '/elsewhere')).toBe(one);
    expect(await server('postgres://o:pass@db/x')).not.toBe(one);
    expect(one).not.toContain('p@ss');
  });

  it('is never derived from nothing', async () =>
    expect(await server('postgres://o@db/x')).toBe(await sessionSecret({ database: { kind: 'embedded' }, dataDir })));
});
