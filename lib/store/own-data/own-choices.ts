import type pg from 'pg';
import { noteOwn, type OwnActor } from './note-own.ts';
import { asAgent } from './own-transaction.ts';

/** What is done with data only by consent (GDPR art. 6 c. 1 a): tell of procedures that may interest somebody; ask how they were served. */
export const consentPurposes = ['suggestions', 'opinion'] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];

/** A consent, with the day it was withdrawn. */
export interface Consent {
  purpose: ConsentPurpose;
  givenAt: Date;
  withdrawnAt: Date | null;
}

/** In which language somebody is written to. */
export const setLanguage = (pool: pg.Pool, who: OwnActor, language: 'it' | 'en', at: Date): Promise<void> =>
  asAgent(pool, who.agent, async (client) => {
    await client.query(
      `INSERT INTO eli4u.citizen_preference (agent_id, language, changed_at) VALUES ($1, $2, $3)
       ON CONFLICT (agent_id) DO UPDATE SET language = excluded.language, changed_at = excluded.changed_at`,
      [who.agent, language, at],
    );
    await noteOwn(client, who, 'preferences.changed', at);
  });

/** Most that a page and an export show. */
const mostConsents = 200;

/** All consents that somebody gave, the latest first. */
export const listConsents = (pool: pg.Pool, agent: string): Promise<Consent[]> =>
  asAgent(pool, agent, async (client) => {
    const { rows } = await client.query<{ purpose: ConsentPurpose; given_at: string; withdrawn_at: string | null }>(
      `SELECT purpose, given_at, withdrawn_at FROM eli4u.consent WHERE agent_id = $1 ORDER BY id DESC LIMIT ${mostConsents}`,
      [agent],
    );
    return rows.map(({ purpose, given_at, withdrawn_at }) => ({
      purpose,
      givenAt: new Date(given_at),
      withdrawnAt: withdrawn_at === null ? null : new Date(withdrawn_at),
    }));
  });

/** Gives a consent or withdraws it, one as easily as the other (art. 7 c. 3); said twice is said once. */
export const setConsent = (
  pool: pg.Pool,
  who: OwnActor,
  purpose: ConsentPurpose,
  given: boolean,
  at: Date,
): Promise<boolean> =>
  asAgent(pool, who.agent, async (client) => {
    const { rowCount } = given
      ? await client.query(
          `INSERT INTO eli4u.consent (agent_id, purpose, given_at) VALUES ($1, $2, $3)
           ON CONFLICT (agent_id, purpose) WHERE withdrawn_at IS NULL DO NOTHING`,
          [who.agent, purpose, at],
        )
      : await client.query(
          'UPDATE eli4u.consent SET withdrawn_at = $3 WHERE agent_id = $1 AND purpose = $2 AND withdrawn_at IS NULL',
          [who.agent, purpose, at],
        );
    if (rowCount) await noteOwn(client, who, given ? 'consent.given' : 'consent.withdrawn', at, { purpose });
    return Boolean(rowCount);
  });
