import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { readConfig } from '#lib/config.ts';
import { attachDatabase } from '#lib/store/cluster.ts';
import { withClient } from '#lib/store/prepare-database.ts';
import { ead, unit } from '#tests/builders/ead.ts';

/** Units that the demonstration holdings lack, by what they are for. */
export interface AddedUnits {
  fonds: string;
  /** A series with a hidden unit between two public ones. */
  partlyHidden: string;
  firstShown: string;
  /** A series with nothing public in it. */
  whollyHidden: string;
  /** A series longer than one page of the tree. */
  long: string;
  reproductions: string;
  /** Deleted. */
  gone: string;
  /** Stored in a form that cannot be read, so that its page throws. */
  broken: string;
  /** Of a fonds written by an enemy: the fonds, a unit of it, one that is hidden, and who is named only there. */
  hostile: string;
  hostileUnit: string;
  hidden: string;
  hiddenName: string;
  /** A granted request to read from the deposit: of the citizen of the demonstration. */
  readingRequest: string;
}

/** What the enemy's fonds is full of, and a word of its titles. */
export const hostileText = '"><script>alert(1)</script>';

const longSeries = 70;
const titles = {
  fonds: 'Fondo per le prove',
  partlyHidden: 'Serie con una unità riservata',
  firstShown: 'Prima unità in vista',
  whollyHidden: 'Serie tutta riservata',
  long: 'Serie lunga',
  reproductions: 'Registro riprodotto',
  gone: 'Unità tolta',
  broken: 'Unità guasta',
  hostile: `Avversario ${hostileText}`,
  hostileUnit: `=Avversario in unità ${hostileText}`,
} as const satisfies Partial<Record<keyof AddedUnits, string>>;

/** Adds them as an archivist would, by ingest; then takes one away the same way, and breaks one where nobody but the database's owner can. */
export async function addTestHoldings(site: string, dataDir: string): Promise<AddedUnits> {
  await ingest(dataDir, findingAid(true));
  await ingest(dataDir, hostileFindingAid());
  const ids = {} as AddedUnits;
  for (const [name, title] of Object.entries(titles)) ids[name as keyof AddedUnits] = await idOf(site, title);
  await ingest(dataDir, findingAid(false));
  const database = await attachDatabase(readConfig({ DATA_DIR: dataDir }));
  try {
    await withClient(database.ownerUrl, (client) =>
      client.query(`UPDATE eli4u.record SET description = jsonb_set(description, '{extents}', '5') WHERE id = $1`, [
        ids.broken,
      ]),
    );
    await withClient(database.ownerUrl, async (client) => {
      const one = async (sql: string) => (await client.query<{ id: string }>(sql)).rows[0]?.id ?? '';
      ids.hidden = await one(`SELECT id FROM eli4u.record WHERE title = 'Carte celate'`);
      ids.hiddenName = await one(`SELECT id FROM eli4u.agent WHERE authorised_name = 'Celati, Anna'`);
      // Nobody of those who can sign in has one: this becomes the citizen's.
      ids.readingRequest = await one(
        `UPDATE eli4u.procedure SET applicant_agent = (SELECT agent_id FROM eli4u.demo_citizen WHERE persona = 'cittadina')
          WHERE id = (SELECT min(id) FROM eli4u.procedure WHERE type_code = 'consultazione-deposito' AND outcome = 'granted') RETURNING id`,
      );
    });
  } finally {
    await database.release();
  }
  return ids;
}

function findingAid(withGone: boolean): string {
  const dao = (page: number) =>
    `<dao daotype="derived" href="https://images.example.org/registro/${page}.jpg" linktitle="c. ${page}r"/>`;
  return ead({
    recordid: 'prove-e2e',
    title: titles.fonds,
    children: [
      unit(titles.partlyHidden, {
        id: 's1',
        level: 'series',
        children: [
          unit(titles.firstShown, { id: 'u1', unitid: 'prova 1', date: '1501' }),
          unit('Carte occultate', { id: 'u2', audience: 'internal' }),
          unit('Seconda unità in vista', { id: 'u3', unitid: 'prova 3', date: '1503' }),
        ],
      }),
      unit(titles.whollyHidden, {
        id: 's2',
        level: 'series',
        children: [unit('Altre carte occultate', { id: 'u4', audience: 'internal' })],
      }),
      unit(titles.long, {
        id: 's3',
        level: 'series',
        children: Array.from({ length: longSeries }, (_, index) =>
          unit(`Filza ${index + 1}`, { id: `f${index + 1}`, unitid: `filza ${index + 1}` }),
        ),
      }),
      unit(titles.reproductions, { id: 'u5', did: `<daoset>${[1, 2, 3].map(dao).join('')}</daoset>` }),
      ...(withGone ? [unit(titles.gone, { id: 'u6' })] : []),
      unit(titles.broken, { id: 'u7' }),
    ],
  });
}

function hostileFindingAid(): string {
  const text = escaped(hostileText);
  return ead({
    recordid: 'prove-ostili',
    title: escaped(titles.hostile),
    children: [
      unit(escaped(titles.hostileUnit), {
        id: 'o1',
        unitid: text,
        did:
          `<dao daotype="derived" href="javascript:alert(1)" linktitle="inganno"/>` +
          `<dao daotype="derived" href="https://images.example.org/${text}" linktitle="${text}"/>`,
        body:
          `<scopecontent><p>${text} <ref href="javascript:alert(1)">inganno</ref></p></scopecontent>` +
          `<controlaccess><subject><part>${text}</part></subject></controlaccess>`,
      }),
      unit('Carte celate', {
        id: 'o2',
        audience: 'internal',
        body: '<controlaccess><persname><part>Celati, Anna</part></persname></controlaccess>',
      }),
    ],
  });
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

async function ingest(dataDir: string, text: string): Promise<void> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'eli4u-e2e-ead-'));
  try {
    const file = path.join(folder, 'prove.xml');
    await writeFile(file, text);
    const { DATABASE_URL: _other, ...env } = process.env;
    const child = spawn(process.execPath, ['--import', 'tsx', 'ingest/cli.ts', file], {
      env: { ...env, DATA_DIR: dataDir },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const [code] = (await once(child, 'exit')) as [number | null];
    if (code !== 0) throw new Error(`the holdings of the tests were not loaded:\n${output.slice(-2000)}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function idOf(site: string, title: string): Promise<string> {
  const response = await fetch(
    `${site}/api/v1/search?${new URLSearchParams({ q: title.replace(/[^\p{L}\p{N}]+/gu, ' ') })}`,
  );
  const { hits } = (await response.json()) as { hits: { id: string; title: string }[] };
  const hit = hits.find((one) => one.title === title);
  if (!hit) throw new Error(`not found: ${title}`);
  return hit.id;
}
