import { cache } from 'react';
import { mayServe, servedAs, servedReach } from '#lib/access/counter.ts';
import type { Reach } from '#lib/access/reach.ts';
import type { CitizenSession } from '#lib/access/session.ts';
import { composition } from '#lib/composition.ts';
import type { Text } from '#lib/procedures/types/text.ts';
import type { Contact } from '#lib/store/counter/counter-store.ts';
import { caseOf, type MyCaseFacts } from '../mia-pagina/load-my-case.ts';
import { loadCounter, type Counter } from './load-counter.ts';
import { servedPlaces } from './served-places.ts';

/** Somebody whose page is open: as they see it themselves, in the contact that opened it. */
export interface ServedPerson {
  counter: Counter;
  id: string;
  /** As whom their page is read. */
  person: CitizenSession;
  reach: Reach;
  contact: Contact;
}

export type PersonAtHand =
  | { kind: 'open'; served: ServedPerson }
  /** Nobody has said yet why it is opened. */
  | { kind: 'toBegin'; name: string }
  | { kind: 'refused'; reason: Text }
  | { kind: 'missing' };

/**
 * Somebody at the counter, once in a request. Nothing of them is shown without a contact that is open, nor before it is written down that it was
 * looked at.
 */
export const loadPerson = cache(async (id: string): Promise<PersonAtHand> => {
  const counter = await loadCounter();
  const { session, unit } = counter;
  const permission = mayServe(session, id);
  if (!permission.allowed) return { kind: 'refused', reason: permission.reason.text };
  const { counter: store, staff, looks, today } = composition();
  const person = (await store.isKnown(id)) ? await staff.findSession({ kind: 'citizen', id }, today()) : null;
  if (person?.kind !== 'citizen') return { kind: 'missing' };
  const contact = await store.open(session.member, id);
  if (!contact) return { kind: 'toBegin', name: person.name };
  await looks.note({
    member: session.member,
    kind: 'person.read',
    subject: id,
    as: { role: 'frontOffice', unit },
    asked: contact,
  });
  return {
    kind: 'open',
    served: { counter, id, person: servedAs(person), reach: servedReach(session, id), contact },
  };
});

export type CaseAtHand =
  { kind: 'open'; served: ServedPerson; found: MyCaseFacts } | Exclude<PersonAtHand, { kind: 'open' }>;

/**
 * A case of theirs, as they see it. Another's and none are the same, whether or not a contact is open. That it was looked at is written down
 * first.
 */
export const loadServedCase = cache(async (id: string, procedure: string): Promise<CaseAtHand> => {
  const at = await loadPerson(id);
  const { procedures, looks } = composition();
  if (at.kind === 'toBegin') {
    const { session } = await loadCounter();
    return (await procedures.hasCase(procedure, servedReach(session, id))) ? at : { kind: 'missing' };
  }
  if (at.kind !== 'open') return at;
  const { person, reach, counter, contact } = at.served;
  const found = await caseOf({ session: person, reach }, procedure, servedPlaces(id));
  if (!found) return { kind: 'missing' };
  await looks.note({
    member: counter.session.member,
    kind: 'case.read',
    subject: procedure,
    as: { role: 'frontOffice', unit: counter.unit },
    asked: contact,
  });
  return { kind: 'open', served: at.served, found };
});
