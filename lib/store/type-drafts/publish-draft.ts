import type pg from 'pg';
import type { Day } from '#lib/procedures/day.ts';
import { publishedSource } from '#lib/procedures/types/draft-source.ts';
import { checkSource, type CheckContext } from '#lib/procedures/types/check-source.ts';
import type { PlacedProblem } from '#lib/procedures/types/problem.ts';
import { checkValidFrom } from '#lib/procedures/types/check-valid-from.ts';
import { inTransaction } from '#lib/store/procedures/in-transaction.ts';
import { whyNot, type DraftResult } from './draft-result.ts';
import { noteEdit } from './note-edit.ts';
import type { DraftEdit } from './save-draft.ts';

export interface PublishRequest extends DraftEdit {
  validFrom: Day;
  today: Day;
  /** What the type may name. */
  context: CheckContext;
}

/** Nothing was published, for all of this is wrong. */
export interface Unfit {
  kind: 'unfit';
  problems: readonly PlacedProblem[];
}

/**
 * Makes a draft the version that holds from a day; refused while anything in it is wrong. What is checked is the text that is stored, in the
 * transaction that publishes it.
 */
export async function publishDraft(pool: pg.Pool, request: PublishRequest): Promise<DraftResult | Unfit> {
  const { code, version, revision, by, validFrom, today, context } = request;
  return inTransaction<DraftResult | Unfit>(pool, async (client) => {
    const { rows } = await client.query<{ source: string }>(
      `SELECT source FROM eli4u.procedure_type_version
        WHERE code = $1 AND version = $2 AND revision = $3 AND status = 'draft' FOR UPDATE`,
      [code, version, revision],
    );
    if (!rows[0]) return { keep: false, value: await whyNot(client, code, version) };
    const source = publishedSource(rows[0].source, validFrom);
    const others = await client.query<{ validFrom: Day | null }>(
      `SELECT content->>'validFrom' AS "validFrom" FROM eli4u.procedure_type_version WHERE code = $1 AND status = 'published'`,
      [code],
    );
    const checked = checkSource(source, { code, version }, context);
    const problems = [
      ...checked.problems,
      ...checkValidFrom(
        validFrom,
        today,
        others.rows.map((row) => row.validFrom),
      ).map(checked.place),
    ];
    if (!checked.type || problems.length > 0) return { keep: false, value: { kind: 'unfit', problems } };
    await client.query(
      `UPDATE eli4u.procedure_type_version SET status = 'published', content = $3, source = $4, revision = revision + 1,
         changed_at = now(), changed_by = $5, published_at = now(), published_by = $5 WHERE code = $1 AND version = $2`,
      [code, version, JSON.stringify(checked.type), source, by],
    );
    await noteEdit(client, 'publish', request, { validFrom });
    return { keep: true, value: { kind: 'done', revision: revision + 1 } };
  });
}
