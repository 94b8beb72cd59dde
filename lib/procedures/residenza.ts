import type { Calendar } from './calendar.ts';
import type { Clock } from './clock.ts';
import type { Day } from './day.ts';
import { lawClock } from './law-clock.ts';
import type { Law, NoLawInForce } from './law.ts';
import { endOfTerm } from './term.ts';

/** Change of residence (DL 5/2012 art. 5): effective at once, registered within working days, verified afterwards. */
export interface ResidenzaTerms {
  kind: 'terms';
  effectiveOn: Day;
  registrationBy: Day;
  /** When it ends without a notice that something is missing, the registration stands (silence). */
  verification: Clock;
}

/** @param declaredOn day on which the Comune received the declaration. */
export function residenzaTerms(declaredOn: Day, law: Law, calendar: Calendar): ResidenzaTerms | NoLawInForce {
  const registration = lawClock('residenzaRegistrationWorkingDays', declaredOn, law, calendar);
  const verification = lawClock('residenzaVerificationDays', declaredOn, law, calendar);
  if (registration.kind === 'noLawInForce') return registration;
  if (verification.kind === 'noLawInForce') return verification;
  const registrationBy = endOfTerm(registration.term, calendar);
  return { kind: 'terms', effectiveOn: declaredOn, registrationBy, verification };
}
