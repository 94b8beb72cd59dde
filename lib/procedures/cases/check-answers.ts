import type { DataField, RequiredDocument } from '../types/filing.ts';
import type { ProcedureType } from '../types/procedure-type.ts';
import type { Text } from '../types/text.ts';
import { shapeOf } from './answer-shapes.ts';
import type { FilingFacts } from './filing-facts.ts';

/** What is wrong with a filing, and with which of its parts. */
export interface AnswerViolation {
  part: 'answer' | 'document' | 'party';
  /** Name of the field, code of the document, agent of the party. */
  name: string;
  code: 'missing' | 'malformed' | 'repeated' | 'unknown' | 'notAllowed';
  message: Text;
}

/** A filing against what its type asks for: all that is wrong, in the order of the form. */
export function checkAnswers(
  type: ProcedureType,
  { answers, documents, parties }: Pick<FilingFacts, 'answers' | 'documents' | 'parties'>,
): AnswerViolation[] {
  const fields = 'fields' in type ? type.fields : [];
  const asked = 'documents' in type ? type.documents : [];
  const represented = parties.some(({ role }) => role === 'representative');
  return [
    ...fields.flatMap((field) =>
      answerViolations(field, Object.hasOwn(answers, field.name) ? answers[field.name] : null),
    ),
    ...Object.keys(answers)
      .filter((name) => !fields.some((field) => field.name === name))
      .map((name) => violation('answer', name, 'unknown', 'non è fra i dati richiesti', 'is not among what is asked')),
    ...asked
      .filter((document) => isWanted(document, represented) && !documents.includes(document.code))
      .map(({ code, name }) =>
        violation(
          'document',
          code,
          'missing',
          `manca il documento «${name.it}»`,
          `the document "${name.en}" is missing`,
        ),
      ),
    ...documents
      .filter((code) => !asked.some((document) => document.code === code))
      .map((code) =>
        violation(
          'document',
          code,
          'unknown',
          'non è fra i documenti richiesti',
          'is not among the documents asked for',
        ),
      ),
    ...partyViolations(type, parties),
  ];
}

const violation = (
  part: AnswerViolation['part'],
  name: string,
  code: AnswerViolation['code'],
  it: string,
  en: string,
): AnswerViolation => ({ part, name, code, message: { it, en } });

function answerViolations(field: DataField, answer: unknown): AnswerViolation[] {
  const { name, label, required } = field;
  if (isEmpty(answer))
    return required
      ? [violation('answer', name, 'missing', `«${label.it}» va compilato`, `"${label.en}" must be filled in`)]
      : [];
  if (Array.isArray(answer) && new Set(answer.map((one) => JSON.stringify(one))).size < answer.length)
    return [
      violation(
        'answer',
        name,
        'repeated',
        `«${label.it}»: una voce è ripetuta`,
        `"${label.en}": an entry is repeated`,
      ),
    ];
  if (shapeOf(field).safeParse(answer).success) return [];
  const { it, en } = shapeWords(field);
  return [violation('answer', name, 'malformed', `«${label.it}»: ${it}`, `"${label.en}": ${en}`)];
}

const isEmpty = (answer: unknown): boolean =>
  answer === null ||
  answer === undefined ||
  (typeof answer === 'string' && answer.trim() === '') ||
  (Array.isArray(answer) && answer.length === 0);

/** A proxy is wanted exactly where somebody acts for another; other conditions are the officer's to judge. */
function isWanted({ mandatory, form }: RequiredDocument, represented: boolean): boolean {
  return mandatory.kind === 'always' || (mandatory.kind === 'when' && form === 'proxy' && represented);
}

function partyViolations(type: ProcedureType, parties: FilingFacts['parties']): AnswerViolation[] {
  const applicants = new Set(parties.flatMap(({ role, agent }) => (role === 'applicant' ? [agent] : [])));
  const delegation = 'delegation' in type && type.delegation;
  const nobody =
    'delegation' in type && applicants.size === 0
      ? [violation('party', '', 'missing', 'manca chi presenta', 'the applicant is missing')]
      : [];
  const representatives = parties.filter(({ role }) => role === 'representative');
  return [
    ...nobody,
    ...representatives
      .filter(({ actsFor }) => actsFor === null || !applicants.has(actsFor))
      .map(({ agent }) =>
        violation('party', agent, 'malformed', 'non si dice per chi agisce', 'it is not said for whom they act'),
      ),
    ...(delegation
      ? []
      : representatives.map(({ agent }) =>
          violation('party', agent, 'notAllowed', 'qui non si può agire per altri', 'nobody may act for another here'),
        )),
  ];
}

function shapeWords(field: DataField): Text {
  switch (field.kind) {
    case 'text':
    case 'longText': {
      const most = field.maxLength ?? (field.kind === 'text' ? 500 : 10_000);
      return { it: `un testo di non più di ${most} caratteri`, en: `a text of no more than ${most} characters` };
    }
    case 'number':
    case 'euro': {
      const it = [
        field.min === undefined ? '' : ` da ${field.min}`,
        field.max === undefined ? '' : ` fino a ${field.max}`,
      ];
      const en = [
        field.min === undefined ? '' : ` from ${field.min}`,
        field.max === undefined ? '' : ` up to ${field.max}`,
      ];
      return field.kind === 'euro'
        ? { it: `un importo in euro e centesimi${it.join('')}`, en: `an amount in euros and cents${en.join('')}` }
        : { it: `un numero${it.join('')}`, en: `a number${en.join('')}` };
    }
    case 'date':
      return { it: 'un giorno del calendario', en: 'a day of the calendar' };
    case 'dateTime':
      return { it: 'un giorno e un’ora', en: 'a day and an hour' };
    case 'email':
      return {
        it: 'un indirizzo e-mail, per esempio nome@esempio.it',
        en: 'an e-mail address, for instance name@example.it',
      };
    case 'phone':
      return { it: 'un numero di telefono', en: 'a telephone number' };
    case 'fiscalCode':
      return {
        it: 'non è un codice fiscale: controlla lettere e cifre',
        en: 'is no codice fiscale: check letters and figures',
      };
    case 'yesNo':
      return { it: 'sì o no', en: 'yes or no' };
    case 'address':
      return { it: 'via e numero civico', en: 'street and number' };
    case 'parcel':
      return { it: 'foglio e mappale, ed eventuale subalterno', en: 'sheet and parcel, and unit where there is one' };
    case 'archivalUnit':
      return { it: 'un’unità dell’archivio', en: 'a unit of the archive' };
    case 'choice':
      return { it: 'una delle voci dell’elenco', en: 'one of the entries of the list' };
  }
}
