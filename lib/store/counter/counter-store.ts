import type pg from 'pg';
import type { Reach } from '#lib/access/reach.ts';
import type { AskedFor } from '#lib/relationship/asked-for.ts';
import { inTransaction } from '#lib/store/procedures/in-transaction.ts';
import { noteServing } from './as-officer.ts';
import { beginContact, isKnown, type NewContact } from './begin-contact.ts';
import { filedIn, findOpen, listContacts, listServed } from './list-contacts.ts';
import { registerPerson, type NewPerson } from './register-person.ts';
import { searchPeople, type PeoplePage } from './search-people.ts';
import { noteAbout, writeContact, type ContactWriting } from './write-contact.ts';

export type { BegunContact, NewContact } from './begin-contact.ts';
export { sheetOf, type Contact, type ContactPage } from './contact-row.ts';
export type { Served } from './list-contacts.ts';
export type { Birth, NewPerson, Registered } from './register-person.ts';
export type { FoundPerson, PeoplePage } from './search-people.ts';
export type { ContactWriting, ContactWritten, FilingContact } from './write-contact.ts';

interface CounterParts {
  pool: pg.Pool;
  now: () => Date;
  /** Ids of new agents. */
  ids: (count: number) => Promise<string[]>;
}

/** What the front office finds, opens and writes. Whether somebody may is `lib/access`'s to say before. One per process. */
export function createCounterStore({ pool, now, ids }: CounterParts) {
  return {
    /** Finds people; that somebody looked for them is audited, what they typed is not. */
    search: async (member: string, asked: AskedFor, reach: Reach, after?: string): Promise<PeoplePage> => {
      const page = await searchPeople(pool, member, asked, reach, after);
      await inTransaction(pool, async (client) => {
        const details = { by: asked.by, found: page.people.length };
        await noteServing(client, { at: now(), member, action: 'people.searched', subject: member, details });
        return { keep: true, value: null };
      });
      return page;
    },
    isKnown: (agent: string) => (agent.includes('\0') ? Promise.resolve(false) : isKnownAs(pool, agent)),
    begin: (contact: NewContact) => beginContact(pool, contact, now()),
    open: (member: string, agent: string) => findOpen(pool, member, agent, now()),
    write: (writing: ContactWriting) => writeContact(pool, writing, now()),
    /** That a contact was about a case. */
    noteAbout: (code: string, member: string, procedure: string) => noteAbout(pool, code, member, procedure),
    list: (agent: string, after?: string, reach?: Reach) => listContacts(pool, agent, after, reach),
    served: (member: string) => listServed(pool, member),
    filedIn: (procedure: string, reach: Reach) => filedIn(pool, procedure, reach),
    register: async (person: NewPerson, member: string) => {
      const [id = ''] = await ids(1);
      return registerPerson(pool, id, person, member, now());
    },
  };
}
export type CounterStore = ReturnType<typeof createCounterStore>;

/** Whether there is an identity is for nobody without one to ask. */
const isKnownAs = (pool: pg.Pool, agent: string): Promise<boolean> =>
  inTransaction(pool, async (client) => {
    await client.query(`SELECT eli4u.act_as('system', 'front office')`);
    return { keep: true, value: await isKnown(client, agent) };
  });
