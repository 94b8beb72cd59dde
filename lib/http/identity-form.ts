import { identityDocuments, type IdentityDocument } from '#lib/access/identity.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import { isDay, type Day } from '#lib/procedures/day.ts';
import { countryName } from '#lib/records/country.ts';
import type { FormProblem, FormView } from './form-view.ts';
import type { RawForm } from './raw-form.ts';

/** What is written down of a document that somebody showed: never its number. */
export const identityForm = (procedure: string, name: string, t: Translate): FormView => ({
  parts: [
    {
      kind: 'select',
      name: 'document',
      label: t('identity.document'),
      help: t('identity.documentHelp'),
      required: true,
      options: [
        { value: '', label: t('request.choose') },
        ...identityDocuments.map((value) => ({ value, label: t(`identity.document.${value}`) })),
      ],
    },
    {
      kind: 'text',
      name: 'country',
      label: t('identity.country'),
      help: t('identity.countryHelp'),
      required: true,
      maxLength: 2,
      width: 'short',
    },
    { kind: 'date', name: 'expires', label: t('identity.expires'), required: true },
    {
      kind: 'checks',
      name: 'same',
      label: t('identity.compare'),
      required: true,
      options: [{ value: 'yes', label: t('identity.nameSame', { name }) }],
    },
  ],
  hidden: [{ name: 'case', value: procedure }],
  buttons: [{ label: t('identity.noteNow'), intent: 'note', manner: 'primary' }],
});

export interface SeenIdentity {
  document: IdentityDocument;
  country: string;
  expiresOn: Day;
}

/** Reads it; or says what is wrong. */
export function readIdentity(raw: RawForm, today: Day, t: Translate): SeenIdentity | FormProblem[] {
  const document = identityDocuments.find((one) => one === raw.text('document'));
  const country = raw.text('country').toUpperCase();
  const expiresOn = raw.text('expires');
  const problems: FormProblem[] = [
    ...(document ? [] : [{ name: 'document', message: t('identity.documentWanted') }]),
    ...(countryName(country, 'it') === null ? [{ name: 'country', message: t('identity.countryWrong') }] : []),
    ...(isDay(expiresOn) && expiresOn >= today ? [] : [{ name: 'expires', message: t('identity.expiresWrong') }]),
    ...(raw.all('same').includes('yes') ? [] : [{ name: 'same', message: t('identity.nameWanted') }]),
  ];
  return document && problems.length === 0 ? { document, country, expiresOn } : problems;
}
