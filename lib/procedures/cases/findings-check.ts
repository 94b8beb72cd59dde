import { guardWords } from '../types/guards.ts';
import type { Findable } from './action.ts';
import type { Reason } from './decision.ts';
import { reason } from './reason.ts';
import type { Standing } from './standing.ts';

const opposites: readonly (readonly [Findable, Findable])[] = [
  ['documentsComplete', 'documentsIncomplete'],
  ['requirementsMet', 'requirementsNotMet'],
  ['opinionsRequired', 'opinionsNotRequired'],
  ['conferenzaRequired', 'opinionsNotRequired'],
  ['inspectionRequired', 'inspectionNotRequired'],
  ['counterpartiesPresent', 'counterpartiesAbsent'],
  ['paymentDue', 'paymentNotDue'],
  ['paymentReceived', 'paymentNotDue'],
  ['sampled', 'notSampled'],
  ['silenceApplies', 'silenceExcluded'],
  ['objectionsReceived', 'objectionsAbsent'],
  ['placeAvailable', 'placeNotAvailable'],
];

/** What cannot have been found: two things that exclude each other, or an exception to silence that the type does not know. */
export function findingBars(found: readonly Findable[], { context: { type } }: Standing): Reason[] {
  const contradictions = opposites
    .filter(([one, other]) => found.includes(one) && found.includes(other))
    .map(([one, other]) =>
      reason(
        'contradiction',
        `non può essere insieme che ${guardWords[one].it} e che ${guardWords[other].it}`,
        `it cannot be both that ${guardWords[one].en} and that ${guardWords[other].en}`,
      ),
    );
  const open = 'silence' in type && type.silence.kind === 'silenzioAssenso' && type.silence.exceptWhen !== undefined;
  if (open || !found.some((one) => one === 'silenceApplies' || one === 'silenceExcluded')) return contradictions;
  return [
    ...contradictions,
    reason(
      'silenceFixed',
      'per questo tipo di procedimento il silenzio non ha eccezioni da accertare',
      'silence has no exceptions to be found for this type of procedure',
      'L. 241/1990 art. 20',
    ),
  ];
}
