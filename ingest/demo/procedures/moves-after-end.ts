import { addMonths } from '#lib/procedures/day.ts';
import { romeDay } from '#lib/procedures/rome.ts';
import { retentionOf } from '#lib/procedures/cases/retention-computed.ts';
import type { Act, Procedure } from '#lib/procedures/cases/procedure.ts';
import type { Move } from './move.ts';
import type { Scene } from './next-move.ts';
import { inOffice } from './office-hours.ts';
import { officer } from './offices.ts';
import { attestationIssued, reopeningOrder, sentPapers } from './papers.ts';

type Ended = Exclude<Procedure, { state: 'running' }>;

/** The attestation of consent, a reopening, the closing of the fascicolo; then nothing. */
export function movesAfterEnd(scene: Scene): Move | null {
  const { procedure, behaviour, done } = scene;
  if (procedure.state === 'running') return null;
  if (procedure.state === 'closed') return null;
  if (procedure.outcome === 'silenzioAssenso' && behaviour.attestation) {
    if (procedure.attestation.state === 'none') return asksAttestation(scene);
    if (procedure.attestation.state === 'requested') return issuesAttestation(scene);
  }
  if (behaviour.reopens && !done.has('reopen') && procedure.outcome === 'refused') return reopens(scene);
  return behaviour.closesAfter === null ? null : closes(scene, procedure, behaviour.closesAfter);
}

function asksAttestation({ offices, now, context, chanceOf }: Scene): Move {
  const chance = chanceOf('asks attestation');
  return {
    at: inOffice(now, chance.whole(2, 12), context.calendar, chance),
    actor: officer(offices.frontOffice()),
    paper: sentPapers.attestation,
    once: null,
    actions: () => [{ kind: 'askAttestation' }],
  };
}

function issuesAttestation({ procedure, offices, now, context, chanceOf }: Scene): Move {
  const chance = chanceOf('issues attestation');
  return {
    at: inOffice(now, chance.whole(2, 9), context.calendar, chance),
    actor: officer(offices.responsible(context.type.responsible)),
    paper: attestationIssued,
    once: null,
    actions: (record) => [{ kind: 'issueAttestation', act: actOf('Attestazione', procedure, record) }],
  };
}

function reopens({ procedure, context, offices, now, chanceOf }: Scene): Move {
  const chance = chanceOf('reopens');
  const to = 'observationsAssessment' in context.type.graph.nodes ? 'observationsAssessment' : 'examination';
  return {
    at: inOffice(now, chance.whole(8, 30), context.calendar, chance),
    actor: officer(offices.responsible(context.type.responsible)),
    paper: reopeningOrder,
    once: 'reopen',
    actions: (record) => [
      { kind: 'reopen', act: actOf('Provvedimento di riesame', procedure, record), to, ground: 'review' },
    ],
  };
}

/** What the retention plan says is computed; where nobody has read it, it is put off and said so. */
function closes({ procedure, offices, now, context, chanceOf }: Scene, { outcome }: Ended, days: number): Move {
  const at = inOffice(now, days, context.calendar, chanceOf('closes'));
  const rule = retentionOf(context.type, outcome);
  const known = rule !== null && rule.disposition !== 'unknown';
  return {
    at,
    actor: officer(procedure.assignee ?? offices.responsible(procedure.unit)),
    paper: null,
    once: null,
    actions: () => [
      {
        kind: 'close',
        unregisteredDocuments: 0,
        ...(known
          ? // A certificate of urban destination holds for a year: its own date says when that ends.
            { setByHand: addMonths(romeDay(at), 12) }
          : { postponeRetention: 'Il piano di conservazione per questa voce non è stato ancora letto' }),
      },
    ],
  };
}

/** An act as people cite it: what it is, and the day. */
export const actOf = (name: string, { filing: { registration } }: Procedure, record: string | null): Act => ({
  reference: `${name}, pratica ${registration.number}/${registration.year}`,
  record,
});
