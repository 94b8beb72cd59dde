import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Action } from '#lib/procedures/cases/action.ts';
import { citizenStateOf } from '#lib/procedures/cases/citizen-state.ts';
import { decide } from '#lib/procedures/cases/decide.ts';
import type { DecisionContext, Reason } from '#lib/procedures/cases/decision.ts';
import { dueFacts } from '#lib/procedures/cases/due-facts.ts';
import { evolve } from '#lib/procedures/cases/evolve.ts';
import { file } from '#lib/procedures/cases/file.ts';
import { optionsOf } from '#lib/procedures/cases/options.ts';
import { phaseOf } from '#lib/procedures/cases/phase-of.ts';
import { type Procedure, procedureSchema } from '#lib/procedures/cases/procedure.ts';
import { type ProcedureEvent, procedureEventSchema } from '#lib/procedures/cases/procedure-event.ts';
import { annullamentoDUfficioUntil } from '#lib/procedures/annullamento-d-ufficio.ts';
import { type Deadline, readClock } from '#lib/procedures/clock.ts';
import { addDays, type Day, laterOf } from '#lib/procedures/day.ts';
import { activityPhases } from '#lib/procedures/types/activity-type.ts';
import { advantageOutcomes, negativeOutcomes } from '#lib/procedures/types/outcomes.ts';
import { factsOf, morningOf } from '#tests/builders/cases.ts';
import { law, padova } from '#tests/builders/procedure-time.ts';
import { actionOf, type RandomCase, randomCase } from '#tests/builders/random-case.ts';

// A loaded machine walks slowly.
vi.setConfig({ testTimeout: 120_000 });

interface Stage {
  before: Procedure;
  after: Procedure;
  action: Action;
  /** All events so far. */
  events: ProcedureEvent[];
  fresh: ProcedureEvent[];
  context: DecisionContext;
  today: Day;
}

/** A case walked from its filing; each decision is looked at, each refusal too. */
function walk(
  one: RandomCase,
  decided: (stage: Stage) => void,
  refused: (reasons: Reason[], action: Action) => void = () => undefined,
): void {
  const { type, catalogue, filedOn } = one;
  const at = (today: Day): DecisionContext => ({ type, catalogue, law, calendar: padova, now: morningOf(today) });
  const call = { opensOn: addDays(filedOn, -5), closesOn: addDays(filedOn, 20) };
  const answers = { protected: one.isProtected };
  const filed = file({ id: 'r1', facts: factsOf(type, filedOn, { call, answers }) }, at(filedOn));
  if (filed.kind === 'refused') throw new Error(filed.reasons.map(({ text }) => text.en).join());
  let { procedure, events } = filed;
  let today = filedOn;
  for (const step of one.steps) {
    today = addDays(today, step.gap);
    const context = at(today);
    const action = actionOf(step, procedure, optionsOf(procedure, context), one, laterOf(today, procedure.lastOn));
    const decision = decide(procedure, action, context);
    if (decision.kind === 'refused') {
      expect(decision.allowed.every(({ barred }) => barred === null)).toBe(true);
      refused(decision.reasons, action);
      continue;
    }
    events = [...events, ...decision.events];
    decided({ before: procedure, after: decision.procedure, action, events, fresh: decision.events, context, today });
    procedure = decision.procedure;
  }
}

const holds = (property: (one: RandomCase) => void, numRuns = 100) =>
  fc.assert(fc.property(randomCase, property), { numRuns });

const bounds = (deadline: Deadline): [Day, Day] =>
  deadline.kind === 'fixed' ? [deadline.on, deadline.on] : [deadline.earliest, deadline.latest ?? '9999-12-31'];

describe('any case of any type, whatever is tried on it', () => {
  it('is the fold of its events, which follow one another in days', () => {
    holds((one) =>
      walk(one, ({ after, events }) => {
        expect(events.reduce<Procedure | null>((folded, event) => evolve(folded, event), null)).toEqual(after);
        expect(after.version).toBe(events.length);
        expect(events.every(({ day }, index) => index === 0 || day >= (events[index - 1]?.day ?? ''))).toBe(true);
        expect(after.lastOn).toBe(events.at(-1)?.day);
      }),
    );
  });

  it('is what its schemas say', () => {
    holds((one) =>
      walk(one, ({ after, fresh }) => {
        expect(procedureSchema.parse(after)).toEqual(after);
        for (const event of fresh) expect(procedureEventSchema.parse(event)).toEqual(event);
      }),
    );
  });

  it('always says something to the citizen, has a phase, and facts for the lists', () => {
    holds((one) =>
      walk(one, ({ after, context }) => {
        const { text, title } = citizenStateOf(after, context);
        for (const words of [text, title]) expect(Math.min(words.it.length, words.en.length)).toBeGreaterThan(0);
        expect(activityPhases).toContain(phaseOf(after, context.catalogue));
        const facts = dueFacts(after, context);
        expect(facts.dueOn === null || facts.earliest === null).toBe(true);
        expect(facts.clock === 'suspended' || facts.latest === null || facts.earliest !== null).toBe(true);
      }),
    );
  });

  it('is refused only with reasons, and never what was said to be open', () => {
    holds((one) =>
      walk(
        one,
        () => undefined,
        (reasons) => {
          expect(reasons.length).toBeGreaterThan(0);
          for (const { code, text } of reasons) {
            expect(code).not.toBe('');
            expect(Math.min(text.it.length, text.en.length)).toBeGreaterThan(5);
          }
        },
      ),
    );
    holds(({ steps, ...one }) =>
      walk(
        { ...one, steps: steps.map((step) => ({ ...step, wild: false })) },
        () => undefined,
        (reasons, action) => {
          if (action.kind === 'advance' || action.kind === 'letTimeAct')
            throw new Error(`${action.kind} was open, but: ${reasons.map(({ text }) => text.en).join('; ')}`);
        },
      ),
    );
  });
});

const ended = ({ fresh }: Stage) => fresh.find((event) => event.kind === 'concluded');

describe('no decision without what the law wants', () => {
  it('an act, where the end is one', () => {
    holds((one) =>
      walk(one, (stage) => {
        const end = ended(stage);
        const { family } = one.type;
        if (!end || end.bySilence || end.outcome === 'withdrawn' || family === 'scia' || family === 'communication')
          return;
        expect(end.act).not.toBeNull();
        if (family === 'application' || family === 'exOfficio') expect(stage.after.startCommunicatedOn).not.toBeNull();
      }),
    );
  });

  it('a finished preavviso di rigetto before a no', () => {
    holds((one) =>
      walk(one, (stage) => {
        const end = ended(stage);
        if (!end || !negativeOutcomes.has(end.outcome) || !('preavvisoDiRigetto' in one.type)) return;
        const { events } = stage;
        const notice = events.findLast((event) => event.kind === 'clockMoved' && event.entry.kind === 'art10bis');
        const id = notice?.kind === 'clockMoved' ? notice.entry.id : 'none';
        const over = events.some(
          (event) =>
            (event.kind === 'noticeReceived' && event.entry === id && event.until < end.day) ||
            (event.kind === 'answerReceived' && event.entry === id && event.on <= end.day),
        );
        expect([id, over]).toEqual([id, true]);
      }),
    );
  });

  it('silence only after the term, and where it counts', () => {
    holds((one) =>
      walk(one, (stage) => {
        const end = ended(stage);
        if (!end?.bySilence) return;
        expect('silence' in one.type && one.type.silence.kind).toBe(end.outcome);
        expect(end.on < end.day).toBe(true);
        expect(stage.after.silence).toBe('applies');
        expect(end.daysLate).toBe(0);
      }),
    );
  });

  it('nothing adopted after consent has formed by silence, nor after the control window (art. 2 c. 8-bis)', () => {
    holds((one) =>
      walk(one, ({ before, after, fresh, context }) => {
        const adoption = fresh.find(({ kind }) => kind === 'adopted');
        const { type } = one;
        const consent = 'silence' in type && type.silence.kind === 'silenzioAssenso' && after.silence !== 'excluded';
        if (!adoption || !before.legal || before.legal.concludedOn !== null || !(consent || type.family === 'scia'))
          return;
        if (before.state !== 'running' || before.adopted) return;
        const reading = readClock(before.legal, { law, calendar: context.calendar, today: adoption.day });
        expect(adoption.day <= bounds(reading.deadline)[1]).toBe(true);
      }),
    );
  });

  it('nothing given is taken after the time to annul, but for what a judgment says (art. 21-nonies)', () => {
    holds((one) =>
      walk(one, (stage) => {
        const end = ended(stage);
        const { reopening } = stage.before;
        if (!end || !reopening || end.outcome === 'withdrawn' || advantageOutcomes.has(end.outcome)) return;
        if (!advantageOutcomes.has(reopening.outcome) || reopening.ground.match(/falseDeclarations|judgment/)) return;
        const until = annullamentoDUfficioUntil(reopening.decidedOn, law);
        if (typeof until === 'string') expect(end.on <= until).toBe(true);
      }),
    );
  });

  it('one suspension of art. 2 c. 7, one extension', () => {
    holds((one) =>
      walk(one, ({ events }) => {
        const moved = (kind: string) =>
          events.filter((event) => event.kind === 'clockMoved' && event.entry.kind === kind);
        expect(moved('art2c7').length).toBeLessThanOrEqual(1);
        expect(moved('extension').length).toBeLessThanOrEqual(1);
      }),
    );
  });
});

it('a deadline comes no earlier by what an office does', () => {
  holds((one) =>
    walk(one, ({ before, after, action, fresh, context }) => {
      if (action.kind === 'noteAnswer' || action.kind === 'noteReceipt') return;
      if (!before.legal || !after.legal || after.legal.concludedOn !== null) return;
      const clock = { law, calendar: context.calendar, today: fresh[0]?.day ?? before.lastOn };
      const [first, then] = [before.legal, after.legal].map((legal) => bounds(readClock(legal, clock).deadline));
      expect((then?.[0] ?? '') >= (first?.[0] ?? '')).toBe(true);
    }),
  );
});

it('what time is said to do on a day, it does on that day and not before', () => {
  holds((one) =>
    walk(one, ({ after, context, today }) => {
      const now = laterOf(today, after.lastOn);
      const on = dueFacts(after, context).timeActsOn;
      const acts = (day: Day) => decide(after, { kind: 'letTimeAct' }, { ...context, now: morningOf(day) }).kind;
      if (on === null) return;
      expect(acts(on)).toBe('decided');
      if (on > now) expect(acts(addDays(on, -1))).toBe('refused');
    }),
  );
});
