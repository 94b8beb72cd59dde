import type { ProcedureType } from '#lib/procedures/types/procedure-type.ts';
import type { Chance } from './chance.ts';

/** How the people of one case behave; what comes of it the engine says. */
export interface Behaviour {
  /** Of the office: a part of each activity's norm, all of it, or more. */
  pace: 'fast' | 'usual' | 'slow';
  /** Code of the activity at which the office lets the case lie. */
  liesAt: string | null;
  /** Working days for which it rests at the examination before somebody comes back to it. */
  rests: number;
  /** Something is missing, and what the party does when asked for it. */
  lacking: 'nothing' | 'sent' | 'sentLate' | 'neverSent';
  opinion: boolean;
  /** The acts of several bodies are needed. */
  conferenza: boolean;
  /** The person responsible extends the term where the type has it. */
  extends: boolean;
  /** A communication drawn for checking. */
  sampled: boolean;
  inspection: boolean;
  thirdParties: boolean;
  /** What the office finds. */
  judgement: 'good' | 'conditions' | 'bad';
  /** What the party says to a notice of refusal. */
  observations: 'none' | 'convincing' | 'vain';
  /** Code of the activity at which the party gives up. */
  givesUpAt: string | null;
  payment: boolean;
  /** Nursery: how the child stands in the ranking. */
  ranking: 'placed' | 'waits' | 'objects' | 'declines';
  /** Filed with another office, which passes it on. */
  astray: boolean;
  /** The party turns to the holder of the substitute power once the term is over. */
  substitute: boolean;
  /** The party asks for the attestation of silent consent. */
  attestation: boolean;
  /** Opened again after its end. */
  reopens: boolean;
  /** Working days after the end; null: nobody has closed it. */
  closesAfter: number | null;
  note: boolean;
  /** Somebody else of the office goes on with it halfway. */
  changesHands: boolean;
}

/** By chance, with shares that a middling town could have. */
export function behaviourOf(type: ProcedureType, chance: Chance): Behaviour {
  const nodes = Object.values(type.graph.nodes).map(({ activity }) => activity);
  const has = (activity: string) => nodes.includes(activity);
  const silent = 'silence' in type && type.silence.kind !== 'none';
  const givesUp = chance.happens(0.045);
  return {
    pace: chance.weighted([
      ['usual', 62],
      ['fast', 22],
      ['slow', 16],
    ]),
    liesAt:
      silent && chance.happens(0.09)
        ? chance.pick(['examination', 'completenessCheck', 'dwellingCheck'])
        : scia(type, chance),
    rests: chance.happens(0.1) ? chance.whole(8, 32) : 0,
    lacking: chance.weighted([
      ['nothing', 80],
      ['sent', 13],
      ['sentLate', 3],
      ['neverSent', 4],
    ]),
    opinion: chance.happens(0.55),
    inspection: chance.happens(0.3),
    thirdParties: chance.happens(0.25),
    judgement: chance.weighted([
      ['good', 78],
      ['conditions', 10],
      ['bad', 12],
    ]),
    observations: chance.weighted([
      ['none', 45],
      ['convincing', 30],
      ['vain', 25],
    ]),
    givesUpAt: givesUp
      ? chance.pick([
          'completenessCheck',
          'examination',
          'additions',
          'unitCheck',
          'sciaControl',
          'payment',
          'noticeWindow',
          'anagraphicRegistration',
          'enrolment',
        ])
      : null,
    payment: has('payment') && chance.happens(0.6),
    ranking: chance.weighted([
      ['placed', 55],
      ['waits', 25],
      ['objects', 12],
      ['declines', 8],
    ]),
    astray: type.family !== 'exOfficio' && chance.happens(0.02),
    substitute: chance.happens(0.4),
    attestation: chance.happens(0.4),
    reopens: chance.happens(0.012),
    closesAfter: chance.happens(0.9) ? chance.whole(2, 40) : null,
    note: chance.happens(0.2),
    changesHands: chance.happens(0.06),
    conferenza: has('conferenza') && chance.happens(0.25),
    extends: 'term' in type && type.term.extension !== undefined && chance.happens(0.15),
    sampled: has('sampleCheck') && chance.happens(0.3),
  };
}

/** A filing that nobody controls in time is consolidated by that. */
const scia = (type: ProcedureType, chance: Chance): string | null =>
  type.family === 'scia' && chance.happens(0.3) ? 'sciaControl' : null;
