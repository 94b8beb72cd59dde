import type pg from 'pg';
import { keepDocument } from '#lib/store/documents/keep.ts';
import type { KeptDocument } from '#lib/store/documents/storage-key.ts';
import type { Comune } from '#lib/procedures/comune.ts';
import type { Day } from '#lib/procedures/day.ts';
import { createCurrentArchive, currentVisibility, type Series } from '#lib/store/procedures/current-archive.ts';
import { createIdSource } from '#lib/store/procedures/id-source.ts';
import { inTransaction } from '#lib/store/procedures/in-transaction.ts';
import { referenceCode } from '#lib/fascicoli/reference-code.ts';
import { nextFascicolo, saveFascicolo } from '#lib/store/fascicoli/save-fascicolo.ts';
import { saveRetention } from './save-retention.ts';

/** A fascicolo that was closed before there was this system, as it is taken into the deposit. */
export interface PastFile {
  /** Voice of the titolario. */
  title: string;
  class: number;
  /** The responsible office, or what took its place. */
  unit: string;
  name: string;
  /** As it was registered: may name persons. */
  subject: string;
  party: string;
  openedOn: Day;
  closedOn: Day;
  disposition: 'keep' | 'destroy';
  /** The day on which its keeping ends; null where it never does. */
  keptUntil: Day | null;
  reason: string;
  document: { name: string; format: string; bytes: Uint8Array };
}

/** Takes fascicoli of the past into the deposit, all of them once; false where that was done before. @param key says which ones they are */
export async function savePastFiles(
  parts: { pool: pg.Pool; dataDir: string; comune: () => Comune; titolario: string; now: Date },
  key: string,
  files: readonly PastFile[],
): Promise<boolean> {
  const { pool, dataDir, now } = parts;
  const known = await pool.query('SELECT FROM eli4u.setting WHERE key = $1', [key]);
  if (known.rowCount) return false;
  const seriesOf = createCurrentArchive(pool, parts.comune);
  const ids = await createIdSource(pool)(files.length * 3);
  const ready: { file: PastFile; series: Series; kept: KeptDocument }[] = [];
  for (const file of files)
    ready.push({
      file,
      series: await seriesOf({ titolario: parts.titolario, title: file.title, class: file.class, kind: 'affare' }),
      kept: await keepDocument(dataDir, file.document.bytes),
    });
  return inTransaction(pool, async (client) => {
    const claimed = await client.query(
      `INSERT INTO eli4u.setting (key, value) VALUES ($1, 'true') ON CONFLICT DO NOTHING`,
      [key],
    );
    if (!claimed.rowCount) return { keep: false, value: false };
    for (const [i, { file, series, kept }] of ready.entries()) {
      const number = await nextFascicolo(client, { title: file.title, class: file.class }, file.openedOn);
      const [record = '', item = '', agent = ''] = ids.slice(i * 3);
      await client.query(
        `INSERT INTO eli4u.record (id, repository_id, parent_id, root_id, position, depth, level, unit_type, reference_code, title, title_lang, object,
           date_start, date_end, phase, visibility, opened_on, closed_on)
         VALUES ($1, $2, $3, $4, nextval('eli4u.fascicolo_position'), 2, 'file', 'fascicolo', $5, $6, 'it', $7, $8, $9, 'deposit', $10, $8, $9)`,
        [
          record,
          series.repository,
          series.id,
          series.root,
          referenceCode(number),
          file.name,
          file.subject,
          file.openedOn,
          file.closedOn,
          currentVisibility,
        ],
      );
      await saveFascicolo(client, {
        id: record,
        kind: 'affare',
        titolario: parts.titolario,
        number,
        openedOn: file.openedOn,
        closedOn: file.closedOn,
        unit: file.unit,
        words: [file.name, file.subject],
      });
      await client.query(
        `INSERT INTO eli4u.agent (id, kind, authorised_name, name_key, stub, internal) VALUES ($1, 'person', $2, $3, true, true)`,
        [agent, file.party, `demo ${agent}`],
      );
      await client.query(
        `INSERT INTO eli4u.record_agent (record_id, ordinal, agent_id, role, internal) VALUES ($1, 0, $2, 'party', true)`,
        [record, agent],
      );
      await client.query(
        `INSERT INTO eli4u.record (id, repository_id, parent_id, root_id, position, depth, level, title, title_lang, date_start, date_end, phase, visibility, digital)
         VALUES ($1, $2, $3, $4, 1000, 3, 'item', $5, 'it', $6, $6, 'deposit', $7, true)`,
        [item, series.repository, record, series.root, file.document.name, file.closedOn, currentVisibility],
      );
      await client.query(
        // A request came in: who has a permit for the deposit reads it, as nobody reads what is the office's own.
        `INSERT INTO eli4u.document (record_id, hash, format, bytes, storage_key, flow) VALUES ($1, $2, $3, $4, $5, 'in')`,
        [item, kept.sha256, file.document.format, kept.bytes, kept.storageKey],
      );
      await client.query(
        `INSERT INTO eli4u.procedure_document (record_id, procedure_id, ordinal, kind, added_at, added_by) VALUES ($1, $2, 1, 'other', $3, 'system')`,
        [item, record, now],
      );
      await saveRetention(client, record, {
        how: 'byHand',
        rule: null,
        disposition: file.disposition,
        from: file.closedOn,
        on: file.keptUntil,
        reason: file.reason,
        by: 'system',
        at: now,
      });
    }
    return { keep: true, value: true };
  });
}
