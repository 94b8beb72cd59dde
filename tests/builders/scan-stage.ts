import { mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type pg from 'pg';
import sharp, { type Color } from 'sharp';
import type { FileReport } from '#ingest/report.ts';
import { run } from '#ingest/run.ts';
import { findImageSet } from '#lib/store/images/find-image-set.ts';
import { pyramidPath } from '#lib/store/images/pyramid-path.ts';
import { createPool } from '#lib/store/pool.ts';
import { identifierOf } from '#lib/records/identifier.ts';
import { freshDatabase } from '#tests/setup/database.ts';

/** Where scans of one unit come in: a database with that unit, a folder of data, and one in which scans lie. */
export interface ScanStage {
  url: string;
  pool: pg.Pool;
  dataDir: string;
  scans: string;
  record: string;
  load(given?: { place?: string; dryRun?: boolean; record?: string | null }): Promise<ScanLoad>;
  /** Labels, names and ids of the images of the unit, in their order. */
  images(): Promise<{ id: string; label: string | null; name: string; page: number }[]>;
  /** The pyramid of the nth image of the unit, counted from 1. */
  pyramid(nth: number): Promise<string>;
  /** All images and what was laid out for them go; the unit stays. */
  clear(): Promise<void>;
  end(): Promise<void>;
}

export interface ScanLoad {
  read: number;
  created: number;
  changed: number;
  unchanged: number;
  deleted: number;
  quarantined: number;
  problems: string[];
}

export async function openScanStage(): Promise<ScanStage> {
  const database = await freshDatabase();
  const pool = createPool(database.appUrl, { applicationName: 'test', max: 4 });
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'eli4u-data-'));
  const scans = await mkdtemp(path.join(os.tmpdir(), 'eli4u-scans-'));
  const record = identifierOf(20);
  const institution = identifierOf(9);
  await pool.query(`INSERT INTO eli4u.institution (id, code, name) VALUES ($1, 'IT-1', 'Archivio')`, [institution]);
  await pool.query(
    `INSERT INTO eli4u.record (id, repository_id, root_id, position, depth, level, title, reference_code, description, visibility)
     VALUES ($1, $2, $1, 1, 0, 'item', 'Registro', 'reg. 1', '{}', 'open')`,
    [record, institution],
  );
  return {
    url: database.appUrl,
    pool,
    dataDir,
    scans,
    record,
    async load({ place = scans, dryRun = false, record: unit = record } = {}) {
      const reports: FileReport[] = [];
      const watch = {
        files: () => undefined,
        progress: () => undefined,
        file: (report: FileReport) => void reports.push(report),
      };
      const request = { paths: [place], dryRun, repository: null, record: unit };
      const counts = await run(request, {
        pool,
        dataDir,
        today: '2026-11-27',
        baseUrl: 'http://localhost:3000',
        watch,
      });
      return { ...counts, problems: reports.flatMap(({ problems }) => problems.map(({ message }) => message)) };
    },
    async images() {
      const set = await findImageSet(pool, record);
      const { rows } = await pool.query<{ id: string; name: string }>(
        'SELECT id, original_name AS name FROM eli4u.image',
      );
      const names = new Map(rows.map(({ id, name }) => [id, name]));
      return (set?.images ?? []).map(({ id, label, page }) => ({ id, label, page, name: names.get(id) ?? '' }));
    },
    async pyramid(nth) {
      const { rows } = await pool.query<{ key: string }>(
        'SELECT pyramid_key AS key FROM eli4u.image WHERE record_id = $1 AND page = $2',
        [record, nth],
      );
      return pyramidPath(dataDir, rows[0]?.key ?? '');
    },
    async clear() {
      await pool.query('DELETE FROM eli4u.digital_object');
      await pool.query('DELETE FROM eli4u.image_set');
      await pool.query('DELETE FROM eli4u.source_file');
      for (const folder of [dataDir, scans]) await emptied(folder);
    },
    async end() {
      await pool.end();
      await database.drop();
      for (const folder of [dataDir, scans]) await rm(folder, { recursive: true, force: true });
    },
  };
}

async function emptied(folder: string): Promise<void> {
  for (const name of await readdir(folder)) await rm(path.join(folder, name), { recursive: true, force: true });
}

/** A plain picture. */
export const plainPicture = (width: number, height: number, background: Color = '#a33') =>
  sharp({ create: { width, height, channels: 3, background } });
