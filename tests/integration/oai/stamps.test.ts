import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { abilities } from '#lib/records/dissemination.ts';
import { toldAt } from '#lib/records/dissemination-clock.ts';
import { formats } from '#lib/oai/formats.ts';
import { identifierOf } from '#lib/records/identifier.ts';
import { readClock } from '#lib/store/dissemination/clock-row.ts';
import { createHarvestStore, type HarvestStore } from '#lib/store/dissemination/harvest-store.ts';
import { stampChanges } from '#lib/store/dissemination/stamp-changes.ts';
import { createPool } from '#lib/store/pool.ts';
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts';

const id = {
  house: identifierOf(1),
  creator: identifierOf(2),
  subject: identifierOf(3),
  cousin: identifierOf(4),
  fonds: identifierOf(10),
  series: identifierOf(11),
  file: identifierOf(12),
  hidden: identifierOf(13),
  other: identifierOf(20),
  otherFile: identifierOf(21),
};
type Name = keyof typeof id;
const nameOf = Object.fromEntries(Object.entries(id).map(([name, one]) => [one, name]));

let database: FreshDatabase;
let pool: pg.Pool;
let store: HarvestStore;
let now = Date.parse('2026-01-01T00:00:00Z');

const stamps = async () => {
  now += 10_000;
  await stampChanges(pool, () => now);
};
const all = { conditions: [], stampOf: 'item' as const, from: null, until: 9_000_000_000 };
const rows = () => store.list(all, null, 1000);
/** What was stamped in the last round. */
const stamped = async (): Promise<string[]> =>
  (await rows())
    .filter(({ stamp }) => stamp === now / 1000)
    .map((row) => (nameOf[row.id] ?? row.id) + (row.deleted ? ' gone' : ''))
    .sort();

beforeAll(async () => {
  database = await freshDatabase();
  pool = createPool(database.appUrl, { applicationName: 'test', max: 8 });
  store = createHarvestStore(pool);
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

beforeEach(async () => {
  await pool.query(
    'DELETE FROM eli4u.record_relation; DELETE FROM eli4u.record_agent; DELETE FROM eli4u.agent_relation; DELETE FROM eli4u.digital_object',
  );
  await pool.query('DELETE FROM eli4u.record; DELETE FROM eli4u.agent; DELETE FROM eli4u.institution');
  await pool.query(
    'DELETE FROM eli4u.disseminated; DELETE FROM eli4u.dissemination_mark; DELETE FROM eli4u.dissemination_due',
  );
  await pool.query(`INSERT INTO eli4u.institution (id, code, name) VALUES ($1, 'T', 'Archivio')`, [id.house]);
  await pool.query(
    `INSERT INTO eli4u.agent (id, kind, authorised_name, name_key, stub) VALUES ($1, 'person', 'Creatore', 'c', false), ($2, 'person', 'Nome', 'n', true),
      ($3, 'family', 'Parente', 'p', false)`,
    [id.creator, id.subject, id.cousin],
  );
  const insert = (one: Name, parent: Name | null, root: Name, level: string, visibility = 'open') =>
    pool.query(
      `INSERT INTO eli4u.record (id, repository_id, parent_id, root_id, position, depth, level, title, visibility) VALUES ($1, $2, $3, $4, 1, 1, $5, $1, $6)`,
      [id[one], id.house, parent && id[parent], id[root], level, visibility],
    );
  await insert('fonds', null, 'fonds', 'fonds');
  await insert('series', 'fonds', 'fonds', 'series');
  await insert('file', 'series', 'fonds', 'file');
  await insert('hidden', 'series', 'fonds', 'file', 'hidden');
  await insert('other', null, 'other', 'fonds');
  await insert('otherFile', 'other', 'other', 'file');
  await pool.query(
    `INSERT INTO eli4u.record_agent (record_id, ordinal, agent_id, role) VALUES ($1, 1, $2, 'creator'), ($3, 1, $4, 'subject')`,
    [id.fonds, id.creator, id.file, id.subject],
  );
  await pool.query(`INSERT INTO eli4u.agent_relation (from_id, ordinal, to_id, kind) VALUES ($1, 1, $2, 'family')`, [
    id.cousin,
    id.creator,
  ]);
  await pool.query(`INSERT INTO eli4u.record_relation (from_id, kind, ordinal, to_id) VALUES ($1, 'related', 1, $2)`, [
    id.otherFile,
    id.file,
  ]);
  await stamps();
});

/** A unit with an image, at an address or at one that is nobody's on the web. */
const digitise = async (name: Name, href = 'https://example.org/1.jpg'): Promise<void> => {
  await change(`UPDATE eli4u.record SET digital = true WHERE id = $1`, name);
  await pool.query(`INSERT INTO eli4u.digital_object (id, record_id, position, href) VALUES ($1, $2, 1, $3)`, [
    `image ${name}`,
    id[name],
    href,
  ]);
};

const change = (sql: string, ...names: Name[]) =>
  pool.query(
    sql,
    names.map((name) => id[name]),
  );

describe('stamps', () => {
  it('are of all that is shown and of nothing else', async () => {
    expect(await stamped()).toEqual(
      ['house', 'creator', 'subject', 'cousin', 'fonds', 'series', 'file', 'other', 'otherFile'].sort(),
    );
    const { rows: marks } = await pool.query('SELECT FROM eli4u.dissemination_mark');
    expect(marks).toEqual([]);
  });

  it.each<[string, string, Name[], string[]]>([
    [
      'its own words',
      `UPDATE eli4u.record SET description = '{"extents": ["1"]}' WHERE id = $1`,
      ['series'],
      ['series'],
    ],
    [
      'a title: also what is below',
      `UPDATE eli4u.record SET title = 'x' WHERE id = $1`,
      ['series'],
      ['series', 'file'],
    ],
    [
      'a title that others relate to',
      `UPDATE eli4u.record SET title = 'x' WHERE id = $1`,
      ['file'],
      ['file', 'otherFile'],
    ],
    [
      'a title of a fonds: also its house and its creator',
      `UPDATE eli4u.record SET title = 'x' WHERE id = $1`,
      ['fonds'],
      ['fonds', 'series', 'file', 'house', 'creator'],
    ],
    ['a code', `UPDATE eli4u.record SET reference_code = 'B 1' WHERE id = $1`, ['series'], ['series', 'file']],
    [
      'rights taken from above',
      `UPDATE eli4u.record SET rights_uri = 'http://x' WHERE id = $1`,
      ['fonds'],
      ['fonds', 'series', 'file', 'house', 'creator'],
    ],
    [
      'conditions taken from above',
      `UPDATE eli4u.record SET description = '{"elements": {"conditionsOfAccess": []}}' WHERE id = $1`,
      ['series'],
      ['series', 'file'],
    ],
    [
      'nothing',
      `UPDATE eli4u.record SET title = title, child_count = child_count + 1, changed_at = now() WHERE id = $1`,
      ['fonds'],
      [],
    ],
    ['what is hidden', `UPDATE eli4u.record SET title = 'x' WHERE id = $1`, ['hidden'], []],
    [
      'being hidden, and with it whom nothing else names',
      `UPDATE eli4u.record SET visibility = 'hidden' WHERE id = $1`,
      ['file'],
      ['file gone', 'subject gone', 'otherFile'],
    ],
    [
      'being described',
      `UPDATE eli4u.record SET visibility = 'described' WHERE id = $1`,
      ['file'],
      ['file', 'otherFile'],
    ],
    [
      'being deleted',
      `UPDATE eli4u.record SET deleted_at = now() WHERE id = $1`,
      ['file'],
      ['file gone', 'subject gone', 'otherFile'],
    ],
    ['being shown', `UPDATE eli4u.record SET visibility = 'open' WHERE id = $1`, ['hidden'], ['hidden']],
    [
      'another place',
      `UPDATE eli4u.record SET parent_id = $2, root_id = $2 WHERE id = $1`,
      ['file', 'other'],
      ['file', 'otherFile'],
    ],
    [
      'a name of an agent',
      `UPDATE eli4u.agent SET authorised_name = 'x' WHERE id = $1`,
      ['subject'],
      ['subject', 'file'],
    ],
    [
      'a creator’s name: also what takes it from above, and relations',
      `UPDATE eli4u.agent SET authorised_name = 'x' WHERE id = $1`,
      ['creator'],
      ['creator', 'cousin', 'fonds', 'series', 'file'],
    ],
    [
      'an agent’s history',
      `UPDATE eli4u.agent SET description = '{"legalStatus": ["x"]}' WHERE id = $1`,
      ['creator'],
      ['creator'],
    ],
    [
      'an agent that stays inside',
      `UPDATE eli4u.agent SET internal = true WHERE id = $1`,
      ['creator'],
      ['creator gone', 'cousin', 'fonds', 'series', 'file'],
    ],
    [
      'an identifier',
      `INSERT INTO eli4u.agent_identifier (value, agent_id) VALUES ('x', $1)`,
      ['creator'],
      ['creator'],
    ],
    ['a relation of agents', `DELETE FROM eli4u.agent_relation WHERE from_id = $1`, ['cousin'], ['cousin', 'creator']],
    ['a tie', `UPDATE eli4u.record_agent SET label = 'x' WHERE record_id = $1`, ['file'], ['file']],
    [
      'a tie of who is known by it only',
      `DELETE FROM eli4u.record_agent WHERE record_id = $1`,
      ['file'],
      ['file', 'subject gone'],
    ],
    [
      'a creator less',
      `DELETE FROM eli4u.record_agent WHERE record_id = $1`,
      ['fonds'],
      ['fonds', 'series', 'file', 'creator'],
    ],
    [
      'a party, who is nobody’s business',
      `INSERT INTO eli4u.record_agent (record_id, ordinal, agent_id, role) VALUES ($1, 9, $2, 'party')`,
      ['series', 'cousin'],
      [],
    ],
    [
      'an image',
      `INSERT INTO eli4u.digital_object (id, record_id, position, href) VALUES ('o', $1, 1, 'http://x')`,
      ['file'],
      ['file', 'otherFile'],
    ],
    ['a relation', `DELETE FROM eli4u.record_relation WHERE from_id = $1`, ['otherFile'], ['file', 'otherFile']],
    [
      'the hours of a house: only roots tell them',
      `UPDATE eli4u.institution SET description = '{"openingHours": ["9"]}' WHERE id = $1`,
      ['house'],
      ['house', 'fonds', 'other'],
    ],
    [
      'the name of a house',
      `UPDATE eli4u.institution SET name = 'x' WHERE id = $1`,
      ['house'],
      ['house', 'fonds', 'series', 'file', 'other', 'otherFile'],
    ],
  ])('move with %s', async (_, sql, names, expected) => {
    await change(sql, ...names);
    await stamps();
    expect(await stamped()).toEqual(expected.sort());
  });

  it('of a finding aid move with all that is in it, and of none other', async () => {
    const subtree = async (name: Name) => (await store.find(id[name]))?.subtree;
    const before = await subtree('other');
    await change(`UPDATE eli4u.record SET description = '{"extents": ["1"]}' WHERE id = $1`, 'series');
    await stamps();
    expect(await subtree('fonds')).toBe(now / 1000);
    await change(`UPDATE eli4u.record SET position = 7 WHERE id = $1`, 'file');
    await stamps();
    expect([await subtree('fonds'), await stamped()]).toEqual([now / 1000, []]);
    expect(await subtree('other')).toBe(before);
    await change(`UPDATE eli4u.record SET parent_id = $2, root_id = $2 WHERE id = $1`, 'file', 'other');
    await stamps();
    expect([await subtree('fonds'), await subtree('other')]).toEqual([now / 1000, now / 1000]);
  });

  it('of what is gone keep its sets, also when its row is gone, and it may come back', async () => {
    await digitise('file');
    await stamps();
    await change(`DELETE FROM eli4u.record_relation WHERE from_id = $1`, 'otherFile');
    await change(`DELETE FROM eli4u.record WHERE id = $1`, 'file');
    await stamps();
    expect(await store.find(id.file)).toMatchObject({
      deleted: true,
      rootId: id.fonds,
      level: 'file',
      able: abilities.digital,
      stamp: now / 1000,
    });
    const gone = now;
    await stamps();
    expect((await store.find(id.file))?.stamp).toBe(gone / 1000);
    await change(
      `INSERT INTO eli4u.record (id, repository_id, parent_id, root_id, position, depth, level, title) VALUES ($1, $2, $3, $3, 1, 1, 'file', 'x')`,
      'file',
      'house',
      'other',
    );
    await stamps();
    expect(await store.find(id.file)).toMatchObject({ deleted: false, rootId: id.other, stamp: now / 1000 });
  });

  it('know what Europeana takes: images with rights, and the finding aid above them that says its own', async () => {
    const europeana = async (...names: Name[]) =>
      Promise.all(names.map(async (name) => ((await store.find(id[name]))?.able ?? 0) & abilities.europeana));
    const noc = 'http://rightsstatements.org/vocab/NoC-OKLR/1.0/';
    const rights = async (name: Name, uri: string | null) => {
      await pool.query('UPDATE eli4u.record SET rights_uri = $2 WHERE id = $1', [id[name], uri]);
      await stamps();
    };
    await digitise('file');
    await stamps();
    expect(await europeana('file', 'fonds')).toEqual([0, 0]);
    await rights('series', noc);
    expect(await europeana('file', 'fonds')).toEqual([8, 0]);
    expect(await stamped()).toEqual(['file', 'series']);
    await rights('fonds', 'https://rightsstatements.org/page/CNE/1.0');
    expect(await europeana('file', 'fonds')).toEqual([8, 8]);
    await rights('file', 'http://example.org/ours');
    expect(await europeana('file', 'fonds')).toEqual([0, 0]);
    await rights('file', null);
    expect(await europeana('file', 'fonds')).toEqual([8, 8]);
    await change(`UPDATE eli4u.record SET visibility = 'described' WHERE id = $1`, 'file');
    await stamps();
    expect(await europeana('file', 'fonds')).toEqual([0, 0]);
    const listed = await store.list(
      { ...all, conditions: [{ by: 'ability', ability: 'europeana', ever: true }] },
      null,
      10,
    );
    expect(listed.map((row) => nameOf[row.id]).sort()).toEqual(['file', 'fonds']);
  });

  it.each(['doc-17', 'file:///a.jpg', 'https://user@example.org/1.jpg', ''])(
    'know that "%s" is no image on the web: neither METS nor EDM has anything to say of it',
    async (href) => {
      await change(
        `UPDATE eli4u.institution SET rights_uri = 'http://rightsstatements.org/vocab/CNE/1.0/' WHERE id = $1`,
        'house',
      );
      await digitise('file', href);
      await stamps();
      expect((await store.find(id.file))?.able).toBe(0);
      const [item] = await store.items([{ id: id.file, kind: 'record' }], { digitalObjects: true, related: false });
      const site = { baseUrl: 'https://site.test', oaiDomain: 'site.test', name: 'Sito', contact: 'a@site.test' };
      const written = formats
        .filter(({ ability }) => ability === 'digital' || ability === 'europeana')
        .map((format) => item && format.scope === 'item' && format.write(item, site));
      expect(written).toEqual([null, null, null]);
    },
  );

  it('are later than all that was told, whatever the clock does', async () => {
    now -= 3_600_000;
    const told = (await readClock(pool)).published;
    await change(`UPDATE eli4u.record SET description = '{"extents": ["1"]}' WHERE id = $1`, 'file');
    await stampChanges(pool, () => now);
    expect((await store.find(id.file))?.stamp).toBe(told + 1);
    expect((await readClock(pool)).published).toBe(told + 1);
    now += 3_700_000;
  });
});

describe('a harvest beside writers', () => {
  it('misses nothing that many write at once, in transactions that end when they end', async () => {
    const many = 60;
    const of = (n: number) => identifierOf(1000 + n);
    await pool.query(
      `INSERT INTO eli4u.record (id, repository_id, parent_id, root_id, position, depth, level, title) SELECT id, $2, $3, $3, n, 1, 'file', 'v0' FROM unnest($1::text[]) WITH ORDINALITY t (id, n)`,
      [Array.from({ length: many }, (_, n) => of(n)), id.house, id.fonds],
    );
    let writing = true;
    let working = true;
    let version = 0;
    const writer = async (seed: number) => {
      let chance = seed;
      const random = (below: number) => (chance = (chance * 48_271) % 2_147_483_647) % below;
      while (writing) {
        const client = await pool.connect();
        try {
          await client.query('BEGIN');
          for (let n = random(3); n >= 0; n--) {
            await client
              .query(`UPDATE eli4u.record SET title = $2, visibility = $3 WHERE id = $1`, [
                of(random(many)),
                `v${++version}`,
                random(4) === 0 ? 'hidden' : 'open',
              ])
              .catch(() => undefined);
            await new Promise((resolve) => setTimeout(resolve, random(40)));
          }
          await client.query(random(5) === 0 ? 'ROLLBACK' : 'COMMIT').catch(() => undefined);
        } finally {
          client.release();
        }
      }
    };
    const worker = async () => {
      while (working) {
        await stampChanges(pool, Date.now);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    };
    const held = new Map<string, string>();
    let from = 0;
    const harvest = async () => {
      const clock = await store.clock();
      const told = toldAt(clock, Date.now() / 1000);
      let after = null;
      for (;;) {
        const page = await store.list({ ...all, from, until: clock.published }, after, 7);
        const items = await store.items(page, { digitalObjects: false, related: false });
        const titles = new Map(items.map((item) => [item.value.id, 'title' in item.value ? item.value.title : '']));
        for (const row of page) {
          const title = row.deleted ? undefined : titles.get(row.id);
          if (title === undefined) held.delete(row.id);
          else held.set(row.id, title);
        }
        after = page.at(-1) ?? null;
        if (page.length < 7) break;
      }
      from = told;
    };
    const writers = [writer(1), writer(22), writer(333)];
    const workers = [worker(), worker()];
    const end = Date.now() + 6000;
    while (Date.now() < end) {
      await harvest();
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    writing = false;
    await Promise.all(writers);
    await new Promise((resolve) => setTimeout(resolve, 2500));
    working = false;
    await Promise.all(workers);
    await harvest();
    const { rows: shown } = await pool.query<{ id: string; title: string }>(
      `SELECT id, title FROM eli4u.record WHERE visibility <> 'hidden' AND deleted_at IS NULL`,
    );
    expect(version).toBeGreaterThan(50);
    expect(new Map([...held].filter(([, title]) => /^v\d/.test(title)))).toEqual(
      new Map(shown.filter(({ title }) => /^v\d/.test(title)).map((row) => [row.id, row.title])),
    );
  });
});

describe('rounds at once', () => {
  it('do not wait for each other for ever, whatever order their marks have', async () => {
    const some = (from: number) => Array.from({ length: 900 }, (_, n) => identifierOf(from + n));
    const sets = [some(5000), some(7000)] as const;
    for (let n = 0; n < 40; n++) {
      // More than are taken at once, so that one finds what is due while another stamps it; what is put there first changes from one to the next.
      await pool.query(
        `INSERT INTO eli4u.dissemination_mark (kind, ids) SELECT CASE WHEN n % 2 = 0 THEN 'record' ELSE 'agent' END, CASE WHEN n % 2 = 0 THEN $1::text[] ELSE $2 END
           FROM generate_series(1, 50) n`,
        n % 2 === 0 ? [sets[0], sets[1]] : [sets[1], sets[0]],
      );
    }
    await expect(Promise.all([1, 2, 3, 4].map(() => stampChanges(pool, () => now)))).resolves.toHaveLength(4);
    const { rows: left } = await pool.query('SELECT FROM eli4u.dissemination_due');
    expect(left).toEqual([]);
  });
});

describe('the images of a unit', () => {
  it('are heard of when only their parts, their rights, their size or their text change', async () => {
    await pool.query(
      `INSERT INTO eli4u.digital_object (id, record_id, position, href, of_images) VALUES ('page0001', $1, 1, '/iiif/image/page0001/full/max/0/default.jpg', true)`,
      [id.file],
    );
    await pool.query(
      `INSERT INTO eli4u.image_set (record_id, origin, source_name, source_hash) VALUES ($1, 'folder', 'f', 'h')`,
      [id.file],
    );
    await pool.query(
      `INSERT INTO eli4u.image (id, record_id, page, width, height, original_name, original_hash, pyramid_key) VALUES ('page0001', $1, 1, 10, 10, 'a', 'h', 'k')`,
      [id.file],
    );
    await stamps();
    for (const change of [
      `UPDATE eli4u.image_set SET structures = '[{"id":"r1","label":"Parte","images":["page0001"],"ranges":[]}]'`,
      `UPDATE eli4u.image_set SET rights_uri = 'http://rightsstatements.org/vocab/CNE/1.0/'`,
      `UPDATE eli4u.image SET width = 20`,
      `INSERT INTO eli4u.page_text (image_id, record_id, origin, plain, lines) SELECT id, record_id, 'alto', '', '[]' FROM eli4u.image`,
      `DELETE FROM eli4u.page_text`,
    ]) {
      const before = (await store.find(id.file))?.stamp ?? 0;
      await pool.query(change);
      await stamps();
      expect((await store.find(id.file))?.stamp).toBeGreaterThan(before);
    }
  });
});
