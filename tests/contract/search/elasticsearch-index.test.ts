import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { writeAll, type Write } from '#lib/search/elasticsearch-bulk.ts';
import { documentOf, indexInElasticsearch } from '#lib/search/elasticsearch-index.ts';
import { indicesBehind, refreshIndices, stateOfIndices } from '#lib/search/elasticsearch-indices.ts';
import { reindexElasticsearch } from '#lib/search/elasticsearch-reindex.ts';
import { Ancestry, readSources } from '#lib/search/postgres-index-source.ts';
import type { SearchRequest } from '#lib/search/search.ts';
import { makeElasticsearchEngine, type ElasticsearchEngine } from './elasticsearch-engine.ts';
import { publicIds } from './holdings.ts';

const everything: SearchRequest = {
  scope: 'public',
  q: '',
  filters: {},
  from: null,
  to: null,
  dateMode: 'overlap',
  within: null,
  sort: 'title',
  group: null,
  at: { page: 1 },
  size: 100,
  facets: false,
  lang: 'it',
};

describe('indexing in Elasticsearch', () => {
  let engine: ElasticsearchEngine;
  let missing: string | null = null;
  let close: (() => Promise<void>) | null = null;
  beforeAll(async () => {
    const made = await makeElasticsearchEngine();
    if ('missing' in made) missing = made.missing;
    else ({ close } = engine = made);
  }, 300_000);
  beforeEach((context) => {
    if (missing !== null) context.skip(missing);
  });
  afterAll(() => close?.());

  const titled = (title: string) =>
    engine.pool.query(`UPDATE eli4u.record SET title = $1 WHERE id = 'iSame001'`, [title]);
  const index = (...ids: string[]) => indexInElasticsearch(engine.client, engine.names, engine.pool, ids);
  const reindex = (settings: Parameters<typeof reindexElasticsearch>[3] = {}) =>
    reindexElasticsearch(engine.client, engine.names, engine.pool, settings);
  const find = async (q: string) => {
    await refreshIndices(engine.client, engine.names);
    return (await engine.search.query({ ...everything, q })).hits.map(({ id }) => id);
  };
  const writeOf = async (id: string, version: number): Promise<Write> => {
    const client = await engine.pool.connect();
    const [record] = await readSources(client, [id], new Ancestry());
    client.release();
    const document = record ? documentOf(record, 'public') : null;
    return { alias: engine.names.public, scope: 'public', id, version, document, optional: false };
  };

  it('again changes nothing', async () => {
    const before = await find('');
    expect(await index(...publicIds)).toMatchObject({ rejected: [] });
    expect(await find('')).toEqual(before);
  });

  it('what was read earlier and comes later is left', async () => {
    await titled('Anteriore');
    const early = await writeOf('iSame001', 1);
    await titled('Posteriore');
    await index('iSame001');
    expect(await writeAll(engine.client, [early])).toEqual({ written: 0, unchanged: 1, rejected: [] });
    expect(await find('posteriore')).toEqual(['iSame001']);
    expect(await find('anteriore')).toEqual([]);
  });

  it('what was hidden since is suggested no more, and lends nothing to what is', async () => {
    const suggest = async (q: string) => {
      const found = await engine.search.suggest({ scope: 'public', q, lang: 'it' });
      return found.map(({ label, note }) => [label, note]);
    };
    const see = (visibility: string) =>
      engine.pool.query(`UPDATE eli4u.record SET visibility = $1 WHERE id IN ('fEstimi0', 'iEstimoB')`, [visibility]);
    await see('hidden');
    for (const q of ['denuncia di antonio', 'a/10', 'monselice', 'magistratura'])
      expect({ q, found: await suggest(q) }).toEqual({ q, found: [] });
    expect(await suggest('denuncia di b')).toEqual([['Denuncia di Bartolomeo', null]]);
    await see('open');
    expect(await suggest('denuncia di b')).toEqual([['Denuncia di Bartolomeo', 'Estimi']]);
    expect(await suggest('a/10')).toEqual([['A/10', 'Denuncia di Antonio da Monselice']]);
  });

  it('a removal is not undone by what was read before it', async () => {
    const early = await writeOf('iSame002', 1);
    await engine.pool.query(`UPDATE eli4u.record SET deleted_at = now() WHERE id = 'iSame002'`);
    await index('iSame002');
    expect((await writeAll(engine.client, [early])).unchanged).toBe(1);
    expect(await find('')).not.toContain('iSame002');
    await engine.pool.query(`UPDATE eli4u.record SET deleted_at = NULL WHERE id = 'iSame002'`);
    await index('iSame002');
    expect(await find('')).toContain('iSame002');
  });

  it('gives back what the index refuses, and takes the rest', async () => {
    const good = await writeOf('iSame003', 2 ** 40);
    const bad: Write = { ...good, id: 'iBad0000', document: good.document && { ...good.document, standing: 1e9 } };
    const { written, rejected } = await writeAll(engine.client, [bad, good]);
    expect(written).toBe(1);
    expect(rejected).toEqual([{ scope: 'public', id: 'iBad0000', reason: expect.stringContaining('400') }]);
  });

  it('refuses a name that is no alias: a switched index is not made again by accident', async () => {
    const write = await writeOf('iSame003', 5);
    const { rejected } = await writeAll(engine.client, [{ ...write, alias: 'test-no-such-alias' }]);
    expect(rejected).toHaveLength(1);
    expect(await engine.client.indices.exists({ index: 'test-no-such-alias' })).toBe(false);
  });

  it('a reindex shows all records at every moment, each once', async () => {
    const before = await indicesBehind(engine.client, engine.names.public);
    const totals = new Set<number>();
    let over = false;
    const watch = async () => {
      while (!over) {
        totals.add((await engine.search.query(everything)).total);
        totals.add((await engine.search.query({ ...everything, scope: 'internal' })).total);
      }
    };
    const watching = watch();
    const { rejected } = await reindex({ batchSize: 5, bytes: 10_000 });
    over = true;
    await watching;
    expect(rejected).toEqual([]);
    expect([...totals].sort()).toEqual([publicIds.length, publicIds.length + 1]);
    const after = await indicesBehind(engine.client, engine.names.public);
    expect(after).not.toEqual(before);
    expect(await engine.client.indices.exists({ index: before })).toBe(false);
  });

  it('a change during a reindex outlives it', async () => {
    let change: Promise<unknown> | null = null;
    await reindex({
      batchSize: 5,
      bytes: 1000,
      onProgress: () => {
        change ??= titled('Frattanto').then(() => index('iSame001'));
      },
    });
    await change;
    expect(await find('frattanto')).toEqual(['iSame001']);
  });

  it('a reindex that breaks leaves all as it was, and the next goes on where it broke', async () => {
    const before = await indicesBehind(engine.client, engine.names.public);
    const broken = reindex({
      batchSize: 5,
      onProgress: (done) => {
        if (done >= 10) throw new Error('no more');
      },
    });
    await expect(broken).rejects.toThrow('no more');
    expect(await indicesBehind(engine.client, engine.names.public)).toEqual(before);
    expect(await find('')).toHaveLength(publicIds.length);
    await titled('Mentre nessuno lavorava');
    await index('iSame001');
    const progress: number[] = [];
    const { resumedAfter } = await reindex({ batchSize: 5, onProgress: (done) => progress.push(done) });
    expect(resumedAfter).toBeGreaterThanOrEqual(10);
    expect(progress[0]).toBe(resumedAfter + 5);
    expect(await indicesBehind(engine.client, engine.names.public)).not.toEqual(before);
    expect(await indicesBehind(engine.client, engine.names.next.public)).toEqual([]);
    expect(await find('')).toHaveLength(publicIds.length);
    expect(await find('nessuno lavorava')).toEqual(['iSame001']);
  });

  it('a reindex of another schema, or whose indices are gone, begins again', async () => {
    const broken = reindex({
      batchSize: 5,
      onProgress: () => {
        throw new Error('no more');
      },
    });
    await expect(broken).rejects.toThrow('no more');
    for (const scope of ['public', 'internal'] as const)
      for (const left of await indicesBehind(engine.client, engine.names.next[scope]))
        await engine.client.indices.delete({ index: left });
    expect((await reindex()).resumedAfter).toBe(0);
    expect(await stateOfIndices(engine.client, engine.names)).toBe('current');
    expect(await find('')).toHaveLength(publicIds.length);
  });

  it('pages from a cursor outlive a reindex', async () => {
    const first = await engine.search.query({ ...everything, size: 5 });
    const second = await engine.search.query({ ...everything, size: 5, at: { after: first.next ?? '' } });
    const whole = await find('');
    await reindex();
    const third = await engine.search.query({ ...everything, size: 5, at: { after: second.next ?? '' } });
    expect([...first.hits, ...second.hits, ...third.hits].map(({ id }) => id)).toEqual(whole.slice(0, 15));
  });
});
