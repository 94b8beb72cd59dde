import type { Action, ActionKind, Findable } from '#lib/procedures/cases/action.ts';
import { decide } from '#lib/procedures/cases/decide.ts';
import type { DecisionContext, Refusal } from '#lib/procedures/cases/decision.ts';
import { file } from '#lib/procedures/cases/file.ts';
import type { FilingFacts } from '#lib/procedures/cases/filing-facts.ts';
import type { Procedure } from '#lib/procedures/cases/procedure.ts';
import type { ProcedureEvent } from '#lib/procedures/cases/procedure-event.ts';
import type { Day } from '#lib/procedures/day.ts';
import { firstInstantOf } from '#lib/procedures/rome.ts';
import type { ProcedureType } from '#lib/procedures/types/procedure-type.ts';
import { law, padova } from './procedure-time.ts';
import { demoCatalogue, demoType } from './procedure-types.ts';

export const catalogue = demoCatalogue();

/** Ten in the morning of a day in Italy. */
export const morningOf = (day: Day): Date => new Date(firstInstantOf(day).getTime() + 10 * 3_600_000);

export const contextOf = (type: ProcedureType, today: Day): DecisionContext => ({
  type,
  catalogue,
  law,
  calendar: padova,
  now: morningOf(today),
});

/** What is filed on a day at the counter or wherever the type takes it. */
export function factsOf(type: ProcedureType, filedOn: Day, change: Partial<FilingFacts> = {}): FilingFacts {
  return {
    channel: 'channels' in type ? (type.channels[0] ?? 'counter') : 'exOfficio',
    identification: 'demonstration',
    parties: [{ agent: 'a1', role: 'applicant', actsFor: null }],
    answers: {},
    documents: [],
    filedOn,
    registration: { register: 'generale', year: Number(filedOn.slice(0, 4)), number: 1, on: filedOn },
    externalReferences: [],
    aboutRecord: null,
    call: null,
    ...change,
  };
}

/** A case that is driven from day to day; it throws where it is refused, so that a test says only what it is about. */
export class DrivenCase {
  procedure: Procedure;
  events: ProcedureEvent[];
  readonly type: ProcedureType;
  today: Day;

  constructor(code: string | ProcedureType, filedOn: Day, change: Partial<FilingFacts> = {}, unit?: string) {
    this.type = typeof code === 'string' ? demoType(code) : code;
    this.today = filedOn;
    const facts = factsOf(this.type, filedOn, change);
    const filed = file({ id: 'r1', facts, ...(unit && { unit }) }, this.context);
    if (filed.kind === 'refused') throw new Error(filed.reasons.map(({ text }) => text.en).join('; '));
    this.procedure = filed.procedure;
    this.events = filed.events;
  }

  get context(): DecisionContext {
    return contextOf(this.type, this.today);
  }

  get node(): string {
    return this.procedure.state === 'running' ? this.procedure.at.node : this.procedure.outcome;
  }

  on(today: Day): this {
    this.today = today;
    return this;
  }

  do(action: Action): this {
    const decision = decide(this.procedure, action, this.context);
    if (decision.kind === 'refused')
      throw new Error(`${action.kind} at ${decision.node}: ${decision.reasons.map(({ text }) => text.en).join('; ')}`);
    this.procedure = decision.procedure;
    this.events = [...this.events, ...decision.events];
    return this;
  }

  /** Along a line, with every tick made and an act where one is wanted. */
  to(to: string, ...found: Findable[]): this {
    return this.do(this.wayTo(to, ...found));
  }

  wayTo(to: string, ...found: Findable[]): Extract<Action, { kind: 'advance' }> {
    const activity = this.procedure.state === 'running' ? catalogue.get(this.procedure.at.activity) : undefined;
    return {
      kind: 'advance',
      to,
      found,
      checked: [...(activity?.checklist ?? []).keys()],
      act: { reference: `det. 1/${this.today}`, record: null },
    };
  }

  refused(action: Action): Refusal {
    const decision = decide(this.procedure, action, this.context);
    if (decision.kind === 'decided') throw new Error(`${action.kind} was not refused`);
    return decision;
  }

  codes(action: Action): string[] {
    return this.refused(action).reasons.map(({ code }) => code);
  }

  kinds(): ProcedureEvent['kind'][] {
    return this.events.map(({ kind }) => kind);
  }
}

export const act = (reference = 'det. 7/2026') => ({ reference, record: null });
export type { ActionKind };
