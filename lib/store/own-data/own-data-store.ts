import type pg from 'pg';
import type { ContactData } from '#lib/records/contacts.ts';
import { eraseOwn, type Erasable } from './erase-own.ts';
import { listContactChanges, saveContacts } from './own-contacts.ts';
import { listConsents, setConsent, setLanguage, type ConsentPurpose } from './own-choices.ts';
import { findProfile } from './own-profile.ts';
import { keptByLaw } from './kept-by-law.ts';
import { noteOwn, type OwnActor } from './note-own.ts';

export type { OwnActor } from './note-own.ts';
export type { OwnProfile } from './own-profile.ts';
export type { ContactChange } from './own-contacts.ts';
export type { KeptCase, KeptByLaw } from './kept-by-law.ts';
export { consentPurposes, type Consent, type ConsentPurpose } from './own-choices.ts';
export { erasable, type Erasable } from './erase-own.ts';

/** What people say of themselves. Whether somebody may is `lib/access`'s to say before. One per process. */
export function createOwnDataStore(pool: pg.Pool, now: () => Date) {
  return {
    profile: (agent: string) => findProfile(pool, agent),
    saveContacts: (who: OwnActor, contacts: ContactData) => saveContacts(pool, who, contacts, now()),
    contactChanges: (agent: string, after?: string) => listContactChanges(pool, agent, after),
    setLanguage: (who: OwnActor, language: 'it' | 'en') => setLanguage(pool, who, language, now()),
    consents: (agent: string) => listConsents(pool, agent),
    setConsent: (who: OwnActor, purpose: ConsentPurpose, given: boolean) =>
      setConsent(pool, who, purpose, given, now()),
    erase: (who: OwnActor, what: readonly Erasable[]) => eraseOwn(pool, who, what, now()),
    keptByLaw: (agent: string) => keptByLaw(pool, agent),
    /** That they have taken a copy of their data. */
    noteExport: (who: OwnActor) => noteOwn(pool, who, 'data.exported', now()),
  };
}
export type OwnDataStore = ReturnType<typeof createOwnDataStore>;
