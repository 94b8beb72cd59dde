import type pg from 'pg';
import { abilities } from '#lib/records/dissemination.ts';
import { stampAt, stamped } from '#lib/records/dissemination-clock.ts';
import { europeanaRightsPattern } from '#lib/records/rights-statements.ts';
import { hasManifest } from '#lib/store/images/has-manifest.ts';
import { stampManifests } from '#lib/store/images/stamp-manifests.ts';
import { shown, shownAgent, shownInstitution, shownTie } from '#lib/store/shown.ts';
import { holdClock, keepClock } from './clock-row.ts';

/** Things stamped in one transaction: so few that they are looked up by index, also among millions. */
const slice = 2000;

/** Where the queue begins. It is read on from where it was left: what was taken out lies before it until it is vacuumed, and would be looked at again. */
export const queueStart = '(0,0)';

export interface StampedSlice {
  taken: number;
  /** Where the next begins. */
  place: string;
}

interface Due {
  ids: string[];
  forced: boolean[];
}

/**
 * Stamps some of what is due, in one transaction that holds the clock's row: what is shown gets a row, or a later stamp; what is shown no more becomes
 * a tombstone; what never was shown has no row and gets none.
 * @param now seconds since 1970
 */
export async function stampSlice(client: pg.ClientBase, now: number, place: string): Promise<StampedSlice> {
  const clock = await holdClock(client);
  const { rows } = await client.query<{ id: string; forced: boolean; place: string }>(
    `DELETE FROM eli4u.dissemination_due WHERE ctid = ANY(ARRAY(SELECT ctid FROM eli4u.dissemination_due WHERE ctid > $1::tid LIMIT ${slice}))
     RETURNING id, forced, ctid::text AS place`,
    [place],
  );
  const last = rows.at(-1);
  if (!last) return { taken: 0, place: queueStart };
  const stamp = stampAt(clock, now);
  await keepClock(client, stamped(clock, stamp));
  const due: Due = { ids: rows.map((row) => row.id), forced: rows.map((row) => row.forced) };
  const roots = new Set(await rootsOf(client, due.ids));
  const at = new Date(stamp * 1000);
  await client.query(recordsSql, [due.ids, due.forced, at]);
  await client.query(agentsSql, [due.ids, due.forced, at]);
  await client.query(institutionsSql, [due.ids, due.forced, at]);
  await client.query(tombstonesSql, [due.ids, at]);
  await stampManifests(client, due.ids, at);
  for (const root of await rootsOf(client, due.ids)) roots.add(root);
  if (roots.size > 0) await client.query(subtreesSql, [[...roots], at]);
  return { taken: rows.length, place: last.place };
}

/**
 * SQL: ids of a parameter, to be looked up one by one. As `id = ANY(…)` PostgreSQL 18 also skips through the index of stamps and ids, whose stamps it
 * takes for few: at 1,000,000 rows half a second for 2,000 ids instead of 15 ms (2026-11-27).
 */
const each = (parameter: string): string => `unnest(${parameter}::text[]) AS each (id)`;

/** The fonds of these: what a finding aid tells has changed, also where a unit has left it. */
async function rootsOf(client: pg.ClientBase, ids: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ root_id: string }>(
    `SELECT DISTINCT d.root_id FROM ${each('$1')} JOIN eli4u.disseminated d ON d.id = each.id WHERE d.root_id IS NOT NULL`,
    [ids],
  );
  return rows.map((row) => row.root_id);
}

const upperLevels = `('fonds', 'subfonds', 'series', 'subseries')`;

/** Written where something is to be said: a first row, a change, another set or format than before. `now` gives id, root_id, level, able. */
const upsert = (kind: string, now: string, ignored = '0'): string => `
  WITH due AS (SELECT * FROM unnest($1::text[], $2::boolean[]) t (id, forced)), now AS (${now})
  INSERT INTO eli4u.disseminated AS d (id, kind, stamp, root_id, level, able, ever_able, subtree_stamp)
  SELECT n.id, '${kind}', $3::timestamptz, n.root_id, n.level, n.able, n.able, CASE WHEN n.able & ${abilities.findingAid} <> 0 THEN $3::timestamptz END
    FROM now n LEFT JOIN eli4u.disseminated o ON o.id = n.id
   WHERE n.forced OR o.id IS NULL OR o.deleted OR (n.root_id, n.level) IS DISTINCT FROM (o.root_id, o.level)
      OR (n.able # o.able) & ~(${ignored}) <> 0
  ON CONFLICT (id) DO UPDATE SET stamp = excluded.stamp, deleted = false, root_id = excluded.root_id, level = excluded.level,
     able = excluded.able, ever_able = d.ever_able | excluded.able, subtree_stamp = coalesce(d.subtree_stamp, excluded.subtree_stamp)`;

/** SQL: whether an object lies on the web, as far as its address tells (webAddressOf). What has images of none other has nothing to be given in METS or EDM. */
const onTheWeb = `(o.href ~* '^\\s*https?://[^/?#@\\s]+([/?#]|\\s*$)' OR o.href LIKE '/iiif/image/%')`;

const taken = (rights: string): string => `${rights} ~ '${europeanaRightsPattern}'`;

const isReproduced = `EXISTS (SELECT FROM eli4u.digital_object o WHERE o.record_id = r.id AND ${onTheWeb})`;

/** The rights of a unit: its own, those of the nearest above it that says some, or its custodian's. */
const rightsOf = `coalesce(r.rights_uri, (WITH RECURSIVE up AS (
       SELECT r.parent_id, NULL::text AS rights_uri, 0 AS steps UNION ALL
       SELECT p.parent_id, CASE WHEN ${shown('p')} THEN p.rights_uri END, up.steps + 1 FROM up JOIN eli4u.record p ON p.id = up.parent_id
        WHERE up.rights_uri IS NULL AND up.steps < 64)
     SELECT rights_uri FROM up WHERE rights_uri IS NOT NULL LIMIT 1), i.rights_uri)`;

/** One that Europeana takes, of an image, as each says itself or the unit says of all; asked only of what has images. */
const hasRights = `EXISTS (SELECT FROM (SELECT ${rightsOf} AS uri) own JOIN eli4u.digital_object o ON o.record_id = r.id
  WHERE ${onTheWeb} AND ${taken('coalesce(o.rights_uri, own.uri)')})`;

/** Whether a root is Europeana's for what lies below it is found afterwards (subtreesSql). */
const recordsSql = upsert(
  'record',
  `SELECT r.id, d.forced, r.level, CASE WHEN ${shown('top')} THEN top.id END AS root_id,
      ((CASE WHEN r.parent_id IS NULL THEN ${abilities.findingAid} ELSE 0 END)
       | (CASE WHEN r.level IN ${upperLevels} THEN ${abilities.upperLevel} ELSE 0 END)
       | (CASE WHEN r.visibility = 'open' AND r.digital AND ${isReproduced} THEN ${abilities.digital} | CASE WHEN ${hasRights} THEN ${abilities.europeana} ELSE 0 END ELSE 0 END)
       | (CASE WHEN ${hasManifest('r', 'i')} THEN ${abilities.images} ELSE 0 END))::smallint AS able
     FROM due d JOIN eli4u.record r ON r.id = d.id AND ${shown('r')} JOIN eli4u.institution i ON i.id = r.repository_id
     LEFT JOIN eli4u.record top ON top.id = r.root_id`,
  `CASE WHEN n.able & ${abilities.findingAid} <> 0 THEN ${abilities.europeana} ELSE 0 END`,
);

const agentsSql = upsert(
  'agent',
  `SELECT a.id, d.forced, NULL::text AS level, NULL::text AS root_id,
      (CASE WHEN EXISTS (SELECT FROM eli4u.record_agent l JOIN eli4u.record r ON r.id = l.record_id AND ${shown('r')}
                          WHERE l.agent_id = a.id AND l.role = 'creator' AND ${shownTie('l')}) THEN ${abilities.creator} ELSE 0 END)::smallint AS able
     FROM due d JOIN eli4u.agent a ON a.id = d.id AND a.deleted_at IS NULL AND ${shownAgent('a')}`,
);

const institutionsSql = upsert(
  'institution',
  `SELECT i.id, d.forced, NULL::text AS level, NULL::text AS root_id, 0::smallint AS able
     FROM due d JOIN eli4u.institution i ON i.id = d.id AND ${shownInstitution('i')}`,
);

/** The row stays as it was, and says so: those who harvest a set or a format hear that it is gone from there. */
const tombstonesSql = `UPDATE eli4u.disseminated x SET deleted = true, stamp = $2::timestamptz, subtree_stamp = CASE WHEN x.subtree_stamp IS NOT NULL THEN $2::timestamptz END
  FROM ${each('$1')} WHERE x.id = each.id AND NOT x.deleted
    AND NOT EXISTS (SELECT FROM eli4u.record r WHERE r.id = x.id AND ${shown('r')})
    AND NOT EXISTS (SELECT FROM eli4u.agent a WHERE a.id = x.id AND a.deleted_at IS NULL AND ${shownAgent('a')})
    AND NOT EXISTS (SELECT FROM eli4u.institution i WHERE i.id = x.id AND ${shownInstitution('i')})`;

/** Of the roots above what was stamped: when their finding aid last changed, and whether Europeana's images lie in it. */
const subtreesSql = `UPDATE eli4u.disseminated x SET subtree_stamp = $2::timestamptz, able = n.able, ever_able = x.ever_able | n.able,
    stamp = CASE WHEN n.able <> x.able THEN $2::timestamptz ELSE x.stamp END
  FROM (SELECT t.id, ((t.able & ~(${abilities.europeana})) | CASE WHEN EXISTS (SELECT FROM eli4u.disseminated b
            WHERE b.root_id = t.id AND b.able & ${abilities.europeana} <> 0 AND NOT b.deleted AND (b.id <> t.id OR b.able & ${abilities.digital} <> 0))
           AND EXISTS (SELECT FROM eli4u.record r JOIN eli4u.institution i ON i.id = r.repository_id
             WHERE r.id = t.id AND r.visibility = 'open' AND (${taken('coalesce(r.rights_uri, i.rights_uri)')} OR ${hasRights}))
          THEN ${abilities.europeana} ELSE 0 END)::smallint AS able
        FROM ${each('$1')} JOIN eli4u.disseminated t ON t.id = each.id WHERE t.subtree_stamp IS NOT NULL) n
  WHERE x.id = n.id AND NOT x.deleted`;
