import type pg from 'pg';
import { answersAfter, type DraftAnswers } from '#lib/procedures/requests/draft-answers.ts';
import type { Outcome } from '#lib/store/procedures/in-transaction.ts';
import { asOwner, auditDraft } from './as-owner.ts';
import { keptDays, mostDrafts } from './draft-limits.ts';
import { draftColumns, draftOf } from './draft-view.ts';

/** A page of a form as it is now. */
export interface DraftPage {
  type: { code: string; version: number };
  /** The page that was saved, or on which they are next. */
  step: string;
  /** For whom, where this page says so. */
  forAgent?: string | undefined;
  /** Where it begins the draft, all that was known beforehand; afterwards only what this page asks counts. */
  answers: DraftAnswers;
  isOfPage(name: string): boolean;
  /** Whether they have seen the questions of this version: a draft of an older one says so until then. */
  takesVersion: boolean;
}

export type SaveResult =
  | { kind: 'saved'; savedAt: Date; revision: number }
  /** It was sent meanwhile. */
  | { kind: 'filed'; as: string }
  | { kind: 'tooMany' }
  /** Another's, or of another service. */
  | { kind: 'unknown' };

interface SaveParts {
  pool: pg.Pool;
  now(): Date;
}

/** Saves a page of a form: the first one begins the draft. Two windows that save at once come one after the other. */
export async function saveDraft(
  { pool, now }: SaveParts,
  owner: string,
  id: string,
  page: DraftPage,
): Promise<SaveResult> {
  const at = now();
  const expiresAt = new Date(at.getTime() + keptDays * 86_400_000);
  return asOwner<SaveResult>(pool, owner, async (client) => {
    // Two first pages at once would both find room for one draft, or begin it twice.
    await client.query(`SELECT pg_advisory_xact_lock(hashtextextended('request draft ' || $1, 4104))`, [owner]);
    const { rows } = await client.query(
      `SELECT ${draftColumns} FROM eli4u.request_draft d WHERE d.id = $1 FOR UPDATE`,
      [id],
    );
    const before = rows[0] ? draftOf(rows[0]) : null;
    if (!before) return begin(client, { id, owner, at, expiresAt, page });
    if (before.filedAs) return undone({ kind: 'filed', as: before.filedAs });
    if (before.type.code !== page.type.code) return undone({ kind: 'unknown' });
    await client.query(
      `UPDATE eli4u.request_draft SET for_agent = $2, type_version = $3, step = $4, answers = $5, revision = revision + 1, saved_at = $6, expires_at = $7
        WHERE id = $1`,
      [
        id,
        page.forAgent ?? before.forAgent,
        page.takesVersion ? page.type.version : before.type.version,
        page.step,
        JSON.stringify(answersAfter(before.answers, page.answers, (name) => page.isOfPage(name))),
        at,
        expiresAt,
      ],
    );
    return { keep: true, value: { kind: 'saved', savedAt: at, revision: before.revision + 1 } };
  });
}

const undone = (value: SaveResult): Outcome<SaveResult> => ({ keep: false, value });

interface Beginning {
  id: string;
  owner: string;
  at: Date;
  expiresAt: Date;
  page: DraftPage;
}

async function begin(
  client: pg.ClientBase,
  { id, owner, at, expiresAt, page }: Beginning,
): Promise<Outcome<SaveResult>> {
  const { rows } = await client.query<{ drafts: number }>(
    'SELECT count(*)::int AS drafts FROM eli4u.request_draft WHERE owner_agent = $1 AND filed_as IS NULL',
    [owner],
  );
  if ((rows[0]?.drafts ?? 0) >= mostDrafts) return undone({ kind: 'tooMany' });
  const begun = await client.query(
    `INSERT INTO eli4u.request_draft (id, owner_agent, for_agent, type_code, type_version, step, answers, begun_at, saved_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9) ON CONFLICT (id) DO NOTHING`,
    [
      id,
      owner,
      page.forAgent ?? owner,
      page.type.code,
      page.type.version,
      page.step,
      JSON.stringify(page.answers),
      at,
      expiresAt,
    ],
  );
  // The id is another's, whose draft is not there for us.
  if (begun.rowCount === 0) return undone({ kind: 'unknown' });
  await auditDraft(client, { at, owner, draft: id, action: 'begun', details: { type: page.type.code } });
  return { keep: true, value: { kind: 'saved', savedAt: at, revision: 1 } };
}
