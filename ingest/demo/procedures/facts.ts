import type { Findable } from '#lib/procedures/cases/action.ts';
import type { Procedure } from '#lib/procedures/cases/procedure.ts';
import type { Behaviour } from './behaviour.ts';

export interface CaseSoFar {
  behaviour: Behaviour;
  /** What has been done once and is not done again. */
  done: ReadonlySet<string>;
  procedure: Procedure;
}

/** What whoever stands at an activity finds to be so: of the ways on, those are open that want nothing else. */
export function factsAt(activity: string, { behaviour, done, procedure }: CaseSoFar): ReadonlySet<Findable> {
  const facts = new Set<Findable>();
  const say = (holds: boolean, yes: Findable, no: Findable) => facts.add(holds ? yes : no);
  const { judgement, lacking, observations, ranking } = behaviour;
  const reopened = done.has('reopen');
  const declines = activity === 'enrolment' && ranking === 'declines';
  if ((behaviour.givesUpAt === activity || declines) && !reopened) return facts.add('applicantWithdraws');
  const sent = done.has('answer');
  if (activity === 'conformation') return facts.add(sent ? 'documentsComplete' : 'requirementsNotMet');
  const complete = lacking === 'nothing' || sent || activity === 'enrolment';
  say(complete, 'documentsComplete', 'documentsIncomplete');
  // One way of asking others: their acts together, or an opinion of one.
  if (behaviour.conferenza) facts.add('conferenzaRequired');
  else say(behaviour.opinion, 'opinionsRequired', 'opinionsNotRequired');
  say(behaviour.sampled, 'sampled', 'notSampled');
  say(behaviour.inspection && judgement !== 'bad', 'inspectionRequired', 'inspectionNotRequired');
  say(behaviour.thirdParties, 'counterpartiesPresent', 'counterpartiesAbsent');
  say(behaviour.payment, 'paymentDue', 'paymentNotDue');
  if (activity === 'payment') facts.add('paymentReceived');
  say(ranking === 'objects', 'objectionsReceived', 'objectionsAbsent');
  say(ranking !== 'waits', 'placeAvailable', 'placeNotAvailable');
  if (procedure.silence !== 'unknown') say(procedure.silence === 'applies', 'silenceApplies', 'silenceExcluded');
  const met = reopened || (judgement !== 'bad' && (complete || activity !== 'observationsAssessment'));
  if (activity === 'observationsAssessment')
    say(reopened || (observations === 'convincing' && complete), 'requirementsMet', 'requirementsNotMet');
  else if (activity === 'dwellingCheck' && done.has('answer'))
    // Who cannot be found wrote where they live, and is found there or not.
    say(observations !== 'convincing', 'requirementsMet', 'requirementsNotMet');
  else if (activity === 'sciaControl' && judgement === 'conditions' && !done.has('answer'))
    facts.add('conditionsNeeded');
  else if ((activity === 'notification' || activity === 'readingRoomDelivery') && judgement === 'conditions')
    facts.add('conditionsNeeded');
  else if (activity === 'refusalNotification') {
    if (complete) facts.add('requirementsNotMet');
  } else say(met, 'requirementsMet', 'requirementsNotMet');
  return facts;
}
