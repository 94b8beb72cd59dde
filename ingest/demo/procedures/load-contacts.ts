import type pg from 'pg';
import type { ContactSheet } from '#lib/relationship/contact.ts';
import { createCounterStore, type NewContact } from '#lib/store/counter/counter-store.ts';
import { createIdSource } from '#lib/store/procedures/id-source.ts';
import { createStaffStore } from '#lib/store/staff/staff-store.ts';

type Persona = 'cittadina' | 'delegato' | 'impresa';

interface Said extends Pick<NewContact, 'channel' | 'askedBy' | 'askerName'> {
  who: Persona;
  /** Before the demonstration ends. */
  hours: number;
  sheet: ContactSheet;
}

const unsaid = { type: null, rating: null } as const;

/** What the front office heard and answered in the last weeks. */
const said: readonly Said[] = [
  {
    who: 'cittadina',
    hours: 26 * 24,
    channel: 'counter',
    askedBy: 'self',
    askerName: null,
    sheet: {
      heard: 'Vorrei sapere se per la festa di via devo chiedere l’occupazione del suolo o il patrocinio.',
      need: 'information',
      type: 'occupazione-suolo-pubblico',
      told: 'Servono tutti e due: il patrocinio dimezza le affissioni, il suolo si chiede trenta giorni prima. Consegnata la scheda.',
      outcome: 'answered',
      rating: 'solved',
    },
  },
  {
    who: 'impresa',
    hours: 15 * 24,
    channel: 'phone',
    askedBy: 'representative',
    askerName: 'Davide Zorzi',
    sheet: {
      heard: 'Chiede quando risponde l’ufficio sul plateatico.',
      need: 'state',
      type: 'occupazione-suolo-pubblico',
      told: 'La pratica aspetta il parere della viabilità. Il termine è sulla Mia Pagina, con il perché.',
      outcome: 'answered',
      rating: 'partly',
    },
  },
  {
    who: 'delegato',
    hours: 9 * 24,
    channel: 'email',
    askedBy: 'self',
    askerName: null,
    sheet: {
      ...unsaid,
      heard: 'Scrive che non riesce ad allegare la delega: il file è troppo grande.',
      need: 'documents',
      told: 'Gli abbiamo scritto che può portarla allo sportello, o dividerla in due file.',
      outcome: 'handedOn',
    },
  },
  {
    who: 'cittadina',
    hours: 5 * 24,
    channel: 'phone',
    askedBy: 'self',
    askerName: null,
    sheet: {
      heard: 'Ha ricevuto un avviso e non capisce che cosa deve mandare.',
      need: 'documents',
      type: 'scia-agibilita',
      told: 'Letta insieme la richiesta dell’ufficio: serve la planimetria firmata. La carica dalla Mia Pagina.',
      outcome: 'answered',
      rating: 'solved',
    },
  },
];

/** Contacts of the demonstration’s people with the front office, as its operator wrote them. */
export async function loadContacts({ pool, now }: { pool: pg.Pool; now: Date }): Promise<void> {
  let at = now;
  const staff = createStaffStore(pool);
  const counter = createCounterStore({ pool, now: () => at, ids: createIdSource(pool) });
  const operator = await staff.findPersona('sportello');
  if (operator?.kind !== 'staff') return;
  const member = operator.id;
  for (const { who, hours, channel, askedBy, askerName, sheet } of said) {
    const person = await staff.findPersona(who);
    if (person?.kind !== 'citizen') continue;
    at = new Date(now.getTime() - hours * 3_600_000);
    const begun = await counter.begin({ agent: person.id, member, unit: 'urp', channel, askedBy, askerName });
    if (begun.kind !== 'begun') throw new Error(`a contact of the demonstration was not begun: ${begun.kind}`);
    at = new Date(at.getTime() + 7 * 60_000);
    await counter.write({ code: begun.code, member, sheet, about: null, revision: 1, close: true });
  }
}
