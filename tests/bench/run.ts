/**
 * `npm run bench -- [suite] [sizes…]`: benchmarks as JSON (last line) and as a table. Nothing here is a test: machines differ, so every
 * figure stands beside a floor or a smaller size of the same run.
 */
import os from 'node:os';
import type pg from 'pg';
import { createPool } from '#lib/store/pool.ts';
import { freshDatabase } from '#tests/setup/database.ts';
import { runElasticsearchBench } from './elasticsearch.ts';
import { benchIngest } from './ingest.ts';
import { runSearchBench } from './search.ts';

type Row = Record<string, number | string>;

const suites: Record<string, { sizes: number[]; run: (sizes: number[]) => Promise<Row[]> }> = {
  search: {
    sizes: [10_000, 100_000, 1_000_000],
    run: async (sizes) => {
      const rows: Row[] = [];
      for (const records of sizes) rows.push(...(await benchSearch(records)));
      return rows;
    },
  },
  elasticsearch: {
    sizes: [10_000, 100_000, 1_000_000],
    run: async (sizes) => {
      const rows: Row[] = [];
      for (const records of sizes)
        rows.push(...(await onDatabase((pool, appUrl) => runElasticsearchBench(pool, appUrl, records))));
      return rows;
    },
  },
  ingest: {
    sizes: [10_000, 40_000, 120_000],
    run: async (sizes) => (await benchIngest(sizes)).map((row) => ({ ...row })),
  },
};

const [wanted, ...given] = process.argv.slice(2);
const names = wanted && wanted !== 'all' ? [wanted] : Object.keys(suites);
const results: Record<string, Row[]> = {};
console.log(
  `${os.cpus().length} cores (${os.cpus()[0]?.model ?? 'unknown'}), ${Math.round(os.totalmem() / 2 ** 30)} GiB, node ${process.version}`,
);
for (const name of names) {
  const suite = suites[name];
  if (!suite) throw new Error(`no such suite: ${name}; there are ${Object.keys(suites).join(', ')}`);
  const rows = await suite.run(given.length ? given.map(Number) : suite.sizes);
  results[name] = rows;
  console.log(`\n${name}\n${table(rows)}`);
}
console.log(JSON.stringify(results));

async function benchSearch(records: number): Promise<Row[]> {
  return onDatabase(async (pool, appUrl) =>
    (await runSearchBench({ pool, appUrl, records })).map((row) => ({ ...row })),
  );
}

async function onDatabase<T>(work: (pool: pg.Pool, appUrl: string) => Promise<T>): Promise<T> {
  const database = await freshDatabase();
  const pool = createPool(database.ownerUrl, { applicationName: 'bench', max: 8 });
  try {
    return await work(pool, database.appUrl);
  } finally {
    await pool.end();
    await database.drop();
  }
}

function table(rows: Row[]): string {
  const columns = Object.keys(rows[0] ?? {});
  const cells = rows.map((row) => columns.map((column) => show(row[column])));
  const line = (values: string[]) => `| ${values.join(' | ')} |`;
  return [line(columns), line(columns.map(() => '---')), ...cells.map(line)].join('\n');
}

function show(value: number | string | undefined): string {
  if (typeof value !== 'number') return value ?? '';
  return Number.isInteger(value)
    ? value.toLocaleString('en')
    : value < 10
      ? value.toFixed(2)
      : Math.round(value).toLocaleString('en');
}
