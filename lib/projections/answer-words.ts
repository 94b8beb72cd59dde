import { addressSchema, parcelSchema } from '#lib/procedures/cases/answer-shapes.ts';
import type { FilingFacts } from '#lib/procedures/cases/filing-facts.ts';
import { isDay } from '#lib/procedures/day.ts';
import { dayWords } from '#lib/procedures/day-words.ts';
import type { DataField } from '#lib/procedures/types/filing.ts';
import type { Text, TextLanguage } from '#lib/procedures/types/text.ts';

/** What was answered to each field of a type, as people read it; fields without an answer are left out. */
export function answerWords(
  fields: readonly DataField[],
  answers: FilingFacts['answers'],
  language: TextLanguage,
): { label: string; lines: string[] }[] {
  return fields.flatMap((field) => {
    const answer = Object.hasOwn(answers, field.name) ? answers[field.name] : undefined;
    if (answer === undefined || answer === null) return [];
    const all: readonly unknown[] = Array.isArray(answer) ? answer : [answer];
    return [{ label: field.label[language], lines: all.map((one) => wordsOf(field, one)[language]) }];
  });
}

const same = (text: string): Text => ({ it: text, en: text });

function wordsOf(field: DataField, answer: unknown): Text {
  switch (field.kind) {
    case 'yesNo':
      return answer === true ? { it: 'Sì', en: 'Yes' } : { it: 'No', en: 'No' };
    case 'choice':
      return field.options.find(({ value }) => value === answer)?.label ?? same(String(answer));
    case 'euro':
      return euroWords(Number(answer));
    case 'date':
      return typeof answer === 'string' && isDay(answer) ? dayWords(answer) : same(String(answer));
    case 'dateTime': {
      const [day = '', hour = ''] = String(answer).split('T');
      if (!isDay(day)) return same(String(answer));
      const words = dayWords(day);
      return { it: `${words.it}, ore ${hour}`, en: `${words.en}, ${hour}` };
    }
    case 'address':
      return same(addressWords(answer) ?? String(answer));
    case 'parcel':
      return parcelWords(answer) ?? same(String(answer));
    default:
      return same(String(answer));
  }
}

const inEuro = (locale: string) => new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' });
const euros = { it: inEuro('it'), en: inEuro('en-GB') };

const euroWords = (euro: number): Text => ({ it: euros.it.format(euro), en: euros.en.format(euro) });

function addressWords(answer: unknown): string | null {
  const { success, data } = addressSchema.safeParse(answer);
  if (!success) return null;
  return [`${data.street} ${data.number}`, data.interior && `int. ${data.interior}`, data.note]
    .filter(Boolean)
    .join(', ');
}

function parcelWords(answer: unknown): Text | null {
  const { success, data } = parcelSchema.safeParse(answer);
  if (!success) return null;
  const { sheet, parcel, unit } = data;
  return {
    it: `foglio ${sheet}, mappale ${parcel}${unit ? `, subalterno ${unit}` : ''}`,
    en: `sheet ${sheet}, parcel ${parcel}${unit ? `, unit ${unit}` : ''}`,
  };
}

/** What the title of a case says beside its type: the first street, or parcel, that was named. Never a person. */
export function placeOf(fields: readonly DataField[], answers: FilingFacts['answers']): string | null {
  for (const kind of ['address', 'parcel'] as const)
    for (const field of fields.filter((one) => one.kind === kind)) {
      const answer = answers[field.name];
      const first: unknown = Array.isArray(answer) ? answer[0] : answer;
      const { success, data } = addressSchema.safeParse(first);
      const words = kind === 'address' ? (success ? `${data.street} ${data.number}` : null) : parcelWords(first)?.it;
      if (words) return words;
    }
  return null;
}
