import type pg from 'pg';
import { isIdentifier } from '#lib/records/identifier.ts';
import { levelHeight } from '#lib/records/level.ts';
import type { Sensitivity } from '#lib/records/phase.ts';
import { institutionDescriptionSchema } from '#lib/records/institution.ts';
import { readPublicDescription } from './description-edge.ts';
import { findAgentsOf, findDigitalObjects, findPlace, findRelated } from './record-parts.ts';
import { lineColumns, lineOf, type LineRow } from './record-rows.ts';
import { shown } from '#lib/store/shown.ts';
import { inheritedFrom } from './inherited.ts';
import type { Lookup, RecordView } from '#lib/records/public-views.ts';

interface SelfRow extends LineRow {
  root_id: string;
  parent_id: string | null;
  position: number;
  internal: boolean;
  former_codes: string[];
  description: unknown;
  sensitivity: Sensitivity;
  consultable_from: string | null;
  metadata_licence: string | null;
  rights_uri: string | null;
  changed_at: string;
  deleted_at: string | null;
  institution_id: string;
  institution_code: string;
  institution_name: string;
  institution_description: unknown;
  institution_licence: string | null;
  institution_rights: string | null;
}

/** A unit above, with the elements that those below may take from it. */
export interface AncestorRow extends LineRow {
  inheritable: unknown;
  metadata_licence: string | null;
  rights_uri: string | null;
  index: number;
  total: number;
}

/** The record for its page: six questions, the last five at once. `hidden` and unknown give null, a tombstone `gone`. */
export async function findRecord(pool: pg.Pool, id: string): Promise<Lookup<RecordView>> {
  if (!isIdentifier(id)) return null;
  const self = await findSelf(pool, id);
  if (!self) return null;
  // Whoever was never public leaves no public tombstone either.
  if (self.visibility === 'hidden' || self.internal) return null;
  if (self.deleted_at) return { state: 'gone', deletedAt: self.deleted_at };
  const [ancestors, agents, digitalObjects, related, place] = await Promise.all([
    findAncestors(pool, self.parent_id),
    findAgentsOf(pool, self.id, self.parent_id),
    self.visibility === 'open' ? findDigitalObjects(pool, self.id) : [],
    findRelated(pool, self.id),
    self.parent_id ? findPlace(pool, { id: self.id, parentId: self.parent_id, position: self.position }) : null,
  ]);
  const description = readPublicDescription(self.description);
  const own = agents.filter((agent) => agent.recordId === self.id).map((agent) => agent.link);
  // Its own, else of the nearest unit above that says so, else its custodian's.
  const nearest = (what: 'metadata_licence' | 'rights_uri') =>
    [...ancestors, self].findLast((unit) => unit[what] !== null)?.[what] ?? null;
  const bequests = ancestors.map((row) => ({ ...row, description: readPublicDescription(row.inheritable) }));
  return {
    state: 'found',
    value: {
      ...lineOf(self),
      rootId: self.root_id,
      parentId: self.parent_id,
      formerCodes: self.former_codes,
      description,
      sensitivity: self.sensitivity,
      consultableFrom: self.consultable_from,
      metadataLicence: nearest('metadata_licence') ?? self.institution_licence,
      rightsUri: nearest('rights_uri') ?? self.institution_rights,
      changedAt: self.changed_at,
      institution: {
        id: self.institution_id,
        code: self.institution_code,
        name: self.institution_name,
        description: institutionDescriptionSchema.parse(self.institution_description),
      },
      ancestors: ancestors.map((row) => ({ ...lineOf(row), index: row.index, total: row.total })),
      agents: own,
      digitalObjects,
      related,
      inherited: inheritedFrom(bequests, agents, { description, agents: own, isFonds: levelHeight[self.level] === 0 }),
      place,
    },
  };
}

async function findSelf(pool: pg.Pool, id: string): Promise<SelfRow | undefined> {
  const { rows } = await pool.query<SelfRow>({
    name: 'reading-record',
    text: `SELECT ${lineColumns('r')}, r.root_id, r.parent_id, r.position, r.internal, r.former_codes, r.description, r.sensitivity,
        r.consultable_from, r.metadata_licence, r.rights_uri, r.changed_at, r.deleted_at,
        i.id AS institution_id, i.code AS institution_code, i.name AS institution_name, i.description AS institution_description,
        i.metadata_licence AS institution_licence, i.rights_uri AS institution_rights
      FROM eli4u.record r JOIN eli4u.institution i ON i.id = r.repository_id WHERE r.id = $1`,
    values: [id],
  });
  return rows[0];
}

/** Root first. A unit above that the public may not see is left out, not named. */
async function findAncestors(pool: pg.Pool, parentId: string | null): Promise<AncestorRow[]> {
  if (!parentId) return [];
  const { rows } = await pool.query<AncestorRow>({
    name: 'reading-ancestors',
    text: `WITH RECURSIVE above AS (
        SELECT r.*, 1 AS steps FROM eli4u.record r WHERE r.id = $1
        UNION ALL
        SELECT p.*, above.steps + 1 FROM above JOIN eli4u.record p ON p.id = above.parent_id WHERE above.steps < 64
      )
      SELECT ${lineColumns('above')}, jsonb_build_object(
          'languages', coalesce(above.description -> 'languages', '[]'),
          'elements', jsonb_strip_nulls(jsonb_build_object(
            'conditionsOfAccess', above.description -> 'elements' -> 'conditionsOfAccess',
            'conditionsOfReproduction', above.description -> 'elements' -> 'conditionsOfReproduction'))) AS inheritable,
        above.metadata_licence, above.rights_uri, coalesce(place.before, 0) + 1 AS index, coalesce(place.total, 1) AS total
      FROM above LEFT JOIN LATERAL (
        SELECT count(*) FILTER (WHERE (s.position, s.id) < (above.position, above.id)) AS before, count(*) AS total
          FROM eli4u.record s WHERE s.parent_id = above.parent_id AND ${shown('s')}) place ON above.parent_id IS NOT NULL
     WHERE ${shown('above')} ORDER BY above.steps DESC`,
    values: [parentId],
  });
  return rows;
}
