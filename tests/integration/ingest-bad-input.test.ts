import { execFile } from 'node:child_process';
import { chmod, chown, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '#ingest/run.ts';
import { fingerprint, keepsSource, sourcePath } from '#lib/store/source-files.ts';
import { createPool } from '#lib/store/pool.ts';
import { ead, unit } from '#tests/builders/ead.ts';
import { idsByTitle, ingestPaths, ingestTexts, storedRecords } from '#tests/builders/ingest.ts';
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts';
import { plainAccount } from '#tests/setup/plain-account.ts';

let database: FreshDatabase;
let pool: pg.Pool;
beforeAll(async () => {
  database = await freshDatabase();
  pool = createPool(database.appUrl, { applicationName: 'test', max: 4 });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

let n = 0;
const small = (children = [unit('A')], more = {}) => ead({ recordid: `bad-${++n}`, children, ...more });

describe('a file that cannot be read is one clear line, and nothing is lost', () => {
  it.each<[string, string | Buffer, RegExp]>([
    ['not XML at all', 'Caro diario, oggi niente XML.', /XML|text|root/i],
    ['an empty file', '', /empty|root|XML/i],
    ['binary', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 255]), /./],
    ['malformed: a tag left open', small().replace('</archdesc>', ''), /tag|archdesc|close/i],
    ['cut off in the middle', small().slice(0, -200), /./],
    [
      'bytes that are not the declared encoding',
      Buffer.from(small().replace('>A<', '>Sanit\u00e0<'), 'latin1'),
      /encod|UTF-8/i,
    ],
    ['another vocabulary', '<?xml version="1.0"?><map><entry/></map>', /map/],
    [
      'an entity of its own',
      `<?xml version="1.0"?><!DOCTYPE ead [<!ENTITY x SYSTEM "file:///etc/passwd">]>${small().slice(38).replace('>A<', '>&x;<')}`,
      /entity|entit/i,
    ],
    [
      'an entity bomb',
      `<?xml version="1.0"?><!DOCTYPE ead [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>${small().slice(38).replace('>A<', '>&c;<')}`,
      /entity|entit/i,
    ],
    ['elements 4,000 deep', small().replace('<dsc>', `<dsc>${'<c level="file">'.repeat(4000)}`), /3000 deep/],
    ['70 MB without a blank', small([unit('A', { body: `<odd><p>${'x'.repeat(70_000_000)}</p></odd>` })]), /blank/],
  ])('%s', async (_, text, reason) => {
    const before = await storedRecords(pool);
    const result = await ingestTexts(pool, { 'bad.xml': text, 'good.xml': small([unit(`after ${n}`)]) });
    expect(result.quarantined).toBeGreaterThanOrEqual(1);
    expect(result.created).toBe(2);
    expect(result.read).toBe(result.created + result.quarantined);
    const severe = result.said.filter((problem) => problem.severity === 'severe');
    expect(severe).toHaveLength(1);
    expect(severe[0]?.message).toMatch(reason);
    expect(severe[0]?.line ?? severe[0]?.xpath).toBeDefined();
    expect(severe[0]?.file).toMatch(/bad\.xml$/);
    const after = await storedRecords(pool);
    for (const record of before) expect(after).toContainEqual(record);
    expect(JSON.stringify(after)).not.toContain('root:');
  });
});

describe('odd but readable input is kept whole', () => {
  it.each<[string, string, number]>([
    [
      'a 5 MB note',
      small([unit('A', { body: `<scopecontent><p>${'parola diversa '.repeat(350_000)}</p></scopecontent>` })]),
      2,
    ],
    ['a 10,000-character title', small([unit('T'.repeat(10_000))]), 2],
    ['a 3,000-character reference code', small([unit('A', { unitid: 'x'.repeat(3000) })]), 2],
    ['a word of 100,000 letters', small([unit('A', { body: `<odd><p>${'q'.repeat(100_000)}</p></odd>` })]), 2],
    ['missing ids', small([unit('A'), unit('B')]), 3],
    ['dates out of reach', small([unit('A', { date: '0/9999' })]), 2],
    ['inverted dates', small([unit('A', { date: '1900/1800' })]), 2],
    ['no level', small().replace(' level="file"', ''), 2],
    ['no title', small().replace('<unittitle>A</unittitle>', ''), 2],
    ['U+0000', small().replace('>A<', '>A\u0000B<'), 2],
  ])('%s', async (_, text, units) => {
    const result = await ingestTexts(pool, { 'odd.xml': text });
    expect(result).toMatchObject({ read: units, created: units, quarantined: 0 });
    const again = await ingestTexts(pool, { 'odd.xml': `${text}\n` });
    expect(again).toMatchObject({ read: units, unchanged: units });
  });

  it('keeps the 5 MB note and the long title to the last character', async () => {
    const note = 'parola '.repeat(750_000).trim();
    await ingestTexts(pool, {
      'long.xml': small([unit(`${'Z'.repeat(9_999)}!`, { body: `<scopecontent><p>${note}</p></scopecontent>` })]),
    });
    const { rows } = await pool.query<{ title: number; note: number }>(
      `SELECT length(title) AS title, length(description #>> '{elements,scopeAndContent,0,text}') AS note FROM eli4u.record WHERE title LIKE 'ZZZZ%!'`,
    );
    expect(rows).toEqual([{ title: 10_000, note: note.length }]);
  });

  it('reads 1,000 levels', async () => {
    const deep = `${'<c level="series"><did><unittitle>giù</unittitle></did>'.repeat(1000)}${'</c>'.repeat(1000)}`;
    const text = small([unit('cima')]).replace('<dsc>', `<dsc>${deep}`);
    expect(await ingestTexts(pool, { 'deep.xml': text })).toMatchObject({ read: 1002, created: 1002, quarantined: 0 });
  });
});

describe('values longer than an index takes are kept whole', () => {
  // Letters that do not compress: PostgreSQL's limit is on what is left after compression.
  const long = Array.from({ length: 12_000 }, (_, i) => String.fromCodePoint(0x4e00 + ((i * 7919) % 20_000))).join('');
  it.each<[string, string]>([
    ['title of a fonds', small([unit('A')], { title: long })],
    ['id of a component', small([unit('A', { id: long })])],
    ['id of a source', ead({ recordid: long, children: [unit('A')] })],
    ['code of a custodian', small([unit('A')], { agency: long })],
    [
      'name and identifier of a creator',
      small([
        unit('A', { did: `<origination><persname identifier="${long}"><part>${long}</part></persname></origination>` }),
      ]),
    ],
    [
      'access points',
      small([unit('A', { body: `<controlaccess><subject><part>${long}</part></subject></controlaccess>` })]),
    ],
    [
      'words of a relation',
      small([
        unit('A', {
          body: `<relations><relation relationtype="otherrelationtype" href="${long}"><relationentry localtype="${long}">x</relationentry></relation></relations>`,
        }),
      ]),
    ],
    [
      'level, code, date, place',
      small([
        unit('A', {
          level: 'otherlevel" otherlevel="' + long,
          unitid: long,
          did: `<unitid label="SegnaturaPrecedente" localtype="SegnaturaPrecedente">${long}</unitid><unitdate>${long}</unitdate><container localtype="${long}">${long}</container><dao daotype="unknown" localtype="${long}" href="http://x.it/${long}"/>`,
        }),
      ]),
    ],
  ])('%s', async (_, text) => {
    const result = await ingestTexts(pool, { 'long.xml': text });
    expect(result.said.filter((problem) => problem.severity === 'severe')).toEqual([]);
    expect(result).toMatchObject({ read: 2, created: 2 });
    expect(await ingestTexts(pool, { 'long.xml': `${text}\n` })).toMatchObject({ read: 2, unchanged: 2 });
  });
});

it('keeps aside a file that the database refuses, and goes on', async () => {
  const fonds = (name: string) => ead({ recordid: name, title: name, children: [unit(`${name} A`)] });
  const owner = createPool(database.ownerUrl, { applicationName: 'test', max: 1 });
  await owner.query(`ALTER TABLE eli4u.record ADD CONSTRAINT no_refused CHECK (title <> 'refused')`);
  try {
    const result = await ingestTexts(pool, { 'a.xml': fonds('refused'), 'b.xml': fonds('welcome') });
    expect(result).toMatchObject({ read: 3, created: 2, quarantined: 1 });
    expect(result.said).toMatchObject([
      { code: 'not-loaded', severity: 'severe', message: expect.stringMatching(/no_refused/) as string },
    ]);
    expect(Object.keys(await idsByTitle(pool))).not.toContain('refused A');
  } finally {
    await owner.query('ALTER TABLE eli4u.record DROP CONSTRAINT no_refused');
    await owner.end();
  }
});

it('commits nothing of which the raw source cannot be kept, and tells what is missing of those kept', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'eli4u-unkept-'));
  const place = path.join(folder, 'x.xml');
  await writeFile(place, ead({ recordid: 'unkept', children: [unit('mai scritta')] }));
  const watch = { files: () => undefined, progress: () => undefined, file: () => undefined };
  const ingest = (dataDir: string) =>
    run(
      { paths: [place], dryRun: false, repository: null },
      { pool, dataDir, today: '2026-11-23', baseUrl: 'http://localhost:3000', watch },
    );
  try {
    // A file where the folder of raw sources should be: as good as a full disk.
    await writeFile(path.join(folder, 'sources'), '');
    await expect(ingest(folder)).rejects.toThrow(/ENOTDIR|EEXIST/);
    expect(Object.keys(await idsByTitle(pool))).not.toContain('mai scritta');
    await rm(path.join(folder, 'sources'));
    expect(await ingest(folder)).toMatchObject({ created: 2 });
    const { sha256 } = await fingerprint(place);
    expect(await keepsSource(folder, sha256)).toBe(true);
    await writeFile(sourcePath(folder, sha256), 'no gzip');
    expect(await keepsSource(folder, sha256)).toBe(false);
    await rm(sourcePath(folder, sha256));
    expect(await keepsSource(folder, sha256)).toBe(false);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

it('reads a file once that is named twice, and no pipe', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'eli4u-twice-'));
  try {
    await writeFile(path.join(folder, 'x.xml'), small());
    await promisify(execFile)('mkfifo', [path.join(folder, 'pipe.xml')]);
    await symlink('.', path.join(folder, 'loop'));
    const paths = [folder, path.join(folder, 'x.xml'), path.join(folder, 'loop', 'x.xml')];
    expect(await ingestPaths(pool, paths)).toMatchObject({ read: 2, created: 2, quarantined: 0 });
    expect(await ingestPaths(pool, [path.join(folder, 'pipe.xml')])).toMatchObject({
      read: 1,
      said: [{ code: 'unreadable', message: 'neither a file nor a folder' }],
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

it('keeps what existed of a unit that is quarantined, and what lies below it', async () => {
  const recordid = `bad-${++n}`;
  const tree = (body: string) =>
    ead({
      recordid,
      children: [
        unit('grande', { id: 'big', level: 'series', body, children: [unit('sotto', { id: 'below' })] }),
        unit('resta', { id: 'r' }),
      ],
    });
  await ingestTexts(pool, { 'f.xml': tree('') });
  const result = await ingestTexts(pool, { 'f.xml': tree(`<odd><p>${'troppo '.repeat(6_000_000)}</p></odd>`) });
  expect(result).toMatchObject({ read: 4, quarantined: 2, unchanged: 2, deleted: 0 });
  expect(Object.keys(await idsByTitle(pool))).toEqual(expect.arrayContaining(['grande', 'sotto', 'resta']));
}, 60_000);

it('says so when a folder may not be read, and goes on', async (context) => {
  const account = plainAccount(context) ?? context.skip('needs root to become another user');
  const folder = await mkdtemp(path.join(os.tmpdir(), 'eli4u-closed-'));
  try {
    await chmod(folder, 0o755);
    await mkdir(path.join(folder, 'closed'));
    await writeFile(path.join(folder, 'closed', 'x.xml'), small());
    await chmod(path.join(folder, 'closed'), 0o700);
    const script = `import { findFiles } from ${JSON.stringify(path.resolve('ingest/find-files.ts'))}; console.log(JSON.stringify(await findFiles([${JSON.stringify(folder)}])))`;
    await writeFile(path.join(folder, 'look.mts'), script);
    await chown(path.join(folder, 'look.mts'), account.uid, account.gid);
    const tsx = path.resolve('node_modules/tsx/dist/loader.mjs');
    const out = await new Promise<string>((resolve, reject) =>
      execFile(
        process.execPath,
        ['--import', tsx, path.join(folder, 'look.mts')],
        {
          ...account,
          cwd: folder,
          env: { HOME: folder, TMPDIR: os.tmpdir(), PATH: process.env.PATH, NODE_ENV: 'test' },
        },
        (error, stdout) => (error ? reject(error) : resolve(stdout)),
      ),
    );
    expect(JSON.parse(out)).toMatchObject({
      files: [],
      unreachable: [{ path: path.join(folder, 'closed'), reason: 'no permission to read it' }],
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

it('counts an unreachable path as quarantined', async () => {
  expect(await ingestPaths(pool, ['/does/not/exist.xml'])).toMatchObject({ read: 1, quarantined: 1 });
});
