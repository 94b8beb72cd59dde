import { addDays } from '../day.ts';
import { dayWords } from '../day-words.ts';
import { parameterOn } from '../law.ts';
import type { Transition } from '../types/graph.ts';
import { negativeOutcomes, type Outcome, outcomeWords } from '../types/outcomes.ts';
import { annulmentBars } from './annulment-bars.ts';
import type { Reason } from './decision.ts';
import type { Given } from './given.ts';
import { guardBar, preavvisoBar } from './guard-bars.ts';
import { reason } from './reason.ts';
import {
  articleOf,
  comesByTime,
  hasExpired,
  isSilent,
  ledgerOf,
  phaseAt,
  silenceHolds,
  silenceIn,
  type Standing,
} from './standing.ts';
import { art19c3, isStopEffect } from './stop-entries.ts';

/** What the law wants of a step, whatever the graph of the type allows. */
export function lawBars(standing: Standing, transition: Transition, given: Given): Reason[] {
  const outcome = standing.graph.ends[transition.to]?.outcome;
  if (outcome === 'withdrawn') return [];
  if (outcome && isSilent(outcome)) return silenceBars(standing, outcome, given);
  if (comesByTime(standing, transition)) return [];
  return [
    ...lateBars(standing, transition, given),
    ...startBars(standing, transition),
    ...preavvisoBars(standing, transition),
    ...takingBars(standing, transition),
    ...prohibitionBars(standing, transition),
    ...actBars(standing, transition, given),
  ];
}

/** Silence forms with the end of the term and not before, and only where it counts. */
function silenceBars(standing: Standing, outcome: Outcome, { found }: Given): Reason[] {
  const article = articleOf(standing) ?? 'L. 241/1990 art. 20';
  if (silenceIn(standing) !== outcome || silenceHolds(standing, found) === 'excluded')
    return [
      reason('noSilence', 'in questo caso il silenzio non vale come risposta', 'silence is no answer here', article),
    ];
  return [guardBar('silenceApplies', standing, found), guardBar('termExpired', standing, found)].filter(
    (bar) => bar !== null,
  );
}

/** Decisions after silence has formed, or after the control window of a SCIA, are ineffective (L. 241/1990 art. 2 c. 8-bis). */
function lateBars(standing: Standing, transition: Transition, { found }: Given): Reason[] {
  const { procedure, context, legal } = standing;
  if (procedure.state !== 'running' || procedure.adopted || !hasExpired(standing) || !legal) return [];
  const counts = silenceIn(standing) === 'silenzioAssenso' && silenceHolds(standing, found) !== 'excluded';
  if (!counts && context.type.family !== 'scia') return [];
  if (!decides(standing, transition) && !transition.effects.some(isStopEffect)) return [];
  // Whoever finds that an exception holds says so with the step itself.
  const unknown = counts && silenceHolds(standing, found) === 'unknown' && guardBar('silenceExcluded', standing, found);
  if (unknown) return [unknown];
  const last = dayWords(legal.deadline.kind === 'fixed' ? legal.deadline.on : legal.asOf);
  return [
    reason(
      'tooLate',
      `il termine è finito il ${last.it}: un atto adottato dopo non ha effetto`,
      `the term ended on ${last.en}: an act adopted after it has no effect`,
      'L. 241/1990 art. 2 c. 8-bis',
    ),
  ];
}

/** Whether a step decides: into or out of an activity that does, or to an end that somebody must have decided. */
function decides(standing: Standing, { from, to }: Transition): boolean {
  const outcome = standing.graph.ends[to]?.outcome;
  return (
    phaseAt(standing, from) === 'decisoria' ||
    phaseAt(standing, to) === 'decisoria' ||
    (outcome !== undefined && wantsDecision(standing, outcome)) ||
    outcome === 'prohibited'
  );
}

/** Where the end of the procedure is an act (L. 241/1990 art. 2 c. 1); a SCIA and a communication end without one. */
const wantsDecision = ({ context: { type } }: Standing, outcome: Outcome): boolean =>
  type.family !== 'scia' && type.family !== 'communication' && !isSilent(outcome);

/** Whether the step needs an act to be named: a decision is adopted by one. */
export function needsAct(standing: Standing, transition: Transition): boolean {
  const { from, to } = transition;
  const outcome = standing.graph.ends[to]?.outcome;
  if (outcome === 'withdrawn' || comesByTime(standing, transition)) return false;
  if (phaseAt(standing, from) === 'decisoria') return true;
  const { procedure } = standing;
  const adopted = procedure.state === 'running' && procedure.adopted !== null;
  return outcome !== undefined && wantsDecision(standing, outcome) && !adopted;
}

function actBars(standing: Standing, transition: Transition, given: Given): Reason[] {
  if (given.act || !needsAct(standing, transition)) return [];
  return [
    reason(
      'noAct',
      'serve un provvedimento: indica numero e data',
      'an act is needed: give its number and date',
      'L. 241/1990 art. 2 c. 1',
    ),
  ];
}

/** No decision in a procedure that the parties have not been told of. */
function startBars(standing: Standing, transition: Transition): Reason[] {
  const { procedure, context } = standing;
  const { family } = context.type;
  if (procedure.startCommunicatedOn !== null || (family !== 'application' && family !== 'exOfficio')) return [];
  if (transition.effects.includes('communicateStart') || !decidesNow(standing, transition)) return [];
  return [
    reason(
      'startNotCommunicated',
      'l’avvio del procedimento non è stato comunicato',
      'the start of the procedure has not been communicated',
      'L. 241/1990 artt. 7-8',
    ),
  ];
}

const decidesNow = (standing: Standing, transition: Transition): boolean =>
  needsAct(standing, transition) || standing.graph.ends[transition.to] !== undefined;

/** No negative outcome, and no act that can have no other, without a finished notice (L. 241/1990 art. 10-bis). */
function preavvisoBars(standing: Standing, transition: Transition): Reason[] {
  const { type } = standing.context;
  if (!('preavvisoDiRigetto' in type) || type.preavvisoDiRigetto.kind === 'exempt') return [];
  const { from, to } = transition;
  const deciding = phaseAt(standing, from) === 'decisoria' || phaseAt(standing, to) === 'decisoria';
  const outcome = standing.graph.ends[to]?.outcome;
  const negative = outcome ? negativeOutcomes.has(outcome) : deciding && leadsOnlyToNo(standing, to);
  const bar = negative ? preavvisoBar(standing) : null;
  return bar ? [bar] : [];
}

/** What was given in a case that is opened again is taken in time, or not at all (L. 241/1990 art. 21-nonies). */
function takingBars(standing: Standing, { from, to }: Transition): Reason[] {
  const { procedure, graph, day } = standing;
  if (procedure.state !== 'running') return [];
  const outcome = graph.ends[to]?.outcome;
  const deciding = phaseAt(standing, from) === 'decisoria' || phaseAt(standing, to) === 'decisoria';
  const outcomes = outcome ? [outcome] : deciding ? decidedAhead(standing, to) : [];
  return annulmentBars(standing, outcomes, procedure.adopted?.on ?? day);
}

/** Whether every end that a decision can still lead to from there is a negative one. */
function leadsOnlyToNo(standing: Standing, start: string): boolean {
  const outcomes = decidedAhead(standing, start);
  return outcomes.length > 0 && outcomes.every((outcome) => negativeOutcomes.has(outcome));
}

/** The outcomes that somebody's decision can still lead to from there; what time alone brings about is none. */
function decidedAhead(standing: Standing, start: string): Outcome[] {
  const { ends, transitions } = standing.graph;
  const lines = transitions.filter((line) => !comesByTime(standing, line));
  const reached = new Set([start]);
  for (const node of reached) for (const { from, to } of lines) if (from === node) reached.add(to);
  return [...reached]
    .flatMap((node) => ends[node]?.outcome ?? [])
    .filter((outcome) => outcome !== 'withdrawn' && !isSilent(outcome));
}

/** A SCIA is forbidden by an act, or by law when what was ordered is not done in the time given, which has a least length. */
function prohibitionBars(standing: Standing, { from, to }: Transition): Reason[] {
  const { procedure, day, context, graph } = standing;
  const outcome = graph.ends[to]?.outcome;
  if (outcome !== 'prohibited' || phaseAt(standing, from) === 'decisoria') return [];
  if (procedure.state === 'running' && procedure.adopted) return [];
  const order = ledgerOf(procedure).findLast((entry) => entry.kind === 'other' && entry.rule.article === art19c3);
  if (!order)
    return [
      reason(
        'noProhibition',
        `«${outcomeWords[outcome].it}» vuole un ordine motivato, o un ordine di conformare rimasto senza seguito`,
        `"${outcomeWords[outcome].en}" needs a reasoned order, or an order to conform that was not followed`,
        art19c3,
      ),
    ];
  const days = parameterOn(context.law, 'sciaConformationMinDays', order.from)?.value ?? 0;
  // Who must conform has the days from when the order reached them, where that is known.
  const receivedOn = procedure.state === 'running' ? procedure.at.receivedOn : null;
  const until = addDays(receivedOn ?? order.from, days);
  if (day > until) return [];
  const last = dayWords(until);
  return [
    reason(
      'conformationOpen',
      `per mettersi in regola c’è tempo almeno fino al ${last.it}`,
      `there is time to conform until ${last.en} at least`,
      art19c3,
      addDays(until, 1),
    ),
  ];
}
