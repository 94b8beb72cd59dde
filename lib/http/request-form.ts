import type { KnownBy } from '#lib/access/session.ts';
import type { Language } from '#lib/i18n/language.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import { identifications } from '#lib/procedures/cases/filing-facts.ts';
import type { RequiredDocument } from '#lib/procedures/types/filing.ts';
import type { ProcedureType } from '#lib/procedures/types/procedure-type.ts';
import { answerParts } from './answer-parts.ts';
import { identifiedPart, type ServedApplicant } from './counter/identified-form.ts';
import { acceptOf, plainFormats } from './file-format.ts';
import type { FormPart, FormSummary, FormView } from './form-view.ts';
import type { RawForm } from './raw-form.ts';

/** Who files: a person for whom an officer writes, one whom the front office serves, or the citizen who has signed in. */
export type RequestMode =
  | { kind: 'desk' }
  | { kind: 'counter'; served: ServedApplicant }
  | { kind: 'web'; name: string; knownBy: KnownBy; represents: readonly { agent: string; name: string }[] };

/** What the form of the counter is made of; that of the web is made a page at a time (lib/http/request-drafts). */
export interface RequestFormParts {
  type: ProcedureType;
  raw: RawForm;
  /** At the front office: for whom, which is known there and not asked. */
  served?: ServedApplicant | undefined;
  t: Translate;
  lang: Language;
}

/** What comes to a counter by hand, by post or by mail; the web and other systems file for themselves. */
export const deskChannels = ['counter', 'post', 'email', 'pec'] as const;
const deskIdentifications = identifications.filter(
  (one) => !['spid', 'cie', 'digitalIdentity', 'eidas', 'verifiedEmail', 'otherSystem', 'demonstration'].includes(one),
);

/** First page: the type's own questions, and who asks. */
export function fillView(parts: RequestFormParts): FormView {
  const { type, raw, t, lang } = parts;
  const fields = 'fields' in type ? type.fields : [];
  return {
    parts: [
      ...whoPart(parts),
      ...(parts.served?.isBody || ('delegation' in type && type.delegation) ? [representativePart(parts)] : []),
      ...(type.family === 'ranking' ? [callPart(parts)] : []),
      ...answerParts(fields, raw, t, lang),
      subjectPart(parts),
    ],
    hidden: [{ name: 'key', value: raw.text('key') }],
    buttons: [{ label: t('request.toDocuments'), intent: 'check', manner: 'primary' }],
  };
}

/** Second page: what was answered, to be read again, and the documents. */
export function sendView(parts: RequestFormParts, rows: FormSummary['rows']): FormView {
  const { type, raw, t, lang } = parts;
  const documents = 'documents' in type ? type.documents : [];
  return {
    parts: [
      { kind: 'summary', name: 'summary', label: t('request.summary'), rows },
      {
        kind: 'group',
        name: 'documents',
        label: t('request.documents'),
        help: t('request.documentsHelp'),
        parts: [
          scanPart(type, t),
          ...documents.map((document) => documentPart(document, t, lang)),
          {
            kind: 'file',
            name: 'd.other',
            label: t('request.other'),
            accept: acceptOf(plainFormats),
            multiple: true,
          },
        ],
      },
      {
        kind: 'checks',
        name: 'without',
        label: t('request.without'),
        values: raw.all('without'),
        options: [{ value: 'yes', label: t('request.withoutYes'), help: t('request.withoutHelp') }],
      },
      ...(parts.served
        ? [
            {
              kind: 'checks' as const,
              name: 'signed',
              label: t('counter.signed'),
              required: true,
              values: raw.all('signed'),
              options: [{ value: 'yes', label: t('counter.signedYes'), help: t('counter.signedHelp') }],
            },
          ]
        : []),
    ],
    hidden: [
      ...raw
        .names('')
        .filter(
          (name) => !['intent', 'without', 'signed'].includes(name) && !name.startsWith('d.') && !name.startsWith('$'),
        )
        .flatMap((name) => raw.all(name).map((value) => ({ name, value }))),
      { name: 'stage', value: 'send' },
    ],
    buttons: [
      {
        label: t(type.family === 'exOfficio' ? 'request.begin' : 'request.register'),
        intent: 'send',
        manner: 'primary',
      },
      { label: t('request.back'), intent: 'back', manner: 'secondary' },
    ],
  };
}

const scanPart = (type: ProcedureType, t: Translate): FormPart => ({
  kind: 'file',
  name: 'd.request',
  label: t(type.family === 'exOfficio' ? 'request.report' : 'request.scan'),
  help: t(type.family === 'exOfficio' ? 'request.reportHelp' : 'request.scanHelp'),
  accept: acceptOf(plainFormats),
});

/** A box for one of the type's documents. */
export function documentPart(
  { code, name, mandatory, formats }: RequiredDocument,
  t: Translate,
  lang: Language,
): FormPart {
  const when = mandatory.kind === 'when' ? `${mandatory.when[lang]}. ` : '';
  return {
    kind: 'file',
    name: `d.${code}`,
    label: name[lang],
    required: mandatory.kind === 'always',
    help: when + t('request.formats', { formats: [...formats].map((one) => one.toUpperCase()).join(', ') }),
    accept: acceptOf(formats),
  };
}

const whoPart = (parts: RequestFormParts): FormPart[] =>
  parts.served
    ? [servedPart(parts.served, parts.t), identifiedPart(parts.raw, parts.t, parts.lang)]
    : [...arrivalParts(parts), applicantPart(parts)];

const servedPart = ({ name, taxCode }: ServedApplicant, t: Translate): FormPart => ({
  kind: 'summary',
  name: 'served',
  label: t('request.applicant'),
  rows: [{ label: t('request.name'), lines: [name, ...(taxCode ? [taxCode] : [])] }],
});

/** Nothing arrives where the office begins by itself. */
const arrivalParts = (parts: RequestFormParts): FormPart[] =>
  parts.type.family === 'exOfficio' ? [] : [arrivalPart(parts)];

function arrivalPart({ type, raw, t }: RequestFormParts): FormPart {
  const channels: readonly string[] = 'channels' in type ? type.channels : [];
  const open = deskChannels.filter((channel) => channels.includes(channel));
  return {
    kind: 'group',
    name: 'arrival',
    label: t('request.arrival'),
    parts: [
      {
        kind: 'radios',
        name: 'channel',
        label: t('request.channel'),
        required: true,
        values: [raw.text('channel') || (open[0] ?? '')],
        options: open.map((value) => ({ value, label: t(`channel.${value}`) })),
      },
      {
        kind: 'select',
        name: 'identification',
        label: t('request.identification'),
        required: true,
        values: [raw.text('identification')],
        options: [
          { value: '', label: t('request.choose') },
          ...deskIdentifications.map((value) => ({ value, label: t(`identification.${value}`) })),
        ],
      },
    ],
  };
}

/** Whether a person without a tax code may file: a scholar from abroad is known by their document. */
export const takesWithoutCode = (type: ProcedureType): boolean =>
  'verifiedEmail' in type && type.verifiedEmail !== undefined;

function applicantPart({ type, raw, t }: RequestFormParts): FormPart {
  return {
    kind: 'group',
    name: 'p',
    label: t(type.family === 'exOfficio' ? 'request.concerned' : 'request.applicant'),
    parts: [
      {
        kind: 'radios',
        name: 'p.kind',
        label: t('request.applicantKind'),
        required: true,
        values: [raw.text('p.kind') || 'person'],
        options: [
          { value: 'person', label: t('request.person') },
          { value: 'corporateBody', label: t('request.body') },
        ],
      },
      {
        kind: 'text',
        name: 'p.name',
        label: t('request.name'),
        help: t('request.nameHelp'),
        required: true,
        value: raw.text('p.name'),
        maxLength: 200,
      },
      {
        kind: 'text',
        name: 'p.taxCode',
        label: t('request.taxCode'),
        required: !takesWithoutCode(type),
        ...(takesWithoutCode(type) ? { help: t('byEmail.noTaxCodeHelp') } : {}),
        value: raw.text('p.taxCode'),
        width: 'medium',
        maxLength: 20,
      },
      { kind: 'email', name: 'p.email', label: t('request.email'), value: raw.text('p.email'), maxLength: 254 },
      { kind: 'email', name: 'p.pec', label: t('request.pec'), value: raw.text('p.pec'), maxLength: 254 },
      {
        kind: 'tel',
        name: 'p.phone',
        label: t('request.phone'),
        value: raw.text('p.phone'),
        width: 'medium',
        maxLength: 30,
      },
      { kind: 'text', name: 'p.address', label: t('request.address'), value: raw.text('p.address'), maxLength: 300 },
    ],
  };
}

function representativePart({ raw, served, t }: RequestFormParts): FormPart {
  return {
    kind: 'group',
    name: 'r',
    label: t('request.representative'),
    help: t(served?.isBody ? 'counter.forBody' : 'request.representativeHelp'),
    parts: [
      { kind: 'text', name: 'r.name', label: t('request.name'), value: raw.text('r.name'), maxLength: 200 },
      {
        kind: 'text',
        name: 'r.taxCode',
        label: t('request.taxCode'),
        value: raw.text('r.taxCode'),
        width: 'medium',
        maxLength: 20,
      },
    ],
  };
}

function callPart({ raw, t }: RequestFormParts): FormPart {
  return {
    kind: 'group',
    row: true,
    name: 'call',
    label: t('request.call'),
    parts: [
      {
        kind: 'date',
        name: 'call.opensOn',
        label: t('request.callFrom'),
        required: true,
        value: raw.text('call.opensOn'),
        width: 'medium',
      },
      {
        kind: 'date',
        name: 'call.closesOn',
        label: t('request.callTo'),
        required: true,
        value: raw.text('call.closesOn'),
        width: 'medium',
      },
    ],
  };
}

const subjectPart = ({ raw, t }: RequestFormParts): FormPart => ({
  kind: 'text',
  name: 'subject',
  label: t('request.subject'),
  help: t('request.subjectHelp'),
  value: raw.text('subject'),
  maxLength: 300,
});

/** For oneself, or for one of those who have delegated. */
export function forWhomPart(
  { type, raw, t }: Pick<RequestFormParts, 'type' | 'raw' | 't'>,
  mode: Extract<RequestMode, { kind: 'web' }>,
): FormPart[] {
  if (mode.represents.length === 0 || !('delegation' in type && type.delegation)) return [];
  return [
    {
      kind: 'radios',
      name: 'for',
      label: t('request.forWhom'),
      required: true,
      values: [raw.text('for') || 'me'],
      options: [
        { value: 'me', label: t('request.forMe', { name: mode.name }) },
        ...mode.represents.map(({ agent, name }) => ({ value: agent, label: name })),
      ],
    },
  ];
}
