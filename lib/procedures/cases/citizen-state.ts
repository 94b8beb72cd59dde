import type { Day } from '../day.ts';
import { phaseWords } from '../types/activity-type.ts';
import type { Graph } from '../types/graph.ts';
import { type Outcome, outcomeWords } from '../types/outcomes.ts';
import type { Text } from '../types/text.ts';
import { activityOf } from './activity-begun.ts';
import type { DecisionContext } from './decision.ts';
import { outcomeSentences } from './outcome-sentences.ts';
import { partyAsked } from './party-awaited.ts';
import { phaseOf } from './phase-of.ts';
import type { Procedure } from './procedure.ts';

/** Where a case stands, as the person whose case it is reads it. */
export interface CitizenState {
  title: Text;
  text: Text;
  /** What the person has to do, and the last day for it where it is known. */
  todo: { what: Text; by: Day | null } | null;
}

/** Every state has its words, whatever a type leaves out. */
export function citizenStateOf(
  procedure: Procedure,
  context: Pick<DecisionContext, 'type' | 'catalogue' | 'calendar'>,
): CitizenState {
  const graph: Graph = context.type.graph;
  if (procedure.state === 'running') {
    const { at } = procedure;
    const activity = activityOf(context, at.node);
    const phase = phaseWords[phaseOf(procedure, context.catalogue)];
    if (partyAsked(procedure, context) && at.state !== 'waiting') return answered;
    const required = activity?.actionRequired;
    return {
      title: activity?.name ?? phase,
      text: graph.nodes[at.node]?.citizenText ?? activity?.citizenText ?? inPhase(phase),
      todo: required ? { what: required.what, by: at.dueOn } : null,
    };
  }
  const { outcome } = procedure;
  const rules: Partial<Record<Outcome, { citizenText?: Text | undefined }>> = context.type.outcomes;
  const ended = rules[outcome]?.citizenText ?? outcomeSentences[outcome];
  const text = procedure.state === 'closed' ? { it: `${ended.it} ${filed.it}`, en: `${ended.en} ${filed.en}` } : ended;
  return { title: outcomeWords[outcome], text, todo: null };
}

/** What was asked for has come: it is the office's turn. */
const answered: CitizenState = {
  title: { it: 'La tua risposta è arrivata', en: 'Your answer has arrived' },
  text: {
    it: 'Abbiamo ricevuto quello che avevamo chiesto. Lo guardiamo e andiamo avanti.',
    en: 'We have received what we asked for. We look at it and go on.',
  },
  todo: null,
};

const inPhase = (phase: Text): Text => ({
  it: `La tua pratica è in corso. ${phase.it}.`,
  en: `Your case is in progress. ${phase.en}.`,
});

const filed: Text = { it: 'Il fascicolo è chiuso.', en: 'The file is closed.' };
