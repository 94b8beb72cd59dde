/** Delivers what is due, and is killed at the nth question that it puts to the database: `kill -9`, from which nothing cleans up. */
import pg from 'pg';
import { preserve } from '#lib/jobs/preserve.ts';
import { httpSystem } from '#lib/preservation/http-system.ts';
import { createPool } from '#lib/store/pool.ts';
import { fascicoloSource } from '#lib/store/preservation/fascicolo-source.ts';

const [url = '', dataDir = '', system = '', now = '', dieAt = '0'] = process.argv.slice(2);
let asked = 0;
// Wrapped where every query passes; its many shapes do not matter here.
const query: (this: pg.Client, ...given: unknown[]) => unknown = Reflect.get(pg.Client.prototype, 'query');
Reflect.set(pg.Client.prototype, 'query', function (this: pg.Client, ...given: unknown[]) {
  if (++asked === Number(dieAt)) process.kill(process.pid, 'SIGKILL');
  return query.apply(this, given);
});
const pool = createPool(url, { applicationName: 'test preservation', max: 3 });
await preserve({
  pool,
  dataDir,
  system: httpSystem(system, 5000),
  sources: [fascicoloSource(pool, dataDir)],
  submitter: () => ({ taxCode: '00644060287', name: 'Comune di Padova' }),
  now: () => new Date(now),
});
await pool.end();
