import type pg from 'pg';
import { mayBePermitted } from '#lib/access/reading-permits.ts';
import type { Day } from '#lib/procedures/day.ts';
import type { ReadingPermitRule } from '#lib/procedures/types/reading-permit.ts';
import type { Phase, Visibility } from '#lib/records/phase.ts';
import type { Keeper } from '#lib/store/keeping/actor.ts';
import { audit } from '#lib/store/keeping/audit.ts';
import { inTransaction } from '#lib/store/procedures/in-transaction.ts';

export interface PermitToGive {
  procedure: string;
  of: ReadingPermitRule['of'];
  /** Ids of records. */
  records: readonly string[];
  until: Day;
  act: string;
}

export type Given = { kind: 'given'; count: number } | { kind: 'unfit'; records: string[] } | { kind: 'noReader' };

/** Lets who asked read these records until a day; none of them where one may not be permitted. Who decides it `lib/access` has said. */
export async function givePermit(pool: pg.Pool, permit: PermitToGive, keeper: Keeper): Promise<Given> {
  return inTransaction<Given>(pool, async (client) => {
    const reader = await readerOf(client, permit.procedure);
    if (!reader) return { keep: false, value: { kind: 'noReader' } };
    const fit = await fitRecords(client, permit);
    const unfit = permit.records.filter((record) => !fit.has(record));
    if (unfit.length > 0 || fit.size === 0) return { keep: false, value: { kind: 'unfit', records: unfit } };
    await client.query(
      `INSERT INTO eli4u.reading_permit (procedure_id, agent_id, record_id, kind, until, act, given_at, given_by)
       SELECT $1, $2, unnest($3::text[]), $4, $5, $6, $7, $8`,
      [permit.procedure, reader, [...fit], permit.of, permit.until, permit.act, keeper.now, keeper.by],
    );
    await audit(client, keeper, 'reading.permitted', permit.procedure, {
      reader,
      records: [...fit],
      until: permit.until,
      act: permit.act,
    });
    return { keep: true, value: { kind: 'given', count: fit.size } };
  });
}

/** A permit is a person's: bodies read through persons who ask for themselves. */
async function readerOf(client: pg.ClientBase, procedure: string): Promise<string | null> {
  const { rows } = await client.query<{ agent: string }>(
    `SELECT a.id AS agent FROM eli4u.procedure p JOIN eli4u.agent a ON a.id = p.applicant_agent WHERE p.id = $1 AND a.kind = 'person'`,
    [procedure],
  );
  return rows[0]?.agent ?? null;
}

async function fitRecords(client: pg.ClientBase, { of, records }: PermitToGive): Promise<Set<string>> {
  const { rows } = await client.query<{ id: string; phase: Phase; visibility: Visibility; internal: boolean }>(
    'SELECT id, phase, visibility, internal FROM eli4u.record WHERE id = ANY($1::text[]) AND deleted_at IS NULL FOR SHARE',
    [records.filter((id) => !id.includes('\0'))],
  );
  return new Set(rows.filter((row) => mayBePermitted(of, row)).map(({ id }) => id));
}
