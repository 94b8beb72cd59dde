import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { preserve } from '#lib/jobs/preserve.ts';
import { folderSystem } from '#lib/preservation/folder-system.ts';
import { httpSystem } from '#lib/preservation/http-system.ts';
import type { PreservationSystem } from '#lib/preservation/preservation-system.ts';
import { readDocument } from '#lib/store/documents/read.ts';
import { documentPath } from '#lib/store/documents/storage-key.ts';
import { dailyRegisterSource } from '#lib/store/preservation/daily-register-source.ts';
import { fascicoloSource } from '#lib/store/preservation/fascicolo-source.ts';
import { findReport, listDeliveries, sendAgain } from '#lib/store/preservation/list-deliveries.ts';
import { filed, openTestDesk, type TestDesk } from '#tests/builders/procedure-desk.ts';

type Behaviour = 'accept' | 'refuse' | 'hang' | 'die' | 'noReport' | 'killSender';

let desk: TestDesk;
let server: Server;
let url: string;
let behaviour: Behaviour;
let had: Map<string, Buffer[]>;
let clock: Date;
let record: string;
let sender: ChildProcess | null = null;

function answerPut(response: ServerResponse, id: string, body: Buffer): void {
  if (behaviour === 'hang') return;
  had.set(id, [...(had.get(id) ?? []), body]);
  if (behaviour === 'die') response.destroy();
  else response.writeHead(201).end();
}

beforeEach(async () => {
  desk = await openTestDesk('2026-03-02');
  clock = new Date('2026-03-02T10:00:00Z');
  behaviour = 'accept';
  had = new Map();
  server = createServer((request, response) => {
    const [, , id = '', report] = (request.url ?? '').split('/');
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => {
      parts.push(part);
      if (behaviour === 'killSender') sender?.kill('SIGKILL');
    });
    request.on('error', () => undefined);
    request.on('end', () => {
      if (report === undefined) answerPut(response, id, Buffer.concat(parts));
      else if (behaviour === 'refuse') response.writeHead(422).end('<Esito>firma non valida</Esito>');
      else if (behaviour === 'noReport') response.writeHead(200).end();
      else response.writeHead(200).end('<RapportoDiVersamento/>');
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  url = `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}/sip`;
  ({ id: record } = await filed(desk.store));
  await desk.owner.query('UPDATE eli4u.record SET closed_on = $2 WHERE id = $1', [record, '2026-03-02']);
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await desk.end();
});

const run = (system: PreservationSystem | null = httpSystem(url, 300)) =>
  preserve({
    pool: desk.pool,
    dataDir: desk.dataDir,
    system,
    sources: [fascicoloSource(desk.pool, desk.dataDir), dailyRegisterSource(desk.pool, desk.dataDir)],
    submitter: () => ({ taxCode: '00644060287', name: 'Comune di Padova' }),
    now: () => clock,
  });
const later = (hours: number) => (clock = new Date(clock.getTime() + hours * 3_600_000));
const states = async () =>
  (
    await desk.pool.query<{ state: string; submission: number }>(
      'SELECT state, submission FROM eli4u.preservation_delivery ORDER BY id',
    )
  ).rows.map(({ state, submission }) => `${submission} ${state}`);

describe('preservation', () => {
  it('brings a closed fascicolo, keeps the report and changes it no more', async () => {
    await run();
    expect(await states()).toEqual(['1 sent']);
    const [body] = [...had.values()].flat();
    expect(body?.subarray(0, 2).toString()).toBe('PK');
    expect(body?.includes('PIndex.xml')).toBe(true);
    later(1);
    await run();
    expect(await states()).toEqual(['1 accepted']);
    const [one] = await listDeliveries(desk.pool, 'accepted', null);
    const report = await findReport(desk.pool, one?.id ?? '');
    const bytes: Buffer[] = [];
    for await (const part of readDocument(desk.dataDir, report?.storageKey ?? '')) bytes.push(part as Buffer);
    expect(Buffer.concat(bytes).toString()).toBe('<RapportoDiVersamento/>');
    await expect(desk.pool.query(`UPDATE eli4u.preservation_delivery SET state = 'waiting'`)).rejects.toThrow(
      'evidence',
    );
  });

  it('waits while no system is configured', async () => {
    expect(await run(null)).toBe(0);
    expect(await states()).toEqual(['1 waiting']);
  });

  it('makes a task of a refusal; mended, it goes again', async () => {
    behaviour = 'refuse';
    await run();
    later(1);
    await run();
    expect(await states()).toEqual(['1 refused']);
    const alerts = () =>
      desk.pool.query(`SELECT details FROM eli4u.alert WHERE kind = 'preservation.refused' AND resolved_at IS NULL`);
    expect((await alerts()).rows).toMatchObject([{ details: { said: 'firma non valida' } }]);
    const [one] = await listDeliveries(desk.pool, 'refused', null);
    expect(await sendAgain(desk.pool, one?.id ?? '', clock)).toBe(true);
    expect(await sendAgain(desk.pool, one?.id ?? '', clock)).toBe(false);
    expect((await alerts()).rows).toEqual([]);
    behaviour = 'accept';
    await run();
    later(1);
    await run();
    expect(await states()).toEqual(['1 refused', '2 accepted']);
  });

  it.each(['hang', 'die'] as const)('tries again with the same bytes when the system is to %s', async (how) => {
    behaviour = how;
    await run();
    expect(await states()).toEqual(['1 waiting']);
    await run();
    expect(had.size).toBeLessThanOrEqual(1);
    behaviour = 'accept';
    later(7);
    await run();
    expect(await states()).toEqual(['1 sent']);
    const [bodies = []] = [...had.values()];
    expect(bodies.every((body) => body.equals(bodies[0] ?? Buffer.alloc(0)))).toBe(true);
  });

  it('takes no acceptance without a report', async () => {
    behaviour = 'noReport';
    await run();
    later(1);
    await run();
    expect(await states()).toEqual(['1 sent']);
  });

  it('refuses to deliver bytes that are no longer what they were', async () => {
    const { rows } = await desk.pool.query<{ key: string }>(
      'SELECT storage_key AS key FROM eli4u.document JOIN eli4u.procedure_document USING (record_id) WHERE procedure_id = $1 LIMIT 1',
      [record],
    );
    const file = documentPath(desk.dataDir, rows[0]?.key ?? '');
    await rm(file);
    await run();
    expect(await states()).toEqual(['1 refused']);
    expect(had.size).toBe(0);
  });

  it('forgets what was reopened before anything was made, and sends what was closed again meanwhile', async () => {
    const close = (day: string | null) =>
      desk.owner.query('UPDATE eli4u.record SET closed_on = $2 WHERE id = $1', [record, day]);
    await close(null);
    expect(await states()).toEqual([]);
    await close('2026-03-02');
    await run();
    await close(null);
    await close('2026-03-03');
    later(1);
    await run();
    expect(await states()).toEqual(['1 accepted', '2 sent']);
  });

  it('leaves a package in a folder only when it is whole, and reads the report there', async () => {
    const folder = path.join(desk.dataDir, 'drop');
    await mkdir(folder);
    const [id] = (await listDeliveries(desk.pool, 'waiting', null)).map(({ packageId }) => packageId);
    await writeFile(path.join(folder, `.${id}.left`), 'of a crash');
    await run(folderSystem(folder));
    expect((await readdir(folder)).sort()).toEqual(['esiti', 'versamenti']);
    expect(await readdir(path.join(folder, 'versamenti'))).toEqual([`${id}.zip`]);
    await writeFile(path.join(folder, 'esiti', `${id}.accepted.xml`), '<RdV/>');
    later(1);
    await run(folderSystem(folder));
    expect(await states()).toEqual(['1 accepted']);
  });
});

/** A worker of its own that is killed at its nth question to the database; the signal that ended it. */
function deliverAndDie(dieAt: number): Promise<NodeJS.Signals | null> {
  return new Promise((resolve, reject) => {
    sender = spawn(
      process.execPath,
      [
        '--import',
        'tsx',
        'tests/builders/preserve-child.ts',
        desk.database.appUrl,
        desk.dataDir,
        url,
        clock.toISOString(),
        String(dieAt),
      ],
      { stdio: ['ignore', 'ignore', 'inherit'] },
    );
    sender.on('exit', (code, signal) => (code ? reject(new Error(`the child failed: ${code}`)) : resolve(signal)));
  });
}

describe('kill -9', () => {
  it('while the package is on its way: it goes again, whole, under the same id', async () => {
    behaviour = 'killSender';
    expect(await deliverAndDie(0)).toBe('SIGKILL');
    expect(await states()).toEqual(['1 waiting']);
    behaviour = 'accept';
    later(7);
    await run();
    expect(await states()).toEqual(['1 sent']);
    expect([...had.values()].map((bodies) => bodies.length)).toEqual([1]);
  });

  it('at any question to the database: one package, the same each time, accepted once, its report kept', async () => {
    let signal: NodeJS.Signals | null = 'SIGKILL';
    for (let dieAt = 1; signal !== null && dieAt < 60; dieAt += 3) {
      signal = await deliverAndDie(dieAt);
      later(7);
    }
    await run();
    later(7);
    await run();
    expect(signal).toBeNull();
    expect(await states()).toEqual(['1 accepted']);
    expect(had.size).toBe(1);
    const [bodies = []] = [...had.values()];
    expect(bodies.every((body) => body.equals(bodies[0] ?? Buffer.alloc(0)))).toBe(true);
    const [one] = await listDeliveries(desk.pool, 'accepted', null);
    expect(await findReport(desk.pool, one?.id ?? '')).not.toBeNull();
    const { rowCount } = await desk.pool.query('SELECT FROM eli4u.alert');
    expect(rowCount).toBe(0);
  }, 120_000);
});
