import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePyramid } from '#lib/images/make-pyramid.ts';
import { pyramidKeyOf, pyramidPath } from '#lib/store/images/pyramid-path.ts';
import { createPool } from '#lib/store/pool.ts';
import { writeImageSet } from '#lib/store/images/write-image-set.ts';
import { loadDemoHoldings } from '#tests/bench/relevance/demo-holdings.ts';
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts';
import { drawReferenceImage, missingIiifValidator, validateImages } from '#tests/setup/iiif-validator.ts';
import { serveImages, type ImageServer } from '#tests/setup/image-server.ts';

const missing = missingIiifValidator();

describe.skipIf(missing)(`the validator of the Image API${missing ? ` (SKIPPED: ${missing})` : ''}`, () => {
  let database: FreshDatabase;
  let pool: pg.Pool;
  let dataDir: string;
  let server: ImageServer;
  let id = '';

  beforeAll(async () => {
    database = await freshDatabase();
    pool = createPool(database.appUrl, { applicationName: 'test', max: 4 });
    dataDir = await mkdtemp(path.join(os.tmpdir(), 'eli4u-validator-'));
    await loadDemoHoldings(pool);
    id = await putReferenceImage();
    server = await serveImages(pool, dataDir);
  }, 120_000);
  afterAll(async () => {
    await server.close();
    await pool.end();
    await database.drop();
    await rm(dataDir, { recursive: true, force: true });
  });

  async function putReferenceImage(): Promise<string> {
    const file = path.join(dataDir, 'reference.png');
    await drawReferenceImage(file);
    const bytes = await readFile(file);
    const hash = createHash('sha256').update(bytes).digest('hex');
    const pyramidKey = pyramidKeyOf(hash, 1);
    const size = await makePyramid(file, 0, pyramidPath(dataDir, pyramidKey));
    const { rows } = await pool.query<{ id: string }>(
      `SELECT id FROM eli4u.record WHERE level = 'file' AND visibility = 'open' AND NOT digital ORDER BY id LIMIT 1`,
    );
    const recordId = rows[0]?.id ?? '';
    await writeImageSet(pool, {
      recordId,
      origin: 'folder',
      sourceName: 'reference',
      sourceHash: hash,
      viewingDirection: 'left-to-right',
      paged: false,
      rightsUri: null,
      requiredStatement: null,
      structures: [],
      images: [
        {
          originalName: 'reference.png',
          originalPage: 1,
          label: null,
          ...size,
          mediaType: 'image/png',
          rightsUri: null,
          place: { kind: 'held', pyramidKey, hash, bytes: bytes.length, type: 'image/png' },
          text: null,
        },
      ],
    });
    const images = await pool.query<{ id: string }>('SELECT id FROM eli4u.image WHERE record_id = $1', [recordId]);
    return images.rows[0]?.id ?? '';
  }

  it('finds nothing wrong at level 2 of version 3.0', async () => {
    const { code, said } = await validateImages(new URL(server.url).host, 'iiif/image', id);
    expect(said).not.toMatch(/\bFAIL\b|Traceback/);
    expect(said.match(/\bPASS\b/g)?.length ?? 0).toBeGreaterThanOrEqual(30);
    expect(code).toBe(0);
  }, 120_000);
});
