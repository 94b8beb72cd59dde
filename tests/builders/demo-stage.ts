import type { Stage } from '#ingest/demo/procedures/play.ts';
import { officesOf } from '#ingest/demo/procedures/offices.ts';
import { plansFor, type Setting } from '#ingest/demo/procedures/plan.ts';
import type { Action } from '#lib/procedures/cases/action.ts';
import { decide } from '#lib/procedures/cases/decide.ts';
import type { DecisionContext } from '#lib/procedures/cases/decision.ts';
import { file } from '#lib/procedures/cases/file.ts';
import type { Procedure } from '#lib/procedures/cases/procedure.ts';
import type { ProcedureEvent } from '#lib/procedures/cases/procedure-event.ts';
import type { Day } from '#lib/procedures/day.ts';
import { romeDay } from '#lib/procedures/rome.ts';
import type { ProcedureType } from '#lib/procedures/types/procedure-type.ts';
import { versionInForce } from '#lib/procedures/types/version-periods.ts';
import type { Actor } from '#lib/store/procedures/actor.ts';
import type { FilingRequest } from '#lib/store/procedures/procedure-writing.ts';
import { readDemoPeople } from '#lib/store/staff/demo-people.ts';
import { law, padova } from './procedure-time.ts';
import { demoCatalogue, demoType, demoVersion, typeFiles } from './procedure-types.ts';

export const catalogue = demoCatalogue();
export const types: readonly ProcedureType[] = typeFiles.map((file) => demoType(file.replace('.yaml', '')));
const people = readDemoPeople('schemas/procedures');

function inForce(code: string, day: Day): ProcedureType {
  const found = versionInForce(
    types.filter((one) => one.code === code),
    day,
  );
  if (!found) throw new Error(`${code} is not in force on ${day}`);
  return found;
}

export const settingAt = (now: Date): Setting => ({
  seed: 'padova',
  now,
  types,
  calendar: padova,
  people,
  withoutCode: new Map([['studiosa', 'studiosa']]),
  offices: officesOf(people.staff),
  units: [
    { id: 'u1', title: 'Estimo del 1797', described: true },
    { id: 'u2', title: 'Polizze di Campatico' },
  ],
});

export const plansAt = (now: Date) => plansFor(settingAt(now));

/** One step, as it was done. */
export interface Done {
  n: number;
  at: Date;
  actor: Actor;
  action: Action | null;
  before: Procedure | null;
  events: readonly ProcedureEvent[];
}

/** The engine without a database; everything else is as it is on the site. */
export class MemoryStage implements Stage {
  readonly cases = new Map<string, Procedure>();
  readonly done: Done[] = [];
  readonly requests: FilingRequest[] = [];
  papers = 0;
  /** When each number of the protocollo was taken. */
  readonly numbered: Date[] = [];
  private numbers = new Map<string, number>();

  private number(at: Date): { year: number; number: number } {
    const year = romeDay(at).slice(0, 4);
    const number = (this.numbers.get(year) ?? 0) + 1;
    this.numbers.set(year, number);
    this.numbered.push(at);
    return { year: Number(year), number };
  }

  contextAt(procedure: Procedure, at: Date): DecisionContext {
    return this.contextOf(demoVersion(procedure.type), at);
  }

  private contextOf(type: ProcedureType, now: Date): DecisionContext {
    return { type, catalogue, law, calendar: padova, now };
  }

  async file(request: FilingRequest, actor: Actor, at: Date, key: string): Promise<Procedure> {
    const filedOn = romeDay(at);
    const agents = request.parties.map(({ agent }) => ('id' in agent ? agent.id : (agent.taxCode ?? agent.name)));
    const decided = file(
      {
        id: `r${key}`,
        facts: {
          channel: request.channel,
          identification: request.identification,
          parties: request.parties.map(({ role, actsFor }, i) => ({
            agent: agents[i] ?? '',
            role,
            actsFor: actsFor === null ? null : (agents[actsFor] ?? null),
          })),
          answers: request.answers,
          documents: request.documents.flatMap(({ code }) => code ?? []),
          filedOn,
          registration: { register: 'generale', ...this.number(at), on: filedOn },
          externalReferences: request.externalReferences,
          aboutRecord: request.aboutRecord,
          call: request.call,
        },
        ...(request.unit ? { unit: request.unit } : {}),
      },
      this.contextOf(inForce(request.type, filedOn), at),
    );
    if (decided.kind === 'refused')
      throw new Error(`${request.type}: ${decided.reasons.map(({ text }) => text.en).join('; ')}`);
    this.requests.push(request);
    return this.keep(key, at, actor, null, null, decided.procedure, decided.events);
  }

  async addPaper(procedure: Procedure, paper: { flow: string }, _actor: Actor, at: Date, key: string): Promise<string> {
    const record = `d${key}`;
    const action = { kind: 'addDocument' as const, record, document: null };
    if (decide(procedure, action, this.contextAt(procedure, at)).kind === 'refused')
      throw new Error(`a document was refused: ${procedure.type.code} ${procedure.state}`);
    if (paper.flow !== 'internal') this.number(at);
    this.papers++;
    return record;
  }

  async act(procedure: Procedure, action: Action, actor: Actor, at: Date, key: string): Promise<Procedure> {
    const decided = decide(procedure, action, this.contextAt(procedure, at));
    if (decided.kind === 'refused')
      throw new Error(`${action.kind}: ${decided.reasons.map(({ text }) => text.en).join('; ')}`);
    return this.keep(key, at, actor, action, procedure, decided.procedure, decided.events);
  }

  private keep(
    key: string,
    at: Date,
    actor: Actor,
    action: Action | null,
    before: Procedure | null,
    procedure: Procedure,
    events: readonly ProcedureEvent[],
  ): Procedure {
    this.cases.set(procedure.id, procedure);
    this.done.push({ n: Number(key.split('/')[0]), at, actor, action, before, events });
    return procedure;
  }
}
