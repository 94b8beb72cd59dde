import type pg from 'pg';
import { contactDataSchema, type ContactData } from '#lib/records/contacts.ts';
import { asAgent } from './own-transaction.ts';

/** Who somebody is, as the identity provider said, and how they want to be reached. */
export interface OwnProfile {
  name: string;
  isBody: boolean;
  taxCode: string | null;
  foreignIdentifier: string | null;
  /** Of who has no codice fiscale, as the document said that they showed at the counter. */
  birth: { on: string; at: string; citizenship: string } | null;
  contacts: ContactData;
  /** Which provider vouched for them last, how surely, when; null: none has. */
  known: { by: string; assurance: string | null; at: Date } | null;
  /** In which they are written to; null: they have not said. */
  language: 'it' | 'en' | null;
}

interface Row {
  name: string;
  isBody: boolean;
  tax_code: string | null;
  foreign_identifier: string | null;
  born_on: string | null;
  born_at: string | null;
  citizenship: string | null;
  contacts: unknown;
  known_by: string | null;
  assurance: string | null;
  known_at: string | Date | null;
  language: 'it' | 'en' | null;
}

/** The profile of an agent; null for one who is not there. */
export const findProfile = (pool: pg.Pool, agent: string): Promise<OwnProfile | null> =>
  asAgent(pool, agent, async (client) => {
    const { rows } = await client.query<Row>(
      `SELECT a.authorised_name AS name, a.kind = 'corporateBody' AS "isBody", i.tax_code, i.foreign_identifier, i.born_on::text, i.born_at, i.citizenship, i.contacts, i.known_by,
              i.assurance, i.known_at, c.language
         FROM eli4u.agent a LEFT JOIN eli4u.agent_identity i ON i.agent_id = a.id LEFT JOIN eli4u.citizen_preference c ON c.agent_id = a.id
        WHERE a.id = $1 AND a.deleted_at IS NULL`,
      [agent],
    );
    const row = rows[0];
    if (!row) return null;
    return {
      name: row.name,
      isBody: row.isBody,
      taxCode: row.tax_code,
      foreignIdentifier: row.foreign_identifier,
      birth:
        row.born_on === null ? null : { on: row.born_on, at: row.born_at ?? '', citizenship: row.citizenship ?? '' },
      contacts: contactDataSchema.parse(row.contacts ?? {}),
      known:
        row.known_by === null || row.known_at === null
          ? null
          : { by: row.known_by, assurance: row.assurance, at: new Date(row.known_at) },
      language: row.language,
    };
  });
