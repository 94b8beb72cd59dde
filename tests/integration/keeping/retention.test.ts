import { afterAll, beforeAll, expect, it } from 'vitest';
import { findRetention } from '#lib/store/keeping/list-keeping.ts';
import { recomputeRetention } from '#lib/store/keeping/recompute-retention.ts';
import { readRetentionFacts } from '#lib/store/keeping/retention-facts.ts';
import { saveRetention, voidRetention } from '#lib/store/keeping/save-retention.ts';
import { setRetention, setRetentionFact } from '#lib/store/keeping/set-retention.ts';
import type { Retention } from '#lib/procedures/types/retention.ts';
import { filed, openTestDesk, type TestDesk } from '#tests/builders/procedure-desk.ts';
import { archivist } from '#tests/builders/kept-files.ts';

const keeper = archivist('2026-03-02');
let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk('2026-03-02');
});
afterAll(() => desk.end());

const rule = (trigger: 'decisionExpiry' | 'mainCaseClosed'): Retention => ({
  disposition: 'discard',
  years: 5,
  trigger,
  source: { act: 'Piano di conservazione' },
});

/** A fascicolo whose days are told by facts alone: no procedure of its own type has such a rule with every outcome. */
async function putOff(trigger: 'decisionExpiry' | 'mainCaseClosed'): Promise<string> {
  const { id } = await filed(desk.store);
  await desk.owner.query(
    `WITH other AS (SELECT * FROM eli4u.record WHERE id = $1)
     INSERT INTO eli4u.record (id, repository_id, root_id, position, depth, level, title, phase, visibility, closed_on)
     SELECT 'k' || id, repository_id, root_id, position, depth, 'file', 'Affare', 'current', 'hidden', '2020-01-01' FROM other`,
    [id],
  );
  await saveRetention(desk.pool, `k${id}`, {
    how: 'postponed',
    rule: rule(trigger),
    disposition: null,
    from: null,
    on: null,
    reason: 'non si sa ancora',
    by: keeper.by,
    at: keeper.now,
  });
  return `k${id}`;
}

it('reckons when the fact is told, anew when it changes, and leaves what was given by hand', async () => {
  const id = await putOff('decisionExpiry');
  await setRetentionFact(desk.pool, id, { fact: 'decisionExpiry', on: '2021-06-30' }, keeper);
  expect(await findRetention(desk.pool, id)).toMatchObject({
    disposition: 'destroy',
    on: '2026-06-30',
    how: 'computed',
  });
  await setRetentionFact(desk.pool, id, { fact: 'decisionExpiry', on: '2022-06-30' }, keeper);
  expect(await findRetention(desk.pool, id)).toMatchObject({ on: '2027-06-30', from: '2022-06-30' });
  expect(await setRetention(desk.pool, id, { disposition: 'keep' }, 'testimonia un uso', keeper)).toBe('done');
  await setRetentionFact(desk.pool, id, { fact: 'decisionExpiry', on: '2023-06-30' }, keeper);
  expect(await findRetention(desk.pool, id)).toMatchObject({ disposition: 'keep', on: null, how: 'byHand' });
  await voidRetention(desk.pool, id);
  expect(await findRetention(desk.pool, id)).toBeNull();
});

it('waits for the main case, and says so again when that is opened anew', async () => {
  const id = await putOff('mainCaseClosed');
  const main = await putOff('mainCaseClosed');
  await setRetentionFact(desk.pool, id, { fact: 'mainCaseClosed', main }, keeper);
  expect(await readRetentionFacts(desk.pool, id)).toEqual({ mainCaseClosed: '2020-01-01' });
  expect(await findRetention(desk.pool, id)).toMatchObject({ disposition: 'destroy', on: '2025-01-01' });
  await desk.owner.query('UPDATE eli4u.record SET closed_on = NULL WHERE id = $1', [main]);
  await recomputeRetention(desk.pool, id, keeper.by, keeper.now);
  expect(await findRetention(desk.pool, id)).toMatchObject({ disposition: null, on: null, how: 'postponed' });
});
