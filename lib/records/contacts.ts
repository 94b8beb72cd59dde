import { z } from 'zod';

/** How somebody can be reached. */
export const contactFields = ['email', 'phone', 'pec', 'address'] as const;
export type ContactField = (typeof contactFields)[number];
export type ContactData = Partial<Record<ContactField, string>>;

const text = z.string().optional().catch(undefined);

/** What the register holds; what it cannot say is not there. */
export const contactDataSchema = z.object({ email: text, phone: text, pec: text, address: text });

/** What is wrong with one of them. */
export type ContactProblem = { field: ContactField; problem: 'notAddress' | 'notNumber' | 'tooShort' | 'tooLong' };

const longest: Record<ContactField, number> = { email: 254, phone: 30, pec: 254, address: 300 };

/** Reads contacts as they were typed: what is empty is not there, numbers lose what only makes them readable. */
export function readContacts(typed: Record<ContactField, string>): {
  contacts: ContactData;
  problems: ContactProblem[];
} {
  const contacts: ContactData = {};
  const problems: ContactProblem[] = [];
  for (const field of contactFields) {
    const value = typed[field].replace(/\s+/g, ' ').trim();
    if (value === '') continue;
    const kept =
      field === 'phone' ? value.replace(/(?!^\+)[^\d]/g, '') : field === 'address' ? value : value.toLowerCase();
    const problem = problemOf(field, value, kept);
    if (problem) problems.push({ field, problem });
    else contacts[field] = kept;
  }
  return { contacts, problems };
}

function problemOf(field: ContactField, value: string, kept: string): ContactProblem['problem'] | null {
  if (value.length > longest[field]) return 'tooLong';
  switch (field) {
    case 'email':
    case 'pec':
      return z.email().safeParse(kept).success ? null : 'notAddress';
    case 'phone':
      return /^[+\d\s()./-]+$/.test(value) && /^\+?\d{6,15}$/.test(kept) ? null : 'notNumber';
    case 'address':
      return value.length < 8 ? 'tooShort' : null;
  }
}

/** What changes from one to another, field by field. */
export const contactChanges = (
  before: ContactData,
  after: ContactData,
): { field: ContactField; before: string | null; after: string | null }[] =>
  contactFields
    .map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }))
    .filter((change) => change.before !== change.after);
