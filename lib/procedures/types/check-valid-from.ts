import type { Day } from '#lib/procedures/day.ts';
import { dayWords } from '#lib/procedures/day-words.ts';
import { problem, type TypeProblem } from './problem.ts';

/**
 * From when a version may hold: not from a day that has passed, for requests were filed under the one before; and not from before another
 * that is published already, which would then never hold.
 */
export function checkValidFrom(day: Day, today: Day, published: readonly (Day | null)[]): TypeProblem[] {
  const latest = published.reduce<Day | null>(
    (last, one) => (one !== null && (last === null || one > last) ? one : last),
    null,
  );
  if (day < today)
    return [
      problem(
        'validFromPast',
        ['validFrom'],
        'una versione nuova vale da oggi o da un giorno a venire: chi ha già presentato la domanda ha la sua',
        'a new version holds from today or a day to come: who has filed already has theirs',
      ),
    ];
  if (latest !== null && day < latest)
    return [
      problem(
        'validFromBeforeOther',
        ['validFrom'],
        `un’altra versione è già pubblicata e vale dal ${dayWords(latest).it}: questa non può cominciare prima`,
        `another version is published already and holds from ${dayWords(latest).en}: this one cannot begin before`,
      ),
    ];
  return [];
}
