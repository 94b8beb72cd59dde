/** One dump in a process of its own, as the command makes it, so that its memory is its own: prints {seconds, cpuSeconds, peakMb, items, statements, bytes}. */
import { PassThrough, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { gzipLevel } from '#lib/jobs/dump/make-dump.ts';
import { writeDump } from '#lib/jobs/dump/write-dump.ts';
import { createPool } from '#lib/store/pool.ts';
import { createProcedureTypes } from '#lib/store/procedure-types.ts';

const [url] = process.argv.slice(2);
if (!url) throw new Error('usage: dump-child DATABASE_URL');
const pool = createPool(url, { applicationName: 'bench', max: 2 });
const types = createProcedureTypes('schemas/procedures');
let bytes = 0;
const nowhere = new Writable({
  write(piece: Buffer, _encoding, done) {
    bytes += piece.length;
    done();
  },
});
const started = performance.now();
const before = process.cpuUsage();
const plain = new PassThrough({ highWaterMark: 1 << 20 });
const [counts] = await Promise.all([
  writeDump({ pool, types, today: '2026-11-26', base: 'https://archivio.example.it' }, plain),
  pipeline(plain, createGzip({ level: gzipLevel, chunkSize: 1 << 18 }), nowhere),
]);
const seconds = (performance.now() - started) / 1000;
const { user, system } = process.cpuUsage(before);
await pool.end();
const peakMb = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ seconds, cpuSeconds: (user + system) / 1e6, peakMb, bytes, ...counts }));
