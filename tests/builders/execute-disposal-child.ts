/** Goes on with what was authorised, and is killed at the nth question that it puts to the database: `kill -9`, from which nothing cleans up. */
import pg from 'pg';
import { executeDisposals } from '#lib/store/keeping/execute-disposal.ts';
import { createPool } from '#lib/store/pool.ts';

const [url = '', dataDir = '', today = '', dieAt = '0'] = process.argv.slice(2);
let asked = 0;
// Wrapped where every query passes; its many shapes do not matter here.
const query: (this: pg.Client, ...given: unknown[]) => unknown = Reflect.get(pg.Client.prototype, 'query');
Reflect.set(pg.Client.prototype, 'query', function (this: pg.Client, ...given: unknown[]) {
  if (++asked === Number(dieAt)) process.kill(process.pid, 'SIGKILL');
  return query.apply(this, given);
});
const pool = createPool(url, { applicationName: 'test scarto', max: 3 });
const keeper = { by: 'system', now: new Date(), today };
await executeDisposals({ pool, dataDir, keeper, grace: 0 });
await pool.end();
