import type { Day } from '#lib/procedures/day.ts';
import type { NextSteps } from '#lib/procedures/cases/next-steps.ts';
import type { Text } from '#lib/procedures/types/text.ts';
import { weekdayWords } from '#lib/procedures/day-words.ts';

/**
 * "Parere, se serve un parere, oppure Esame; atteso entro giovedì 3 dicembre".
 * @param afterParty the case waits for the person who reads, on whom the day hangs
 */
export function nextStepWords({ ways, by }: NextSteps, afterParty: boolean, today: Day): Text {
  const say = (language: keyof Text, or: string) =>
    ways.map(({ title, when }) => (when ? `${title[language]}, ${when[language]}` : title[language])).join(or);
  const what = { it: say('it', '; oppure '), en: say('en', '; or ') };
  if (afterParty) return { it: `${what.it}, dopo la tua risposta`, en: `${what.en}, after your answer` };
  if (by === null) return what;
  const day = weekdayWords(by, today);
  return by < today
    ? { it: `${what.it}; era atteso per ${day.it}`, en: `${what.en}; it was expected by ${day.en}` }
    : { it: `${what.it}; atteso entro ${day.it}`, en: `${what.en}; expected by ${day.en}` };
}
