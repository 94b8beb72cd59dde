import type pg from 'pg';
import type { Registration } from '#lib/procedures/cases/filing-facts.ts';
import { firstInstantOf, romeDay } from '#lib/procedures/rome.ts';
import { wordsOf } from '#lib/search/fold.ts';
import { currentVisibility } from '#lib/store/procedures/current-archive.ts';
import type { DocumentToRegister } from './document-to-register.ts';
import type { RegisterPlace } from './register-place.ts';

/** A document with the ids that its records will have. */
export interface Entry {
  document: DocumentToRegister;
  /** Of the document, then of its attachments. */
  ids: readonly string[];
  at: Date;
}

/** Which register, of whom, on what day, and where what it registers lies. */
export interface RegisterBook {
  register: string;
  aoo: string;
  place: RegisterPlace;
}

/** What a word of the register's search is made of. */
export const registerWords = (texts: readonly (string | null | undefined)[]): string =>
  [...new Set(texts.flatMap((text) => wordsOf(text ?? '')))].join(' ');

/**
 * Registers documents in the order given, in one statement: the number is the last thing taken before the transaction ends. Registered is
 * what is committed; the day is never before that of the number before.
 */
export async function registerDocuments(
  client: pg.ClientBase | pg.Pool,
  { register, aoo, place }: RegisterBook,
  entries: readonly Entry[],
): Promise<Registration[]> {
  const today = entries.map(({ at }) => romeDay(at)).reduce((one, other) => (one > other ? one : other));
  const { rows } = await client.query<{ year: number; number: number; on_day: string }>(
    'SELECT year, number, on_day FROM eli4u.register_documents($1, $2, $3, $4) ORDER BY ordinal',
    [register, aoo, today, JSON.stringify(entries.map((entry) => rowOf(entry, place, today)))],
  );
  return rows.map(({ year, number, on_day }) => ({ register, year, number, on: on_day }));
}

function rowOf({ document, ids, at }: Entry, place: RegisterPlace, today: string) {
  const { main, attachments, emergency } = document;
  return {
    ...place,
    record: ids[0],
    visibility: currentVisibility,
    title: main.title,
    object: document.object,
    hash: main.kept.sha256,
    bytes: main.kept.bytes,
    storageKey: main.kept.storageKey,
    format: main.format,
    // What waited over midnight for the one before it is of the new day.
    at: romeDay(at) < today ? firstInstantOf(today) : at,
    flow: document.flow,
    sender: document.sender,
    recipients: document.recipients,
    senderOn: document.senderOn,
    senderNumber: document.senderNumber,
    channel: document.channel,
    operator: document.operator,
    unit: document.unit,
    classification: document.classification,
    emergency: emergency?.id ?? null,
    emergencyNumber: emergency?.number ?? null,
    emergencyAt: emergency?.at ?? null,
    words: registerWords([
      document.object,
      document.senderNumber,
      ...[...document.sender, ...document.recipients].flatMap(({ name, address }) => [name, address]),
    ]),
    attachments: attachments.map(({ title, format, kept }, i) => ({
      record: ids[i + 1],
      title,
      object: title,
      format,
      hash: kept.sha256,
      bytes: kept.bytes,
      storageKey: kept.storageKey,
    })),
  };
}
