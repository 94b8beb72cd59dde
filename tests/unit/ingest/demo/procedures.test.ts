import { beforeAll, describe, expect, it } from 'vitest';
import { pdfOf } from '#ingest/demo/procedures/pdf.ts';
import { play } from '#ingest/demo/procedures/play.ts';
import { bodyOf } from '#ingest/demo/procedures/bodies.ts';
import { childOf, personOf } from '#ingest/demo/procedures/people.ts';
import { caseFacts } from '#lib/access/case-facts.ts';
import { mayAct } from '#lib/access/procedures.ts';
import { mayFileFor } from '#lib/access/filing.ts';
import { reachOf } from '#lib/access/reach-of.ts';
import { reaches } from '#lib/access/reach.ts';
import type { Session } from '#lib/access/session.ts';
import { checkAnswers } from '#lib/procedures/cases/check-answers.ts';
import { dueFacts } from '#lib/procedures/cases/due-facts.ts';
import type { Procedure } from '#lib/procedures/cases/procedure.ts';
import { isWorkingDay } from '#lib/procedures/calendar.ts';
import { addDays, numberOf } from '#lib/procedures/day.ts';
import { romeDay } from '#lib/procedures/rome.ts';
import { families } from '#lib/procedures/types/procedure-type.ts';
import { parentOf } from '#lib/procedures/types/units.ts';
import { isCodiceFiscale } from '#lib/records/codice-fiscale.ts';
import { readDemoPeople } from '#lib/store/staff/demo-people.ts';
import { catalogue, MemoryStage, plansAt, settingAt, types } from '#tests/builders/demo-stage.ts';
import { demoUnits, demoVersion } from '#tests/builders/procedure-types.ts';
import { padova } from '#tests/builders/procedure-time.ts';

const now = new Date('2026-11-25T10:30:00Z');

async function played(until: Date): Promise<MemoryStage> {
  const stage = new MemoryStage();
  await play(plansAt(until), settingAt(until), stage);
  return stage;
}

let stage: MemoryStage;
let cases: Procedure[];
beforeAll(async () => {
  stage = await played(now);
  cases = [...stage.cases.values()];
}, 120_000);

const people = readDemoPeople('schemas/procedures');
const organisation = { parents: new Map([...demoUnits()].map(([code, unit]) => [code, parentOf(unit)])), types };
const sessionOf = (id: string): Session => {
  const member = people.staff.find((one) => one.id === id);
  if (!member) throw new Error(`${id} does not work here`);
  return { kind: 'staff', member: id, name: member.name, agent: null, roles: member.roles };
};

describe('three years of cases', () => {
  it('are about 400, and the same each time', async () => {
    expect(cases.length).toBeGreaterThan(370);
    expect(cases.length).toBeLessThan(430);
    const again = await played(now);
    expect(again.done).toEqual(stage.done);
  }, 120_000);

  it('are of every type, family, state and outcome that the types can have', () => {
    expect(new Set(cases.map(({ type }) => type.code))).toEqual(new Set(types.map(({ code }) => code)));
    // A version that was changed while cases ran: both are kept.
    expect(new Set(cases.map(({ type }) => `${type.code} ${type.version}`))).toEqual(
      new Set(types.map(({ code, version }) => `${code} ${version}`)),
    );
    expect(new Set(cases.map(({ type }) => demoVersion(type).family))).toEqual(new Set(families));
    expect(new Set(cases.map(({ state }) => state))).toEqual(new Set(['running', 'concluded', 'closed']));
    const reached = new Set(
      stage.done.flatMap(({ events }) => events.flatMap((e) => (e.kind === 'concluded' ? [e.outcome] : []))),
    );
    const possible = types.flatMap(({ graph }) => Object.values(graph.ends).map(({ outcome }) => outcome));
    expect([...new Set(possible)].filter((outcome) => !reached.has(outcome))).toEqual([]);
  });

  it.each([
    [
      'cila',
      ['acknowledged', 'irregular', 'withdrawn'],
      ['completenessCheck', 'additions', 'sampleCheck', 'siteInspection', 'irregularityNotice'],
    ],
    [
      'cancellazione-irreperibilita',
      ['measureTaken', 'dismissed'],
      ['opening', 'startNotice', 'firstCheck', 'participation', 'examination', 'measure'],
    ],
  ])('of %s stand at each of its activities and have had each of its ends', (code, outcomes, nodes) => {
    const some = cases.filter(({ type }) => type.code === code);
    expect(some.length).toBeGreaterThanOrEqual(8);
    expect(new Set(some.flatMap((one) => (one.state === 'running' ? [] : [one.outcome])))).toEqual(new Set(outcomes));
    const here = new Set(some.flatMap((one) => (one.state === 'running' ? [one.at.node] : [])));
    expect(nodes.filter((node) => !here.has(node))).toEqual([]);
    expect(new Set(some.map(({ state }) => state))).toEqual(new Set(['running', 'concluded', 'closed']));
  });

  it('begun by the office have the start communicated apart, by art. 8, and their term from the start', () => {
    const some = cases.filter(({ filing }) => filing.channel === 'exOfficio');
    expect(some.length).toBeGreaterThanOrEqual(8);
    for (const one of some) {
      const begun = stage.done
        .filter(({ before }) => before?.id === one.id)
        .flatMap(({ events }) => events)
        .filter(({ kind }) => kind === 'clockStarted' || kind === 'startCommunicated');
      if (one.state !== 'running') expect(begun.map(({ kind }) => kind)).toEqual(['clockStarted', 'startCommunicated']);
      for (const event of begun) if (event.kind === 'startCommunicated') expect(event.by).toBe('separate');
      expect(one.silence).toBe('excluded');
    }
  });

  it('a communication has no term, and nothing decides it', () => {
    const some = stage.done.filter(({ before }) => before?.type.code === 'cila');
    const kinds = new Set(some.flatMap(({ events }) => events.map(({ kind }) => kind)));
    for (const kind of ['clockStarted', 'clockMoved', 'adopted', 'noticeReceived'] as const)
      expect(kinds).not.toContain(kind);
    expect(cases.filter(({ type, legal }) => type.code === 'cila' && legal !== null)).toEqual([]);
  });

  it('have everything happen that can happen to them', () => {
    const kinds = new Set(stage.done.flatMap(({ events }) => events.map(({ kind }) => kind)));
    for (const kind of [
      'clockMoved',
      'clockResumed',
      'noticeReceived',
      'answerReceived',
      'passedOn',
      'noteWritten',
      'paymentReceived',
      'toPublish',
      'substituteAsked',
      'substituteStarted',
      'attestationAsked',
      'attestationIssued',
      'closed',
      'reopened',
    ] as const)
      expect(kinds).toContain(kind);
    const entries = cases
      .flatMap(({ legal }) => legal?.ledger ?? [])
      .map((entry) => ('rule' in entry ? entry.rule.article : entry.kind));
    expect(new Set(entries)).toEqual(
      new Set([
        'art2c7',
        'art10bis',
        'extension',
        'DPR 184/2006 art. 6 c. 5',
        'L. 241/1990 art. 14-bis c. 2',
        'L. 241/1990 art. 19 c. 3',
      ]),
    );
    const retained = cases.flatMap((one) =>
      one.state === 'closed' ? [one.retention.kind === 'computed' ? one.retention.disposition : 'postponed'] : [],
    );
    expect(new Set(retained)).toEqual(new Set(['keep', 'discard', 'postponed']));
  });

  it('keep and miss their terms in shares a town could have', () => {
    const ends = stage.done.flatMap(({ events }) => events.flatMap((e) => (e.kind === 'concluded' ? [e] : [])));
    const late = ends.filter(({ daysLate }) => daysLate > 0).length / ends.length;
    expect(late).toBeGreaterThan(0.02);
    expect(late).toBeLessThan(0.2);
    const asked =
      stage.done.filter(({ events }) => events.some(({ kind }) => kind === 'clockMoved')).length / cases.length;
    expect(asked).toBeGreaterThan(0.1);
    expect(asked).toBeLessThan(0.5);
  });

  it('are filed with answers that their type takes', () => {
    for (const one of cases) {
      const found = checkAnswers(demoVersion(one.type), one.filing).filter(
        ({ part, code }) => !(part === 'document' && code === 'missing'),
      );
      expect(found).toEqual([]);
    }
  });

  it('go in order of time, at hours at which offices work', () => {
    expect(stage.numbered).toEqual(stage.numbered.toSorted((a, b) => a.getTime() - b.getTime()));
    expect(Math.max(...stage.done.map(({ at }) => at.getTime()))).toBeLessThanOrEqual(now.getTime());
    const last = new Map<number, number>();
    for (const { n, at } of stage.done) {
      expect(at.getTime(), `case ${n}`).toBeGreaterThanOrEqual(last.get(n) ?? 0);
      last.set(n, at.getTime());
    }
    const byStaff = stage.done.filter(({ actor, action }) => actor.kind === 'officer' && action !== null);
    expect(byStaff.filter(({ at }) => !isWorkingDay(numberOf(romeDay(at)), padova))).toEqual([]);
  });

  it('are handled by those who may', () => {
    const denied = stage.done.flatMap(({ actor, action, before, n }) => {
      if (actor.kind !== 'officer') return [];
      const session = sessionOf(actor.id);
      if (action && before) {
        const may = mayAct(session, caseFacts(before, demoVersion(before.type), catalogue), action, organisation);
        return may.allowed
          ? []
          : [`${n} ${before.type.code} ${before.unit} ${action.kind} ${actor.id}: ${may.reason.text.en}`];
      }
      return [];
    });
    expect([...new Set(denied)]).toEqual([]);
  });

  it('are received by those who may', () => {
    for (const { actor, action, events } of stage.done) {
      const [first] = events;
      if (action !== null || actor.kind !== 'officer' || first?.kind !== 'filed') continue;
      const may = mayFileFor(sessionOf(actor.id), { type: demoVersion(first.type), applicants: [null] }, organisation);
      expect(may.allowed, `${actor.id} ${first.type.code}`).toBe(true);
    }
  });
});

/** The piles of a desk, as the store counts them. */
function piles(id: string, all: readonly Procedure[], at: Date) {
  const session = sessionOf(id);
  if (session.kind !== 'staff') throw new Error(id);
  const reach = reachOf(session, organisation);
  const seen = all.filter((one) => reaches(reach, { unit: one.unit, type: one.type.code }));
  const units = new Set(session.roles.map(({ unit }) => unit));
  const running = seen
    .filter((one) => one.state === 'running')
    .map((one) => ({ one, due: dueFacts(one, { ...settingContext(one), now: at }) }));
  const day = romeDay(at);
  const ticks = running.filter(({ due }) => due.clock === 'runs' || due.clock === 'expired');
  return {
    mine: running.filter(({ one }) => one.assignee === id).length,
    unit: running.filter(({ one }) => units.has(null) || units.has(one.unit)).length,
    dueSoon: ticks.filter(({ due }) => due.dueOn !== null && due.dueOn >= day && due.dueOn <= addDays(day, 7)).length,
    overdue: ticks.filter(({ due }) => due.dueOn !== null && due.dueOn < day).length,
    waiting: running.filter(({ due }) => due.waitingFor !== null).length,
    toClose: seen.filter((one) => one.state === 'concluded').length,
    closed: seen.filter((one) => one.state === 'closed').length,
  };
}
const settingContext = (one: Procedure) => new MemoryStage().contextAt(one, now);

describe('on whatever day it is loaded', () => {
  it.each(['2026-11-25T10:30:00Z', '2026-08-16T21:00:00Z', '2027-01-01T00:20:00Z', '2026-04-06T07:00:00Z'])(
    'no pile of those who can be tried out is empty at %s, and something has just been filed',
    async (instant) => {
      const until = new Date(instant);
      const all = until.getTime() === now.getTime() ? cases : [...(await played(until)).cases.values()];
      const empty: string[] = [];
      for (const id of ['operatore', 'responsabile', 'dirigente', 'archivista']) {
        const { mine, ...others } = piles(id, all, until);
        // Who heads all offices has no cases of their own: nobody may assign one to them.
        if (id !== 'dirigente' && mine === 0) empty.push(`${id}: mine`);
        for (const [view, count] of Object.entries(others)) if (count === 0) empty.push(`${id}: ${view}`);
      }
      expect(empty).toEqual([]);
      expect(all.filter(({ filing }) => filing.filedOn === romeDay(until)).length).toBeGreaterThan(2);
      expect(all.some((one) => one.state === 'running' && one.at.node === 'noticeWindow')).toBe(true);
    },
    120_000,
  );

  it('is not ahead of the types', async () => {
    const early = await played(new Date('2023-03-10T10:00:00Z'));
    expect(Math.min(...early.done.map(({ at }) => at.getTime()))).toBeGreaterThan(Date.parse('2023-01-01'));
  }, 120_000);
});

describe('invented people', () => {
  it('have codes with the right check, and no two the same', () => {
    const bodies = (['shop', 'building', 'association'] as const).flatMap((kind) =>
      Array.from({ length: 24 }, (_, i) => bodyOf(kind, i + 1)),
    );
    const all = [...Array.from({ length: 320 }, (_, i) => personOf(i + 1)), ...bodies];
    for (const { taxCode } of all) expect(isCodiceFiscale(taxCode ?? '')).toBe(true);
    expect(bodies.every(({ taxCode }) => taxCode?.startsWith('999'))).toBe(true);
    expect(new Set(all.map(({ taxCode }) => taxCode)).size).toBe(all.length);
    expect(isCodiceFiscale(childOf(3, 2024).taxCode)).toBe(true);
  });
});

describe('a document', () => {
  it('is a PDF whose table says where each object begins', () => {
    const text = Buffer.from(pdfOf('Richiesta (prova) – così', ['È il 7 marzo: l’atto costa 16 €.'])).toString(
      'latin1',
    );
    const at = Number(/startxref\n(\d+)/.exec(text)?.[1]);
    expect(text.slice(at, at + 4)).toBe('xref');
    const offsets = [...text.slice(at).matchAll(/^(\d{10}) 00000 n/gm)].map(([, offset]) => Number(offset));
    expect(offsets).toHaveLength(7);
    for (const [i, offset] of offsets.entries()) expect(text.slice(offset).startsWith(`${i + 1} 0 obj`)).toBe(true);
    const length = Number(/\/Length (\d+)/.exec(text)?.[1]);
    expect(/stream\n([\s\S]*?)\nendstream/.exec(text)?.[1]).toHaveLength(length);
    expect(text).toContain('Richiesta \\(prova\\) \\226 cos\xEC');
  });
});
