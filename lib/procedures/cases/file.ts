import { dayWords } from '../day-words.ts';
import { romeDay } from '../rome.ts';
import type { ProcedureType } from '../types/procedure-type.ts';
import { activityBegun } from './activity-begun.ts';
import { begin, type Course } from './course.ts';
import type { DecisionContext, FilingDecision, Reason } from './decision.ts';
import { evolve } from './evolve.ts';
import type { FilingFacts } from './filing-facts.ts';
import { goOn, soleWay } from './go-on.ts';
import type { Procedure } from './procedure.ts';
import type { ProcedureEvent } from './procedure-event.ts';
import { nothingGiven } from './given.ts';
import { reason } from './reason.ts';
import { standingOf } from './standing.ts';
import { step } from './step.ts';

export interface Filing {
  /** The record of the fascicolo that it opens. */
  id: string;
  facts: FilingFacts;
  /** The office that received it; the competent one where nothing is said. */
  unit?: string;
}

/**
 * A filing and what comes with it at once: registration, receipt, the term. Gaps in answers and documents are no reason to refuse it (what
 * is filed must be registered, DPR 445/2000 art. 53; what is missing is asked for): `checkAnswers` names them.
 */
export function file({ id, facts, unit }: Filing, context: DecisionContext): FilingDecision {
  const { type } = context;
  const graph = type.graph;
  const day = romeDay(context.now);
  const bars = filingBars(facts, context);
  const activity = activityBegun(context, graph.start, 1, day, facts);
  const event: ProcedureEvent = {
    kind: 'filed',
    day,
    id,
    type: { code: type.code, version: type.version },
    filing: facts,
    unit: unit ?? type.unit,
    silence: silenceAtFiling(type, facts),
    activity,
  };
  const filed: Course = { ...begin(evolve(null, event)), events: [event] };
  const refused = [...bars, ...startBars(filed.procedure, context)];
  const [first, ...others] = refused;
  if (first) return { kind: 'refused', reasons: [first, ...others] };
  // Who files has done the first activity by filing; what an office begins by itself waits for it.
  const begun = type.family === 'exOfficio' ? filed : (soleWay(filed, context) ?? filed);
  const course = goOn(begun, context);
  return { kind: 'decided', procedure: course.procedure, events: [...course.events] };
}

/** Whether silence counts, as far as the type or the filing itself says. */
function silenceAtFiling(type: ProcedureType, { answers }: FilingFacts): Procedure['silence'] {
  if (!('silence' in type) || type.silence.kind === 'none') return 'excluded';
  if (type.silence.kind === 'silenzioRigetto' || !type.silence.exceptWhen) return 'applies';
  const { decidedBy } = type.silence;
  const answer = decidedBy && answers[decidedBy.field];
  if (!decidedBy || typeof answer !== 'boolean') return 'unknown';
  return answer === decidedBy.appliesWhen ? 'applies' : 'excluded';
}

function filingBars(facts: FilingFacts, { type, now }: DecisionContext): Reason[] {
  const today = romeDay(now);
  const { filedOn, registration, channel } = facts;
  const channels: readonly string[] = 'channels' in type ? type.channels : ['exOfficio'];
  return [
    ...(channels.includes(channel)
      ? []
      : [
          reason(
            'wrongChannel',
            'questo procedimento non comincia per questa via',
            'this procedure does not begin by this channel',
          ),
        ]),
    ...(registration.on === filedOn ? [] : [otherDay]),
    ...(filedOn > today
      ? [
          reason(
            'filedInFuture',
            `oggi è il ${dayWords(today).it}: la presentazione non può essere di un giorno che viene`,
            `today is ${dayWords(today).en}: a filing cannot be of a day to come`,
          ),
        ]
      : []),
  ];
}

const otherDay = reason(
  'otherDay',
  'la data di protocollo non può essere diversa da quella di presentazione',
  'the date of registration cannot differ from that of filing',
  'L. 241/1990 art. 18-bis c. 1',
);

/** Why nothing can be filed now, e.g. because the call is closed. What only an officer can find bars no filing. */
function startBars(procedure: Procedure, context: DecisionContext): Reason[] {
  if (context.type.family === 'exOfficio') return [];
  const standing = standingOf(procedure, context);
  const ways = standing.graph.transitions
    .filter(({ from }) => from === standing.graph.start)
    .map((line) => step(standing, line, nothingGiven));
  const barred = ways.flatMap((result) => (Array.isArray(result) ? [result] : []));
  if (barred.length < ways.length) return [];
  return barred.find((reasons) => reasons.every(({ code }) => atFiling.has(code))) ?? [];
}

const atFiling: ReadonlySet<string> = new Set(['callNotOpen', 'noCall']);
