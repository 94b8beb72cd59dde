import { addMonths, type Day, earlierOf, laterOf } from './day.ts';
import { type Law, noLaw, type NoLawInForce, parameterOn } from './law.ts';

/**
 * Last day on which an authorisation or a grant may be annulled by the office itself, annullamentoDUfficio (L. 241/1990 art. 21-nonies
 * c. 1). A shorter term that comes into force later binds older acts too, from that day (principle of Cons. Stato Ad. plen. 8/2017, to be
 * checked for L. 182/2025): whichever ends first. It limits a power, so no holiday prolongs it.
 */
export function annullamentoDUfficioUntil(adoptedOn: Day, law: Law): Day | NoLawInForce {
  if (!parameterOn(law, 'annullamentoDUfficioMonths', adoptedOn)) return noLaw('annullamentoDUfficioMonths', adoptedOn);
  const since = law.figures.annullamentoDUfficioMonths.values.filter(
    ({ until }) => until === null || until >= adoptedOn,
  );
  const limits = since.map(({ from, value }) => addMonths(laterOf(from, adoptedOn), value));
  return limits.reduce(earlierOf);
}
