/**
 * Documents over HTTP on the built site: uploads and whole fascicoli as ZIP, each beside a bare server that moves the same bytes and with the most
 * memory that the web process held; and how long a fascicolo of many documents takes to open.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { z } from 'zod';
import { prepareStaff } from '#lib/launcher/prepare-staff.ts';
import { addClient } from '#lib/store/api-clients.ts';
import { createPool } from '#lib/store/pool.ts';
import { createProcedureTypes } from '#lib/store/procedure-types.ts';
import { createProcedureStore } from '#lib/store/procedures/procedure-store.ts';
import { syncTypes } from '#lib/store/procedures/sync-types.ts';
import { fillFascicolo } from '#tests/builders/large-fascicolo.ts';
import { filed, morningOf } from '#tests/builders/procedure-desk.ts';
import { signInOver } from './bench-session.ts';
import { peakMemory } from './peak-memory.ts';
import { quantile } from './quantile.ts';
import { withSite, type BenchSite } from './site.ts';
import type { Row } from './table.ts';

const mega = 1_000_000;
const rounds = 3;
const opened = 40;

/** @param sizes documents of the fascicoli that are opened */
export async function benchDocuments(
  owner: pg.Pool,
  appUrl: string,
  sizes: readonly number[],
  uploads: readonly number[] = [5, 50, 500],
  archives: readonly number[] = [200, 1000, 2000],
): Promise<Row[]> {
  await prepareStaff(appUrl, { signIn: { kind: 'demo' } });
  return withSite(appUrl, {}, async (base, site) => {
    const types = createProcedureTypes('schemas/procedures');
    await syncTypes(owner, types.sources());
    const now = () => morningOf('2026-03-02');
    const pool = createPool(appUrl, { applicationName: 'bench', max: 4 });
    const store = createProcedureStore({ pool, dataDir: site.dataDir, types, now });
    const aCase = async () => {
      const { id } = await filed(store);
      await owner.query(
        `UPDATE eli4u.procedure SET unit = $2, document = jsonb_set(document, '{unit}', to_jsonb($2::text)) WHERE id = $1`,
        [id, 'edilizia-privata'],
      );
      return id;
    };
    const cookie = await signInOver(base, 'responsabile');
    const rows: Row[] = [];
    for (const documents of sizes) {
      const id = await aCase();
      await fillFascicolo(owner, id, documents);
      await owner.query('VACUUM ANALYZE eli4u.procedure_document, eli4u.document, eli4u.record');
      rows.push(...(await benchOpening(base, cookie, id, documents)));
    }
    const files = await aHeapOfFiles(site.dataDir, Math.max(...archives) / 20);
    const floor = await startFloor(
      site.dataDir,
      files.map(({ file }) => file),
    );
    try {
      const client = await addClient(owner, { name: 'bench', scopes: ['documents:add'], types: ['*'] });
      if (!client) throw new Error('no client');
      const id = await aCase();
      for (const megabytes of uploads) rows.push(await benchUpload(base, site, floor.base, client.key, id, megabytes));
      for (const megabytes of archives) {
        const whole = await aCase();
        const many = Math.round(megabytes / 20);
        for (const { key } of files.slice(0, many))
          await fillFascicolo(owner, whole, 1, {
            storageKey: key,
            bytes: 20 * mega,
            prefix: `${whole}${key.slice(3, 15)}`,
          });
        rows.push(await benchArchive(base, site, floor.base, cookie, whole, many));
      }
    } finally {
      floor.process.kill();
      await pool.end();
    }
    return rows;
  });
}

const columns = { 'p50 ms': '', 'p95 ms': '', 'MB/s': '', 'floor MB/s': '', ratio: '', 'peak RSS MB': '' };

async function benchOpening(base: string, cookie: string, id: string, documents: number): Promise<Row[]> {
  const address = `/ufficio/pratiche/${id}`;
  const pages = {
    'case page': address,
    'index, first page': `${address}/fascicolo`,
    'index, words and direction': `${address}/fascicolo?parole=perche+7&flusso=in`,
    'index, by date from the latest': `${address}/fascicolo?ordine=-date`,
    'index, from the middle': `${address}/fascicolo?dopo=${Math.round(documents / 2)}.${Math.round(documents / 2)}`,
    'one document': `${address}/documenti/${id}d1`,
    '(floor) liveness': '/healthz',
  };
  const rows: Row[] = [];
  for (const [what, path_] of Object.entries(pages)) {
    const times: number[] = [];
    for (let n = -10; n < opened; n++) {
      const start = performance.now();
      const answer = await fetch(base + path_, { headers: { cookie }, redirect: 'manual' });
      await answer.arrayBuffer();
      if (answer.status !== 200) throw new Error(`${path_} answered ${answer.status}`);
      if (n >= 0) times.push(performance.now() - start);
    }
    console.log(`${what}, ${documents}: ${times.length} runs`);
    rows.push({
      what,
      size: `${documents} documents`,
      ...columns,
      'p50 ms': quantile(times, 0.5),
      'p95 ms': quantile(times, 0.95),
    });
  }
  return rows;
}

/** A PDF by its beginning, and then anything: made anew each time that it is sent. */
function* bytesOf(megabytes: number): Generator<Buffer> {
  const part = Buffer.alloc(64_000, 'stima del catasto ');
  part.write('%PDF-1.7\n');
  for (let sent = 0, n = 0; sent < megabytes * mega; sent += 64_000, n++) {
    if (n > 0) part.writeUInt32LE(n, 0);
    yield Buffer.from(part.subarray(0, Math.min(64_000, megabytes * mega - sent)));
  }
}

async function benchUpload(
  base: string,
  site: BenchSite,
  floor: string,
  key: string,
  id: string,
  megabytes: number,
): Promise<Row> {
  const hash = createHash('sha256');
  for (const part of bytesOf(megabytes)) hash.update(part);
  const sha256 = hash.digest('hex');
  const send = (n: number) =>
    posted(`${base}/api/v1/procedures/${id}/documents?sha256=${sha256}`, megabytes, {
      authorization: `Bearer ${key}`,
      'content-type': 'application/octet-stream',
      'idempotency-key': `bench-${megabytes}-${n}`,
    });
  const [ours, floors]: [number[], number[]] = [[], []];
  let peak = 0;
  for (let n = 0; n < rounds; n++) {
    floors.push(await timed(() => posted(floor, megabytes, {})));
    peak = Math.max(peak, await peakMemory(site.pid(), async () => ours.push(await timed(() => send(n)))));
  }
  return compared('upload', megabytes, ours, floors, peak);
}

async function benchArchive(
  base: string,
  site: BenchSite,
  floor: string,
  cookie: string,
  id: string,
  many: number,
): Promise<Row> {
  const [ours, floors]: [number[], number[]] = [[], []];
  let peak = 0;
  for (let n = 0; n < rounds; n++) {
    floors.push(await timed(() => drained(`${floor}/${many}`, {}, many * 20 * mega)));
    const address = `${base}/ufficio/pratiche/${id}/fascicolo.zip`;
    const get = () => drained(address, { cookie }, many * 20 * mega);
    peak = Math.max(peak, await peakMemory(site.pid(), async () => ours.push(await timed(get))));
  }
  return compared('ZIP of a fascicolo', many * 20, ours, floors, peak);
}

function compared(what: string, megabytes: number, ours: number[], floors: number[], peak: number): Row {
  const rate = (times: number[]) => Math.round((megabytes * 1000) / quantile(times, 0.5));
  return {
    what,
    size: `${megabytes} MB`,
    ...columns,
    'p50 ms': quantile(ours, 0.5),
    'MB/s': rate(ours),
    'floor MB/s': rate(floors),
    ratio: (quantile(ours, 0.5) / quantile(floors, 0.5)).toFixed(2),
    'peak RSS MB': peak,
  };
}

async function posted(address: string, megabytes: number, headers: Record<string, string>): Promise<void> {
  const { status, text } = await new Promise<{ status: number; text: string }>((resolve, reject) => {
    const sending = request(
      address,
      { method: 'POST', headers: { ...headers, 'content-length': String(megabytes * mega) } },
      (answer) => {
        let said = '';
        answer.setEncoding('utf8').on('data', (part: string) => (said += part));
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text: said }));
      },
    );
    sending.once('error', reject);
    pipeline(Readable.from(bytesOf(megabytes)), sending).catch(reject);
  });
  if (status >= 300) throw new Error(`an upload was answered ${status}: ${text.slice(0, 400)}`);
}

async function drained(address: string, headers: Record<string, string>, least: number): Promise<void> {
  const bytes = await new Promise<number>((resolve, reject) => {
    request(address, { headers }, (answer) => {
      let came = 0;
      answer.on('data', (part: Buffer) => (came += part.length));
      answer.on('end', () => resolve(answer.statusCode === 200 ? came : -1)).on('error', reject);
    })
      .once('error', reject)
      .end();
  });
  if (bytes < least) throw new Error(`${address} gave ${bytes} bytes`);
}

/** Files of 20 MB below the folder of documents, each another one, under the key of its hash. */
async function aHeapOfFiles(dataDir: string, many: number): Promise<{ key: string; file: string }[]> {
  const files: { key: string; file: string }[] = [];
  for (let n = 0; n < many; n++) {
    const bytes = Buffer.concat([...bytesOf(20)]);
    bytes.write(String(n), 100);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const key = `${sha256.slice(0, 2)}/${sha256}`;
    const file = path.join(dataDir, 'documents', key);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, bytes);
    files.push({ key, file });
  }
  return files;
}

async function startFloor(dataDir: string, files: string[]): Promise<{ base: string; process: ChildProcess }> {
  const child = fork('tests/bench/floor-server.ts', [dataDir, ...files], { execArgv: ['--import', 'tsx'] });
  const { port } = await new Promise<{ port: number }>((resolve, reject) => {
    child.once('message', (said) => resolve(z.object({ port: z.number() }).parse(said)));
    child.once('error', reject);
  });
  return { base: `http://127.0.0.1:${port}`, process: child };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
