import pg from 'pg';
import { correspondentWords, type Correspondent } from '#lib/procedures/protocollo/correspondent.ts';
import { romeDay } from '#lib/procedures/rome.ts';
import { registerWords } from './register-documents.ts';

/** What may be added to a registration (DPR 445/2000 arts. 53, 54). */
export type Change =
  | { kind: 'assigned'; after: string }
  | { kind: 'classified'; after: string }
  | ({ kind: 'annulled' } & Authorised)
  | ({ kind: 'objectAnnulled'; after: string } & Authorised)
  | ({ kind: 'senderAnnulled' | 'recipientsAnnulled'; after: readonly Correspondent[] } & Authorised);

export interface Authorised {
  /** The act that authorises it. */
  authorisation: string;
  reason: string;
}

/** `noClass`: the titolario in force has no such class. */
export type ChangeResult = 'done' | 'annulled' | 'unknown' | 'noClass';

/** Adds a change to a registration; it stands beside what was registered, which stays readable. */
export async function changeRegistration(
  pool: pg.Pool,
  key: { register: string; year: number; number: number },
  change: Change,
  by: string,
  now: Date,
): Promise<ChangeResult> {
  const after = 'after' in change ? change.after : null;
  const said = after === null ? '' : typeof after === 'string' ? after : correspondentWords(after);
  const searched =
    change.kind === 'objectAnnulled' || change.kind === 'senderAnnulled' || change.kind === 'recipientsAnnulled';
  try {
    await pool.query(
      `INSERT INTO eli4u.protocol_change (register, year, number, at, on_day, by, kind, after, authorisation, reason, words)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        key.register,
        key.year,
        key.number,
        now,
        romeDay(now),
        by,
        change.kind,
        after === null ? null : JSON.stringify(after),
        'authorisation' in change ? change.authorisation : null,
        'reason' in change ? change.reason : null,
        searched ? registerWords([said]) : '',
      ],
    );
    return 'done';
  } catch (error) {
    // Annulled meanwhile, and a number that was never given: the rules of the table say so.
    if (error instanceof pg.DatabaseError && error.code === 'EL001') return 'annulled';
    if (error instanceof pg.DatabaseError && error.code === '23503') return 'unknown';
    throw error;
  }
}
