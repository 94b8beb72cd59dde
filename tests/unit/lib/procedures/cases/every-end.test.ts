import { describe, expect, it, vi } from 'vitest';
import { type Action, findable, type Findable } from '#lib/procedures/cases/action.ts';
import { citizenStateOf } from '#lib/procedures/cases/citizen-state.ts';
import { decide } from '#lib/procedures/cases/decide.ts';
import type { Reason } from '#lib/procedures/cases/decision.ts';
import { evolve } from '#lib/procedures/cases/evolve.ts';
import { file } from '#lib/procedures/cases/file.ts';
import { optionsOf } from '#lib/procedures/cases/options.ts';
import type { Procedure } from '#lib/procedures/cases/procedure.ts';
import type { ProcedureEvent } from '#lib/procedures/cases/procedure-event.ts';
import { addDays, type Day } from '#lib/procedures/day.ts';
import type { LedgerEntry } from '#lib/procedures/ledger.ts';
import { negativeOutcomes, type Outcome } from '#lib/procedures/types/outcomes.ts';
import type { ProcedureType } from '#lib/procedures/types/procedure-type.ts';
import { catalogue, contextOf, factsOf } from '#tests/builders/cases.ts';
import { demoType, typeFiles } from '#tests/builders/procedure-types.ts';

// A loaded machine walks slowly.
vi.setConfig({ testTimeout: 120_000 });

interface Reached {
  procedure: Procedure;
  events: ProcedureEvent[];
  today: Day;
}

const isFindable = (name: string): name is Findable => findable.some((one) => one === name);

/** Everything one can come to, by whatever the engine itself says is open, barred until a day, or waited for. */
function everythingReached(type: ProcedureType, answers: Record<string, boolean>): Reached[] {
  const filedOn = '2026-03-02';
  const call = { opensOn: '2026-03-01', closesOn: '2026-03-20' };
  const filed = file({ id: 'r1', facts: factsOf(type, filedOn, { answers, call }) }, contextOf(type, filedOn));
  if (filed.kind === 'refused') throw new Error(filed.reasons.map(({ text }) => text.en).join());
  const known = new Map<string, Reached>();
  const open: Reached[] = [{ procedure: filed.procedure, events: filed.events, today: filedOn }];
  for (let now = open.shift(); now; now = open.shift()) {
    const key = keyOf(now.procedure);
    if (known.has(key) || now.events.length > 60) continue;
    known.set(key, now);
    open.push(...nextOf(type, now));
  }
  return [...known.values()];
}

function nextOf(type: ProcedureType, { procedure, events, today }: Reached): Reached[] {
  if (procedure.state !== 'running') return [];
  const options = optionsOf(procedure, contextOf(type, today)).filter(({ action }) =>
    ['advance', 'noteReceipt', 'letTimeAct'].includes(action),
  );
  return options.flatMap((option) => {
    const day = option.barred ? option.barred.from : today;
    if (day === null) return [];
    const finds = option.finds.filter(isFindable);
    const action = actionOf(procedure, option.action === 'advance' ? option.to : null, option.action, finds, today);
    const decision = decide(procedure, action, contextOf(type, day));
    if (decision.kind === 'refused') return [];
    return [{ procedure: decision.procedure, events: [...events, ...decision.events], today: day }];
  });
}

function actionOf(procedure: Procedure, to: string | null, kind: string, found: Findable[], today: Day): Action {
  if (kind === 'noteReceipt') return { kind, on: today };
  if (to === null || procedure.state !== 'running') return { kind: 'letTimeAct' };
  const checked = [...(catalogue.get(procedure.at.activity)?.checklist ?? []).keys()];
  return { kind: 'advance', to, found, checked, act: { reference: 'det. 1/2026', record: null } };
}

const waits = (entry: LedgerEntry): string =>
  `${entry.kind} ${entry.kind === 'art10bis' ? entry.receivedOn !== null : 'to' in entry && entry.to !== null}`;

/** Of a loop only the first time round. */
const keyOf = (procedure: Procedure): string =>
  procedure.state === 'running'
    ? JSON.stringify([
        procedure.at.node,
        procedure.silence,
        procedure.adopted !== null,
        procedure.legal?.concludedOn === null,
        procedure.legal?.ledger.map(waits),
      ])
    : procedure.outcome;

describe.each(typeFiles.map((name) => name.replace('.yaml', '')))('%s', (code) => {
  const type = demoType(code);
  const reached = [false, true].flatMap((isProtected) => everythingReached(type, { protected: isProtected }));
  const ended = reached.filter(({ procedure }) => procedure.state !== 'running');

  it('comes to every one of its ends', () => {
    const outcomes = ended.map(({ procedure }) => (procedure.state === 'running' ? null : procedure.outcome));
    expect([...new Set(outcomes)].sort()).toEqual([...new Set(Object.values(type.graph.ends).map(endOutcome))].sort());
  });

  it('has words for the citizen in every state, and a way on or a reason', () => {
    for (const { procedure, today } of reached) {
      const { text, title } = citizenStateOf(procedure, contextOf(type, today));
      expect(Math.min(text.it.length, text.en.length, title.it.length, title.en.length)).toBeGreaterThan(2);
      for (const { barred } of optionsOf(procedure, contextOf(type, today))) if (barred) expectReason(barred);
    }
  });

  it('is the fold of its events in every state', () => {
    for (const { procedure, events } of reached) {
      expect(events.reduce<Procedure | null>((one, event) => evolve(one, event), null)).toEqual(procedure);
      expect(procedure.version).toBe(events.length);
    }
  });

  it('ends as the law wants', () => {
    for (const { procedure, events } of ended) {
      if (procedure.state === 'running') continue;
      const { outcome, act } = procedure;
      const asked = events.some((event) => event.kind === 'clockMoved' && event.entry.kind === 'art10bis');
      if (negativeOutcomes.has(outcome)) expect([outcome, asked]).toEqual([outcome, true]);
      if (['granted', 'refused', 'confirmed', 'notConfirmed', 'improcedibile'].includes(outcome))
        expect([outcome, act !== null]).toEqual([outcome, true]);
      if (type.family === 'application') expect(procedure.startCommunicatedOn).toBe('2026-03-02');
      if (type.family === 'scia' || type.family === 'declaration') expect(procedure.effectiveOn).toBe('2026-03-02');
      if (procedure.legal) expect(procedure.legal.concludedOn).not.toBeNull();
    }
  });

  it('nobody is stuck: each activity has a way on, now or on a day, or waits for what a party says', () => {
    for (const { procedure, today } of reached) {
      if (procedure.state !== 'running') continue;
      const later = contextOf(type, addDays(today, 400));
      const ways = optionsOf(procedure, later).filter(
        ({ action }) => action === 'advance' || action === 'letTimeAct' || action === 'noteReceipt',
      );
      expect([procedure.at.node, ways.some(({ barred }) => barred === null)]).toEqual([procedure.at.node, true]);
    }
  });
});

const endOutcome = ({ outcome }: { outcome: Outcome }): Outcome => outcome;

function expectReason({ text }: Reason): void {
  expect(text.it.length).toBeGreaterThan(5);
  expect(text.en.length).toBeGreaterThan(5);
}
