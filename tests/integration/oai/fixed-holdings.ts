import type pg from 'pg';
import { identifierOf } from '#lib/records/identifier.ts';
import { stampChanges } from '#lib/store/dissemination/stamp-changes.ts';

/** What the cases of OAI-PMH are asked of: a small store in which nothing moves, so that answers are compared to the letter. */
export const fixed = {
  institution: identifierOf(1),
  comune: identifierOf(2),
  /** Known by name, from a hidden unit only. */
  secret: identifierOf(3),
  fonds: identifierOf(10),
  series: identifierOf(11),
  file: identifierOf(12),
  /** Described: kept back until a day. */
  closed: identifierOf(13),
  /** With images under a rights URI. */
  digital: identifierOf(14),
  /** Title and scope with all that XML has no character for. */
  strange: identifierOf(15),
  deleted: identifierOf(16),
  /** Shown once, hidden since. */
  reserved: identifierOf(17),
  /** Never shown. */
  hidden: identifierOf(18),
  otherFonds: identifierOf(20),
} as const;

/** The day on which the store was filled, each thing a second after the one before; and when harvests come. */
const filled = Date.parse('2026-01-01T00:00:00Z') / 1000;
export const asked = Date.parse('2026-03-01T12:00:00Z') / 1000;

/** Control characters, the end of CDATA, mark-up and letters beyond the 16 bits. PostgreSQL itself keeps no NUL and no lone surrogates. */
export const strangeText = `A\u0001\u0008\u000B\u001F\uFFFE\uFFFF ]]> <b> &amp; "' \u{1F4DC}\u0085\u2028`;

export async function fillFixedHoldings(pool: pg.Pool): Promise<void> {
  await pool.query(
    `INSERT INTO eli4u.institution (id, code, name, description, metadata_licence, rights_uri)
     VALUES ($1, 'IT-T', 'Archivio di prova', '{"place": "Padova", "history": ["Fondato nel 1300."]}',
             'https://creativecommons.org/publicdomain/zero/1.0/', 'http://rightsstatements.org/vocab/NoC-OKLR/1.0/')`,
    [fixed.institution],
  );
  await pool.query(
    `INSERT INTO eli4u.agent (id, kind, authorised_name, name_key, date_display, stub) VALUES
       ($1, 'corporateBody', 'Comune di Padova', 'comune di padova', 'sec. XII -', false), ($2, 'person', 'Segreto', 'segreto', NULL, true)`,
    [fixed.comune, fixed.secret],
  );
  await insert(pool, { id: fixed.fonds, parent: null, level: 'fonds', title: 'Estimi', code: 'E' });
  await insert(pool, { id: fixed.otherFonds, parent: null, level: 'fonds', title: 'Ducali', code: 'D' });
  await insert(pool, { id: fixed.series, parent: fixed.fonds, level: 'series', title: 'Polizze' });
  await insert(pool, { id: fixed.file, parent: fixed.series, level: 'file', title: 'Polizze del 1418', code: 'B. 1' });
  await insert(pool, {
    id: fixed.closed,
    parent: fixed.series,
    level: 'file',
    title: 'Reclami',
    visibility: 'described',
  });
  await insert(pool, { id: fixed.digital, parent: fixed.series, level: 'item', title: 'Mappa', digital: true });
  await insert(pool, { id: fixed.strange, parent: fixed.series, level: 'other', title: strangeText });
  await insert(pool, { id: fixed.deleted, parent: fixed.series, level: 'file', title: 'Cancellata' });
  await insert(pool, { id: fixed.reserved, parent: fixed.series, level: 'file', title: 'Riservata' });
  await insert(pool, {
    id: fixed.hidden,
    parent: fixed.series,
    level: 'file',
    title: 'Nascosta',
    visibility: 'hidden',
  });
  await pool.query(
    `INSERT INTO eli4u.digital_object (id, record_id, position, href) VALUES ('o1', $1, 1, 'https://example.org/1.jpg')`,
    [fixed.digital],
  );
  await pool.query(
    `INSERT INTO eli4u.record_agent (record_id, ordinal, agent_id, role) VALUES ($1, 1, $3, 'creator'), ($2, 1, $4, 'subject')`,
    [fixed.fonds, fixed.hidden, fixed.comune, fixed.secret],
  );
  await stampChanges(pool, () => filled * 1000);
  await pool.query(`UPDATE eli4u.record SET deleted_at = now() WHERE id = $1`, [fixed.deleted]);
  await pool.query(`UPDATE eli4u.record SET visibility = 'hidden' WHERE id = $1`, [fixed.reserved]);
  await stampChanges(pool, () => (filled + 3600) * 1000);
  // A second for each, in the order of ids; what is gone went in February.
  await pool.query(
    `WITH one AS (SELECT id, to_timestamp($1 + row_number() OVER (ORDER BY deleted, id) + CASE WHEN deleted THEN 3000000 ELSE 0 END) AS at FROM eli4u.disseminated)
     UPDATE eli4u.disseminated d SET stamp = one.at, subtree_stamp = CASE WHEN subtree_stamp IS NOT NULL THEN one.at END FROM one WHERE one.id = d.id`,
    [filled],
  );
  await pool.query(`UPDATE eli4u.dissemination_clock SET published = to_timestamp($1), given = to_timestamp($1)`, [
    asked,
  ]);
}

interface Unit {
  id: string;
  parent: string | null;
  level: string;
  title: string;
  code?: string;
  visibility?: string;
  digital?: boolean;
}

async function insert(pool: pg.Pool, unit: Unit): Promise<void> {
  const description = {
    elements: { scopeAndContent: [{ html: '', text: unit.title }] },
    languages: ['ita'],
    extents: ['1 busta'],
  };
  await pool.query(
    `INSERT INTO eli4u.record (id, repository_id, parent_id, root_id, position, depth, level, title, reference_code, visibility, consultable_from,
       digital, description, date_display, date_start, date_end)
     VALUES ($1, $2, $3, coalesce((SELECT root_id FROM eli4u.record WHERE id = $3), $1), 1, coalesce((SELECT depth + 1 FROM eli4u.record WHERE id = $3), 0),
       $4, $5, $6, $7, $8, $9, $10, '1418', '1418-01-01', '1418-12-31')`,
    [
      unit.id,
      fixed.institution,
      unit.parent,
      unit.level,
      unit.title,
      unit.code ?? null,
      unit.visibility ?? 'open',
      unit.visibility === 'described' ? '2031-01-01' : null,
      unit.digital ?? false,
      JSON.stringify(description),
    ],
  );
}
