import type { Translate } from '#lib/i18n/translate.ts';
import { contactFields, type ContactData } from '#lib/records/contacts.ts';
import type { FormView } from './form-view.ts';

const kinds = { email: 'email', phone: 'tel', pec: 'email', address: 'text' } as const;
const tokens = { email: 'email', phone: 'tel', pec: 'off', address: 'street-address' } as const;

/** How one can be reached, to be changed. */
export const contactsForm = (contacts: ContactData, t: Translate): FormView => ({
  hidden: [],
  parts: contactFields.map((field) => ({
    kind: kinds[field],
    name: field,
    label: t(`own.contact.${field}`),
    help: t(`own.contactHelp.${field}`),
    value: contacts[field] ?? '',
    maxLength: 300,
    autoComplete: tokens[field],
    ...(field === 'phone' ? { width: 'medium' as const } : {}),
  })),
  buttons: [{ label: t('own.saveContacts'), intent: 'save', manner: 'primary' }],
});
