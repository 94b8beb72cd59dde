import type { Language } from '#lib/i18n/language.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import { contactOutcomes, longestNote, needs, ratings, type ContactSheet } from '#lib/relationship/contact.ts';
import { needWords, outcomeWords, ratingWords, stepWords } from '#lib/relationship/contact-words.ts';
import type { FormChoice, FormProblem, FormView } from '../form-view.ts';
import type { RawForm } from '../raw-form.ts';

/** What the sheet of a contact chooses from. */
export interface ContactChoices {
  types: readonly { code: string; title: string }[];
  /** Their cases, of which one may be what it is about. */
  cases: readonly { id: string; title: string }[];
  t: Translate;
  lang: Language;
}

/** The contact as it is written: one part for each of the four steps, in their order. */
export function contactForm(sheet: ContactSheet & { revision: number }, choices: ContactChoices): FormView {
  const { types, cases, t, lang } = choices;
  const select = (
    name: string,
    label: string,
    value: string,
    options: FormChoice['options'],
    empty: string,
  ): FormChoice => ({
    kind: 'select',
    required: name === 'need' || name === 'outcome',
    name,
    label,
    values: [value],
    options: [{ value: '', label: empty }, ...options],
  });
  return {
    hidden: [{ name: 'revision', value: String(sheet.revision) }],
    parts: [
      {
        kind: 'group',
        name: 'listened',
        label: stepWords.listened.name[lang],
        parts: [
          {
            kind: 'area',
            name: 'heard',
            required: true,
            label: stepWords.listened.asks[lang],
            value: sheet.heard,
            maxLength: longestNote,
          },
        ],
      },
      {
        kind: 'group',
        name: 'decoded',
        label: stepWords.decoded.name[lang],
        parts: [
          select(
            'need',
            t('counter.need'),
            sheet.need ?? '',
            needs.map((value) => ({ value, label: needWords[value][lang] })),
            t('counter.choose'),
          ),
          select(
            'type',
            t('counter.service'),
            sheet.type ?? '',
            types.map(({ code, title }) => ({ value: code, label: title })),
            t('counter.noService'),
          ),
          ...(cases.length > 0
            ? [
                select(
                  'about',
                  t('counter.aboutCase'),
                  '',
                  cases.map(({ id, title }) => ({ value: id, label: title })),
                  t('counter.noCase'),
                ),
              ]
            : []),
        ],
      },
      {
        kind: 'group',
        name: 'delivered',
        label: stepWords.delivered.name[lang],
        parts: [
          {
            kind: 'area',
            name: 'told',
            label: stepWords.delivered.asks[lang],
            value: sheet.told,
            maxLength: longestNote,
          },
          select(
            'outcome',
            t('counter.outcome'),
            sheet.outcome ?? '',
            contactOutcomes.map((value) => ({ value, label: outcomeWords[value][lang] })),
            t('counter.choose'),
          ),
        ],
      },
      {
        kind: 'group',
        name: 'evaluated',
        label: stepWords.evaluated.name[lang],
        parts: [
          select(
            'rating',
            stepWords.evaluated.asks[lang],
            sheet.rating ?? '',
            ratings.map((value) => ({ value, label: ratingWords[value][lang] })),
            t('counter.choose'),
          ),
        ],
      },
    ],
    buttons: [
      { label: t('counter.save'), intent: 'save', manner: 'secondary' },
      { label: t('counter.close'), intent: 'close', manner: 'primary' },
    ],
  };
}

export interface ReadContact {
  sheet: ContactSheet;
  about: string | null;
  revision: number;
  problems: FormProblem[];
}

/** Reads the sheet. What is chosen from a list is one of the list, or nothing. */
export function readContact(raw: RawForm, { types, cases, t }: Omit<ContactChoices, 'lang'>): ReadContact {
  const [heard, told] = [raw.text('heard'), raw.text('told')];
  const tooLong = (name: string, text: string): FormProblem[] =>
    text.length > longestNote ? [{ name, message: t('counter.wrong.tooLong', { most: longestNote }) }] : [];
  return {
    sheet: {
      heard,
      told,
      need: needs.find((one) => one === raw.text('need')) ?? null,
      type: types.find(({ code }) => code === raw.text('type'))?.code ?? null,
      outcome: contactOutcomes.find((one) => one === raw.text('outcome')) ?? null,
      rating: ratings.find((one) => one === raw.text('rating')) ?? null,
    },
    about: cases.find(({ id }) => id === raw.text('about'))?.id ?? null,
    revision: Number.parseInt(raw.text('revision'), 10) || 0,
    problems: [...tooLong('heard', heard), ...tooLong('told', told)],
  };
}
