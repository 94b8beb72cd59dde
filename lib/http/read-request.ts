import type { Language } from '#lib/i18n/language.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import { isDay } from '#lib/procedures/day.ts';
import { fiscalCodeOf, isCodiceFiscale } from '#lib/records/codice-fiscale.ts';
import { checkAnswers } from '#lib/procedures/cases/check-answers.ts';
import { identifications, type FilingFacts, type Party } from '#lib/procedures/cases/filing-facts.ts';
import type { DataField } from '#lib/procedures/types/filing.ts';
import type { ProcedureType } from '#lib/procedures/types/procedure-type.ts';
import { answerWords, placeOf } from '#lib/projections/answer-words.ts';
import type { GivenParty } from '#lib/store/procedures/procedure-store.ts';
import { identifiedWords, type Identified } from '#lib/relationship/identified.ts';
import { readIdentified, type ServedApplicant } from './counter/identified-form.ts';
import type { FormProblem, FormSummary } from './form-view.ts';
import type { RawForm } from './raw-form.ts';
import { readAnswers } from './read-answers.ts';
import { deskChannels, takesWithoutCode, type RequestMode } from './request-form.ts';

/** A request as it was filled in, without its documents, and what is wrong with it. */
export interface ReadRequest {
  channel: FilingFacts['channel'];
  identification: FilingFacts['identification'];
  parties: GivenParty[];
  answers: FilingFacts['answers'];
  call: FilingFacts['call'];
  subject: string;
  place: string | null;
  /** At the front office: how who files was identified. */
  identified: Identified | null;
  problems: FormProblem[];
}

/** Reads what was typed. `me`: the agent of the citizen who has signed in. */
export function readRequest(
  { type, mode, raw, t, lang }: { type: ProcedureType; mode: RequestMode; raw: RawForm; t: Translate; lang: Language },
  me: string | null,
): ReadRequest {
  const fields = 'fields' in type ? type.fields : [];
  const answers = readAnswers(fields, raw);
  const { parties, problems } = partiesOf(mode, raw, type, me, t);
  const { identified, problems: unidentified } =
    mode.kind === 'counter' ? readIdentified(raw, mode.served.today, t) : { identified: null, problems: [] };
  const { channel, identification } = arrivalOf(type, mode, raw);
  const call = callOf(raw);
  const applicant = applicantName(parties, raw, mode);
  return {
    channel: channel ?? 'counter',
    identification: identification ?? 'none',
    parties,
    answers,
    call,
    subject: raw.text('subject') || [type.title.it, applicant].filter((part) => part !== '').join(': '),
    place: placeOf(fields, answers),
    identified,
    problems: [
      ...(raw.text('subject').length > 300 ? [{ name: 'subject', message: t('request.tooLong', { most: 300 }) }] : []),
      ...(channel ? [] : [{ name: 'channel', message: t('request.channelWanted') }]),
      ...(identification ? [] : [{ name: 'identification', message: t('request.identificationWanted') }]),
      ...unidentified,
      ...problems,
      ...(type.family === 'ranking' && !call ? [{ name: 'call', message: t('request.callWanted') }] : []),
      ...answerProblems(type, answers, lang),
    ],
  };
}

/** How it came, null where nobody said; what the office begins by itself came by no way and from nobody. */
function arrivalOf(
  type: ProcedureType,
  mode: RequestMode,
  raw: RawForm,
): { channel: FilingFacts['channel'] | null; identification: FilingFacts['identification'] | null } {
  if (mode.kind === 'web') return { channel: 'web', identification: mode.knownBy };
  if (mode.kind === 'counter')
    return {
      channel: 'counter',
      identification: raw.text('id.how') === 'knownToOfficer' ? 'knownToOfficer' : 'documentShown',
    };
  if (type.family === 'exOfficio') return { channel: 'exOfficio', identification: 'none' };
  return {
    channel: deskChannels.find((one) => one === raw.text('channel')) ?? null,
    identification: identifications.find((one) => one === raw.text('identification')) ?? null,
  };
}

function answerProblems(type: ProcedureType, answers: FilingFacts['answers'], lang: Language): FormProblem[] {
  // The parties are checked above, by the fields they are typed into; documents come with the next page.
  const parties: Party[] = [{ agent: 'applicant', role: 'applicant', actsFor: null }];
  return checkAnswers(type, { answers, documents: [], parties })
    .filter(({ part }) => part === 'answer')
    .map(({ name, message }) => ({ name: `a.${name}`, message: message[lang] }));
}

/** Most characters of the fields whose length the browser bounds, and a program does not. */
const longestOf = [
  ['p.name', 200],
  ['p.email', 254],
  ['p.pec', 254],
  ['p.phone', 30],
  ['p.address', 300],
  ['r.name', 200],
] as const;

function deskParties(
  raw: RawForm,
  type: ProcedureType,
  t: Translate,
): { parties: GivenParty[]; problems: FormProblem[] } {
  const problems: FormProblem[] = [];
  const name = raw.text('p.name');
  const taxCode = raw.text('p.taxCode');
  if (name === '') problems.push({ name: 'p.name', message: t('request.nameWanted') });
  const isBody = raw.text('p.kind') === 'corporateBody';
  const without = taxCode === '' && !isBody && takesWithoutCode(type);
  if (!without && !isCodiceFiscale(taxCode)) problems.push({ name: 'p.taxCode', message: t('request.taxCodeWrong') });
  // Whoever cannot be found by a code is known by what they showed.
  if (without && !['documentShown', 'documentCopy'].includes(raw.text('identification')))
    problems.push({ name: 'identification', message: t('byEmail.documentWanted') });
  const represented = raw.text('r.name') !== '' || raw.text('r.taxCode') !== '';
  if (represented && raw.text('r.name') === '') problems.push({ name: 'r.name', message: t('request.nameWanted') });
  if (represented && !isCodiceFiscale(raw.text('r.taxCode')))
    problems.push({ name: 'r.taxCode', message: t('request.taxCodeWrong') });
  for (const field of ['p.email', 'p.pec'])
    if (raw.text(field) !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(raw.text(field)))
      problems.push({ name: field, message: t('request.emailWrong') });
  for (const [field, most] of longestOf)
    if (raw.text(field).length > most) problems.push({ name: field, message: t('request.tooLong', { most }) });
  const contact = (field: string) => raw.text(`p.${field}`) || undefined;
  const applicant: GivenParty = {
    role: 'applicant',
    actsFor: null,
    agent: {
      kind: isBody ? 'corporateBody' : 'person',
      name,
      taxCode: without ? null : fiscalCodeOf(taxCode),
      contacts: { email: contact('email'), pec: contact('pec'), phone: contact('phone'), address: contact('address') },
    },
  };
  const representative: GivenParty = {
    role: 'representative',
    actsFor: 0,
    agent: { kind: 'person', name: raw.text('r.name'), taxCode: fiscalCodeOf(raw.text('r.taxCode')), contacts: {} },
  };
  return { parties: represented ? [applicant, representative] : [applicant], problems };
}

function partiesOf(
  mode: RequestMode,
  raw: RawForm,
  type: ProcedureType,
  me: string | null,
  t: Translate,
): { parties: GivenParty[]; problems: FormProblem[] } {
  switch (mode.kind) {
    case 'desk':
      return deskParties(raw, type, t);
    case 'counter':
      return servedParties(mode.served, raw, t);
    case 'web':
      return webParties(raw, mode, me, t);
  }
}

/** Whom the front office serves is known; for a business somebody stands there who acts for it. */
function servedParties(
  { agent, isBody }: ServedApplicant,
  raw: RawForm,
  t: Translate,
): { parties: GivenParty[]; problems: FormProblem[] } {
  const applicant: GivenParty = { role: 'applicant', actsFor: null, agent: { id: agent } };
  const [name, code] = [raw.text('r.name'), raw.text('r.taxCode')];
  if (!isBody && name === '' && code === '') return { parties: [applicant], problems: [] };
  const representative: GivenParty = {
    role: 'representative',
    actsFor: 0,
    agent: { kind: 'person', name, taxCode: fiscalCodeOf(code), contacts: {} },
  };
  return {
    parties: [applicant, representative],
    problems: [
      ...(name === '' ? [{ name: 'r.name', message: t('request.nameWanted') }] : []),
      ...(name.length > 200 ? [{ name: 'r.name', message: t('request.tooLong', { most: 200 }) }] : []),
      ...(isCodiceFiscale(code) ? [] : [{ name: 'r.taxCode', message: t('request.taxCodeWrong') }]),
    ],
  };
}

function webParties(
  raw: RawForm,
  mode: Extract<RequestMode, { kind: 'web' }>,
  me: string | null,
  t: Translate,
): { parties: GivenParty[]; problems: FormProblem[] } {
  const self = { id: me ?? '' };
  const asked = raw.text('for');
  if (asked === '' || asked === 'me')
    return { parties: [{ role: 'applicant', actsFor: null, agent: self }], problems: [] };
  const other = mode.represents.find(({ agent }) => agent === asked);
  if (!other) return { parties: [], problems: [{ name: 'for', message: t('request.forWhomWanted') }] };
  return {
    parties: [
      { role: 'applicant', actsFor: null, agent: { id: other.agent } },
      { role: 'representative', actsFor: 0, agent: self },
    ],
    problems: [],
  };
}

function callOf(raw: RawForm): FilingFacts['call'] {
  const [opensOn, closesOn] = [raw.text('call.opensOn'), raw.text('call.closesOn')];
  return isDay(opensOn) && isDay(closesOn) && opensOn <= closesOn ? { opensOn, closesOn } : null;
}

function applicantName([first]: readonly GivenParty[], raw: RawForm, mode: RequestMode): string {
  if (mode.kind === 'desk') return raw.text('p.name');
  if (mode.kind === 'counter') return mode.served.name;
  const id = first && 'id' in first.agent ? first.agent.id : '';
  return mode.represents.find(({ agent }) => agent === id)?.name ?? mode.name;
}

/** What was filled in, to be read again before it is sent. */
export function summaryRows(
  read: ReadRequest,
  parts: { type: ProcedureType; mode: RequestMode; raw: RawForm; t: Translate; lang: Language },
): FormSummary['rows'] {
  const { type, mode, raw, t, lang } = parts;
  const fields: readonly DataField[] = 'fields' in type ? type.fields : [];
  return [
    ...(mode.kind !== 'web' && read.channel !== 'exOfficio'
      ? [
          {
            label: t('request.channel'),
            lines: [
              t(`channel.${read.channel}`),
              read.identified ? identifiedWords(read.identified)[lang] : t(`identification.${read.identification}`),
            ],
          },
        ]
      : []),
    {
      label: t(read.channel === 'exOfficio' ? 'request.concerned' : 'request.applicant'),
      lines: [
        applicantName(read.parties, raw, mode),
        ...(mode.kind === 'desk' ? [fiscalCodeOf(raw.text('p.taxCode'))] : []),
        ...(mode.kind === 'counter' && mode.served.taxCode ? [mode.served.taxCode] : []),
      ],
    },
    ...(raw.text('r.name') === '' ? [] : [{ label: t('request.representative'), lines: [raw.text('r.name')] }]),
    ...answerWords(fields, read.answers, lang),
    ...(mode.kind !== 'web' ? [{ label: t('request.subject'), lines: [read.subject] }] : []),
  ];
}
