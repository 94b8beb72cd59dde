import type { Language } from '#lib/i18n/language.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import { isDay, type Day } from '#lib/procedures/day.ts';
import { documentWords, identityDocuments, type Identified } from '#lib/relationship/identified.ts';
import type { FormGroup, FormProblem } from '../form-view.ts';
import type { RawForm } from '../raw-form.ts';

/** Whom an operator files for: the person or business, fixed, who has their page open. */
export interface ServedApplicant {
  agent: string;
  name: string;
  isBody: boolean;
  taxCode: string | null;
  today: Day;
}

/** How the person who stands there was identified (DPR 445/2000 arts. 35, 38, 45): of the number only the end. */
export function identifiedPart(raw: RawForm, t: Translate, lang: Language): FormGroup {
  return {
    kind: 'group',
    name: 'id',
    label: t('counter.identity'),
    help: t('counter.identityHelp'),
    parts: [
      {
        kind: 'radios',
        name: 'id.how',
        label: t('counter.identifiedBy'),
        required: true,
        values: [raw.text('id.how') || 'documentShown'],
        options: [
          { value: 'documentShown', label: t('counter.identified.documentShown') },
          { value: 'knownToOfficer', label: t('counter.identified.knownToOfficer') },
        ],
      },
      {
        kind: 'select',
        name: 'id.document',
        required: true,
        label: t('counter.document'),
        values: [raw.text('id.document')],
        options: [
          { value: '', label: t('counter.choose') },
          ...identityDocuments.map((value) => ({ value, label: documentWords[value][lang] })),
        ],
      },
      {
        kind: 'text',
        name: 'id.last',
        required: true,
        label: t('counter.lastCharacters'),
        help: t('counter.lastCharactersHelp'),
        value: raw.text('id.last'),
        width: 'short',
        maxLength: 5,
      },
      {
        kind: 'text',
        name: 'id.issuer',
        required: true,
        label: t('counter.issuer'),
        help: t('counter.issuerHelp'),
        value: raw.text('id.issuer'),
        maxLength: 120,
      },
      {
        kind: 'date',
        name: 'id.expires',
        label: t('counter.expires'),
        required: true,
        value: raw.text('id.expires'),
        width: 'medium',
      },
      {
        kind: 'checks',
        name: 'id.unchanged',
        label: t('counter.expired'),
        values: raw.all('id.unchanged'),
        options: [{ value: 'yes', label: t('counter.expiredUnchanged') }],
      },
    ],
  };
}

/** Reads it; null with what is wrong. */
export function readIdentified(
  raw: RawForm,
  today: Day,
  t: Translate,
): { identified: Identified | null; problems: FormProblem[] } {
  if (raw.text('id.how') === 'knownToOfficer') return { identified: { how: 'knownToOfficer' }, problems: [] };
  const document = identityDocuments.find((one) => one === raw.text('id.document'));
  const lastCharacters = raw.text('id.last').replaceAll(/\s/g, '').toUpperCase();
  const issuer = raw.text('id.issuer');
  const expiresOn = raw.text('id.expires');
  const unchanged = raw.text('id.unchanged') === 'yes';
  const problems: FormProblem[] = [
    ...(raw.text('id.how') === 'documentShown' ? [] : [{ name: 'id.how', message: t('counter.wrong.how') }]),
    ...(document ? [] : [{ name: 'id.document', message: t('counter.wrong.document') }]),
    ...(/^[A-Z0-9]{3,5}$/.test(lastCharacters) ? [] : [{ name: 'id.last', message: t('counter.wrong.last') }]),
    ...(issuer !== '' && issuer.length <= 120 ? [] : [{ name: 'id.issuer', message: t('counter.wrong.issuer') }]),
    ...(!isDay(expiresOn)
      ? [{ name: 'id.expires', message: t('counter.wrong.expires') }]
      : expiresOn < today && !unchanged
        ? [{ name: 'id.unchanged', message: t('counter.wrong.expired') }]
        : []),
  ];
  if (problems.length > 0 || !document) return { identified: null, problems };
  return { identified: { how: 'documentShown', document, lastCharacters, issuer, expiresOn, unchanged }, problems };
}
