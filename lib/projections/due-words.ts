import { daysBetween, type Day } from '#lib/procedures/day.ts';
import { weekdayWords } from '#lib/procedures/day-words.ts';
import type { ClockState } from '#lib/procedures/clock.ts';
import type { Procedure } from '#lib/procedures/cases/procedure.ts';
import type { Text } from '#lib/procedures/types/text.ts';
import { daysWords } from '#lib/procedures/types/type-words.ts';

/** How near the end of a term is: a colour has the words beside it, always. */
export type DueHeat = 'late' | 'today' | 'soon' | 'later' | 'held' | 'none' | 'done';

/** What a desk knows of a case's term. */
export interface DueLine {
  state: Procedure['state'];
  dueOn: Day | null;
  dueLatest: Day | null;
  clockState: ClockState | null;
  concludedOn: Day | null;
  daysLate: number | null;
}

export interface DueWords {
  heat: DueHeat;
  words: Text;
}

/** Days ahead that are near: a week, as the pile "dueSoon" has it. */
const nearDays = 7;

/** When the term of a case ends, as people say it: "tra 3 giorni, giovedì 26 novembre". */
export function dueWords(line: DueLine, today: Day): DueWords {
  if (line.state !== 'running') return doneWords(line, today);
  if (line.clockState === 'suspended') return heldWords(line, today);
  if (line.dueOn === null) return { heat: 'none', words: { it: 'senza termine', en: 'no term' } };
  if (line.clockState === 'stopped') return decidedWords(line.dueOn, today);
  const days = daysBetween(today, line.dueOn);
  const day = weekdayWords(line.dueOn, today);
  if (days < 0)
    return {
      heat: 'late',
      words: {
        it: `scaduta da ${daysWords(-days).it}, ${day.it}`,
        en: `overdue by ${daysWords(-days).en}, since ${day.en}`,
      },
    };
  if (days === 0) return { heat: 'today', words: { it: `oggi, ${day.it}`, en: `today, ${day.en}` } };
  const heat = days <= nearDays ? 'soon' : 'later';
  if (days === 1) return { heat, words: { it: `domani, ${day.it}`, en: `tomorrow, ${day.en}` } };
  return {
    heat,
    words: { it: `tra ${daysWords(days).it}, ${day.it}`, en: `in ${daysWords(days).en}, ${day.en}` },
  };
}

/** Decided and not yet effective: the term has had its end, whatever day it is. */
function decidedWords(dueOn: Day, today: Day): DueWords {
  const day = weekdayWords(dueOn, today);
  return { heat: 'done', words: { it: `decisa; il termine era ${day.it}`, en: `decided; the term was ${day.en}` } };
}

function doneWords({ concludedOn, daysLate }: DueLine, today: Day): DueWords {
  const day = concludedOn ? weekdayWords(concludedOn, today) : { it: '', en: '' };
  const late = daysLate ?? 0;
  return {
    heat: 'done',
    words: {
      it: `conclusa ${day.it}${late > 0 ? `, con ${daysWords(late).it} di ritardo` : ''}`,
      en: `concluded ${day.en}${late > 0 ? `, ${daysWords(late).en} late` : ''}`,
    },
  };
}

function heldWords({ dueOn, dueLatest }: DueLine, today: Day): DueWords {
  const first = dueOn && weekdayWords(dueOn, today);
  const last = dueLatest && weekdayWords(dueLatest, today);
  return {
    heat: 'held',
    words: {
      it: `termine sospeso${first ? `; non prima di ${first.it}` : ''}${last ? `, al più tardi ${last.it}` : ''}`,
      en: `term suspended${first ? `; not before ${first.en}` : ''}${last ? `, at the latest ${last.en}` : ''}`,
    },
  };
}
