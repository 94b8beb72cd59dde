import { createTitolari } from '#lib/store/titolari.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createProcedureTypes, type ProcedureTypes } from '#lib/store/procedure-types.ts';
import { addClosure, removeClosure } from '#lib/store/office-closures.ts';
import { syncTypes } from '#lib/store/procedures/sync-types.ts';
import { createTypeDrafts, type TypeDrafts } from '#lib/store/type-drafts/type-drafts.ts';
import { all, filed, openTestDesk, type TestDesk } from '#tests/builders/procedure-desk.ts';

const today = '2026-03-02';
let desk: TestDesk;
let drafts: TypeDrafts;
let types: ProcedureTypes;
const by = 'officer:dirigente';

beforeAll(async () => {
  desk = await openTestDesk(today);
  drafts = createTypeDrafts(desk.pool);
  types = createProcedureTypes('schemas/procedures', desk.pool);
});
afterAll(() => desk.end());

const audits = async (like: string) =>
  (
    await desk.pool.query<{ action: string; details: Record<string, unknown> }>(
      'SELECT action, details FROM eli4u.audit_event WHERE action LIKE $1 ORDER BY id',
      [like],
    )
  ).rows;
const draftOf = async (code: string) => {
  const started = await drafts.startDraft(code, 1, by);
  const draft = started && (await drafts.findVersion(code, started.version));
  if (!draft) throw new Error(`no draft of ${code}`);
  return draft;
};
const titolari = createTitolari('schemas/titolario').versions();
const context = () => ({ catalogue: types.catalogue(), units: types.units(), titolari, today });
const publish = (code: string, version: number, revision: number, validFrom: string) =>
  drafts.publishDraft({ code, version, revision, by, validFrom, today, context: context() });

describe('a draft', () => {
  it('is the next version of a published one, once, however many begin it', async () => {
    const begun = await Promise.all(['a', 'b', 'c'].map((who) => drafts.startDraft('patrocinio', 1, who)));
    expect(begun.map((one) => one?.version)).toEqual([2, 2, 2]);
    expect(begun.filter((one) => one?.begun).length).toBe(1);
    const draft = await drafts.findVersion('patrocinio', 2);
    expect(draft).toMatchObject({ status: 'draft', revision: 1, basedOn: 1 });
    expect(draft?.source).toContain('version: 2\nstatus: draft\nvalidFrom: null');
    expect(await audits('procedureType.draft')).toMatchObject([
      { details: { code: 'patrocinio', version: 2, from: 1 } },
    ]);
    expect(await drafts.startDraft('nothing', 1, by)).toBeNull();
    expect(await drafts.startDraft('patrocinio', 99, by)).toMatchObject({ version: 2, begun: false });
  });

  it('of two who save at once one wins, and the other is told what it is now', async () => {
    const { code, version, revision } = await draftOf('scia-agibilita');
    const save = (source: string, who: string) => drafts.saveDraft({ code, version, revision, source, by: who });
    const [one, other] = await Promise.all([save('# one', 'officer:one'), save('# other', 'officer:other')]);
    const lost = one.kind === 'done' ? other : one;
    expect([one.kind, other.kind].toSorted()).toEqual(['conflict', 'done']);
    expect(lost).toMatchObject({
      kind: 'conflict',
      revision: 2,
      status: 'draft',
      changedBy: one.kind === 'done' ? 'officer:one' : 'officer:other',
    });
    expect(await audits('procedureType.save')).toHaveLength(1);
  });

  it('is withdrawn, its text kept in the audit; and only as it was seen', async () => {
    const { code, version, revision, source } = await draftOf('iscrizione-nido');
    expect(await drafts.withdrawDraft({ code, version, revision: revision + 1, by })).toMatchObject({
      kind: 'conflict',
    });
    expect(await drafts.withdrawDraft({ code, version, revision, by })).toMatchObject({ kind: 'done' });
    expect(await drafts.findVersion(code, version)).toBeNull();
    expect(await audits('procedureType.withdraw')).toMatchObject([{ details: { code, version, source } }]);
    expect(await drafts.saveDraft({ code, version, revision, source, by })).toEqual({ kind: 'gone' });
  });

  it('gives way to a number that the files take', async () => {
    const { code, version, source } = await draftOf('cambio-residenza');
    const file = types.sources().find(({ type }) => type.code === code);
    if (!file) throw new Error('no file');
    await syncTypes(desk.pool, [{ ...file, type: { ...file.type, version } }]);
    expect(await drafts.findVersion(code, version)).toMatchObject({ status: 'published' });
    expect(await drafts.findVersion(code, version + 1)).toMatchObject({ status: 'draft', source, revision: 2 });
  });
});

describe('publishing', () => {
  it('is refused while anything is wrong, and all of it is named with its line', async () => {
    const { code, version, source } = await draftOf('accesso-documentale');
    const wrong = source.replace(/^unit: .*$/m, 'unit: nowhere').replace(/^version: 2$/m, 'version: 5');
    const saved = await drafts.saveDraft({ code, version, revision: 1, source: wrong, by });
    expect(saved).toEqual({ kind: 'done', revision: 2 });
    const result = await publish(code, version, 2, '2026-03-01');
    expect(result.kind === 'unfit' && result.problems.map((one) => [one.code, one.line > 1])).toEqual([
      ['otherVersion', true],
      ['unknownOffice', true],
      ['validFromPast', true],
    ]);
    expect(await drafts.findVersion(code, version)).toMatchObject({ status: 'draft', revision: 2 });
    expect(await audits('procedureType.publish')).toEqual([]);
  });

  it('holds from its day; a case keeps the version under which it began; what is published never changes', async () => {
    const { code, version, revision, source } = await draftOf('patrocinio');
    await types.refresh();
    const before = types.findType(code, today);
    const edited = source.replace(/^title: .*$/m, 'title: { it: Patrocinio nuovo, en: New patronage }');
    await drafts.saveDraft({ code, version, revision, source: edited, by });
    const old = await filed(desk.store);
    expect(await publish(code, version, revision, today)).toMatchObject({ kind: 'conflict' });
    expect(await publish(code, version, revision + 1, '2026-03-10')).toMatchObject({ kind: 'done' });
    await types.refresh();
    expect(types.findType(code, '2026-03-09')).toEqual(before);
    expect(types.findType(code, '2026-03-10')).toMatchObject({ version, title: { it: 'Patrocinio nuovo' } });
    expect(types.listTypes('2026-03-10').find((type) => type.code === code)?.version).toBe(version);
    expect(types.versions(code).map(({ type }) => type.version)).toEqual([2, 1]);
    const line = (await audits('procedureType.publish'))[0];
    expect(line?.details).toEqual({ code, version, validFrom: '2026-03-10' });
    expect((await desk.store.findCase(old.id, all))?.context.type.version).toBe(1);
    expect(await drafts.saveDraft({ code, version, revision: revision + 2, source, by })).toMatchObject({
      kind: 'conflict',
      status: 'published',
    });
    expect(await drafts.withdrawDraft({ code, version, revision: revision + 2, by })).toMatchObject({
      kind: 'conflict',
    });
    // The next draft comes after it, and cannot hold from an earlier day.
    const next = await draftOf(code);
    expect(next.version).toBe(3);
    const early = await publish(code, 3, next.revision, '2026-03-05');
    expect(early.kind === 'unfit' && early.problems.map((one) => one.code)).toEqual(['validFromBeforeOther']);
  });

  it('is seen by another process within seconds, and read by it once', async () => {
    const other = createProcedureTypes('schemas/procedures', desk.pool);
    await other.current();
    expect(other.findType('patrocinio', '2026-03-10')?.version).toBe(2);
    const known = other.versions('patrocinio');
    await other.refresh();
    expect(other.versions('patrocinio')).toBe(known);
  });
});

describe('closures that somebody adds', () => {
  const closure = {
    office: 'padova',
    day: '2026-04-03',
    name: { it: 'Ponte', en: 'Bridge day' },
    source: 'Ordinanza 1/2026',
    addedBy: by,
  };

  it('are days of the calendar, once a day, until they are taken back', async () => {
    await types.refresh();
    const plain = types.calendar();
    expect(types.calendar()).toBe(plain);
    expect(await addClosure(desk.pool, closure)).toBe('done');
    expect(await addClosure(desk.pool, closure)).toBe('there');
    await types.refresh();
    const added = types.closures();
    expect(added).toMatchObject([{ day: '2026-04-03', name: { it: 'Ponte' } }]);
    const calendar = types.calendar();
    expect(calendar.offices[0]?.closures.at(-1)).toMatchObject({ on: { rule: 'once', day: '2026-04-03' } });
    await types.refresh();
    expect(types.calendar()).toBe(calendar);
    expect(await removeClosure(desk.pool, added[0]?.id ?? '', by)).toBe('done');
    expect(await removeClosure(desk.pool, added[0]?.id ?? '', by)).toBe('gone');
    await types.refresh();
    expect(types.calendar()).toBe(plain);
    expect((await audits('calendar.%')).map(({ action }) => action)).toEqual(['calendar.close', 'calendar.open']);
  });
});
