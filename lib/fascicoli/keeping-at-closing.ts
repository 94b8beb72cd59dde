import type { Day } from '#lib/procedures/day.ts';
import type { Reason } from '#lib/procedures/cases/decision.ts';
import { reason } from '#lib/procedures/cases/reason.ts';
import { keepingOf, type Keeping } from '#lib/procedures/cases/retention-computed.ts';
import type { RetentionFacts } from '#lib/procedures/cases/retention-facts.ts';
import { retentionWanting } from '#lib/procedures/cases/retention-wanting.ts';
import type { Retention } from '#lib/procedures/types/retention.ts';
import { rulesOf, rulesOfAll, type ConservationPlan, type ConservationRule } from './conservation-plan.ts';
import { voiceCode, type Voice } from './titolario.ts';

/** What whoever closes a fascicolo says of its keeping; all may be left out where the plan alone tells it. */
export interface ClosingRequest {
  /** Which line of the plan it falls under, by the Italian name of its aggregation; null: under none. Not said: under the only one that its class has. */
  line?: string | null | undefined;
  /** The day from which the years run, where the closing does not tell it. */
  startsOn?: Day | undefined;
  /** Why it is decided later. */
  postpone?: string | undefined;
}

/** What the plan makes of it; a day that was given for a fact is kept as that fact, so that it can be mended later. */
export type ClosingKeeping =
  | { kind: 'keep'; rule: Retention }
  | { kind: 'discard'; rule: Retention; from: Day; on: Day; fact: FactOfDay | null; byHand: boolean }
  | { kind: 'postponed'; rule: Retention | null; why: string }
  | { kind: 'wanting'; reason: Reason };

type FactOfDay = 'decisionExpiry' | 'relationEnd';

/** Lines of the plan that may concern a fascicolo of a class: its own first, then those of every class. */
export const linesFor = (plan: ConservationPlan | null, voice: Voice): ConservationRule[] =>
  plan ? [...rulesOf(plan, voice), ...rulesOfAll(plan)] : [];

/** The line that holds where nobody says: the only one that the class has, if it decides anything. Else it is for a person to say. */
export function lineByClass(plan: ConservationPlan | null, voice: Voice): ConservationRule | null {
  const own = plan ? rulesOf(plan, voice) : [];
  return own.length === 1 && own[0]?.retention.disposition !== 'unknown' ? (own[0] ?? null) : null;
}

/** How long a fascicolo without a procedure is kept, by the plan of the titolario under which it was opened (DPR 445/2000 art. 68 c. 1). */
export function keepingAtClosing(
  plan: ConservationPlan | null,
  voice: Voice,
  closedOn: Day,
  { line, startsOn, postpone }: ClosingRequest,
): ClosingKeeping {
  const lines = linesFor(plan, voice);
  const found =
    line === undefined
      ? lineByClass(plan, voice)
      : line === null
        ? null
        : lines.find(({ aggregation }) => aggregation.it === line);
  if (found === undefined) return { kind: 'wanting', reason: unknownLine(voice) };
  const rule = found?.retention ?? null;
  const fact = factOf(rule);
  const facts: RetentionFacts = fact !== null && startsOn !== undefined ? { [fact]: startsOn } : {};
  const file = { closedOn, decisionEffective: null, answers: {}, facts };
  const keeping = keepingOf(rule, file, fact === null ? (startsOn ?? null) : null);
  if (keeping.kind === 'wanting')
    return postpone === undefined
      ? { kind: 'wanting', reason: wantingOf(keeping.what, voice, lines, found) }
      : { kind: 'postponed', rule, why: postpone };
  // A rule there is, for without one nothing is computed.
  if (!rule) return { kind: 'wanting', reason: unknownLine(voice) };
  if (keeping.kind === 'keep') return { kind: 'keep', rule };
  const byHand = keepingOf(rule, file, null).kind === 'wanting';
  return {
    kind: 'discard',
    rule,
    from: keeping.from,
    on: keeping.on,
    fact: startsOn === undefined ? null : fact,
    byHand,
  };
}

/** The fact that tells the day from which a rule runs, where somebody has to say it. */
const factOf = (rule: Retention | null): FactOfDay | null =>
  rule?.disposition === 'discard' && (rule.trigger === 'decisionExpiry' || rule.trigger === 'relationEnd')
    ? rule.trigger
    : null;

function wantingOf(
  what: Extract<Keeping, { kind: 'wanting' }>['what'],
  voice: Voice,
  lines: readonly ConservationRule[],
  found: ConservationRule | null,
): Reason {
  if (what !== 'rule') return retentionWanting(what);
  if (found?.retention.disposition === 'unknown') return undecided(found, found.retention.reason);
  return lines.length === 0 ? noPlan(voice) : chooseLine(voice);
}

const source = 'DPR 445/2000 art. 68';

const chooseLine = (voice: Voice): Reason =>
  reason(
    'lineWanted',
    `il piano di conservazione non ha, per la classe ${voiceCode(voice)}, una sola voce: scegli quella che riguarda il fascicolo, o rinvia con un motivo`,
    `the conservation plan does not have one single line for the class ${voiceCode(voice)}: choose the one that concerns the file, or put it off with a reason`,
    source,
  );
const noPlan = (voice: Voice): Reason =>
  reason(
    'retentionUnknown',
    `nessun piano di conservazione parla della classe ${voiceCode(voice)}: rinvia con un motivo; l’archivista stabilisce poi che cosa ne sarà`,
    `no conservation plan speaks of the class ${voiceCode(voice)}: put it off with a reason; the archivist then decides what becomes of it`,
    source,
  );
const undecided = ({ aggregation }: ConservationRule, why: { it: string; en: string }): Reason =>
  reason(
    'retentionUnknown',
    `per «${aggregation.it}» il piano di conservazione non stabilisce quanto si conserva (${why.it}) Rinvia con un motivo; l’archivista decide poi.`,
    `for "${aggregation.en}" the conservation plan does not say how long it is kept (${why.en}) Put it off with a reason; the archivist then decides.`,
    source,
  );
const unknownLine = (voice: Voice): Reason =>
  reason(
    'unknownLine',
    `il piano di conservazione non ha quella voce per la classe ${voiceCode(voice)}`,
    `the conservation plan has no such line for the class ${voiceCode(voice)}`,
    source,
  );
