import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '#lib/config.ts';
import { attachDatabase } from '#lib/store/cluster.ts';
import { describeFailure } from '#lib/launcher/failure.ts';
import { openSourceFolder } from '#lib/store/data-folder.ts';
import { migrate } from '#lib/store/migrate.ts';
import { createPool } from '#lib/store/pool.ts';
import { writeDemoHoldings } from './demo/demo.ts';
import { stateDemoRights } from './demo/rights.ts';
import { harvest, type HarvestRequest } from './harvest/harvest.ts';
import { addCounts, noCounts, type Counts } from './report.ts';
import { run, type RunWatcher } from './run.ts';
import { terminalWatcher } from './terminal.ts';

const usage = `npm run ingest -- PATH… [--dry-run] [--json] [--repository CODE] [--record ID]
  files or folders; the format is found by itself: finding aids, METS, folders of images named by the code of their unit
  --dry-run          shows the difference without writing
  --json             the last line is one JSON object with the counts
  --repository CODE  the custodian, whatever the files say
  --record ID        the unit that images belong to, whatever their folder is called
npm run ingest -- --oai URL [--set S] [--from D] [--prefix P]
  harvests a provider of OAI-PMH, what changed since the last time
  --set S            only that set
  --from D           since that day or moment, and not since the last time
  --prefix P         its name of the format; without it the richest that is read here
exit: 0 clean, 1 something was quarantined, 2 could not run`;

const started = performance.now();
const seconds = () => Math.round((performance.now() - started) / 10) / 100;

/** What has been done so far: said on the last line also when the run breaks off. */
let done: Counts = { ...noCounts };

/** `npm run ingest`: exit code 0 clean, 1 something was quarantined, 2 could not run. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      'dry-run': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      repository: { type: 'string' },
      record: { type: 'string' },
      oai: { type: 'string' },
      set: { type: 'string' },
      from: { type: 'string' },
      prefix: { type: 'string' },
      demo: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const asked = values.oai === undefined ? null : readHarvest(values);
  const isAsked = values.oai === undefined ? positionals.length > 0 || values.demo : asked && positionals.length === 0;
  if (values.help || !isAsked) {
    console.log(usage);
    return values.help ? 0 : 2;
  }
  const config = readConfig(process.env);
  if (!values['dry-run']) await openSourceFolder(config.dataDir);
  const database = await attachDatabase(config);
  try {
    await migrate(database);
    const pool = createPool(database.appUrl, { applicationName: 'eli4u ingest', max: 4 });
    try {
      const demoFolder = values.demo ? await mkdtemp(path.join(os.tmpdir(), 'eli4u-demo-')) : null;
      const paths = demoFolder ? await writeDemoHoldings(demoFolder) : positionals;
      const request = {
        paths,
        dryRun: values['dry-run'],
        repository: values.repository ?? null,
        record: values.record ?? null,
      };
      const today = new Date().toISOString().slice(0, 10);
      const watch = counting(terminalWatcher());
      const baseUrl = config.web.baseUrl ?? `http://localhost:${config.web.port}`;
      const context = { pool, dataDir: config.dataDir, today, baseUrl, watch };
      const counts = await (asked ? harvest(asked, context) : run(request, context));
      if (demoFolder) {
        await rm(demoFolder, { recursive: true, force: true });
        await stateDemoRights(pool, new Date());
        await pool.query(
          `INSERT INTO eli4u.setting (key, value) VALUES ('demo_loaded', $1) ON CONFLICT (key) DO NOTHING`,
          [JSON.stringify(counts)],
        );
      }
      const what = values['dry-run'] ? 'would be ' : '';
      console.log(
        `${counts.read} read: ${what}${counts.created} created, ${counts.changed} changed, ${counts.moved} moved, ${counts.unchanged} unchanged, ` +
          `${counts.deleted} deleted, ${counts.quarantined} quarantined; ${counts.agents} agents and institutions; ${counts.problems} problems; ${seconds()} s`,
      );
      return counts.quarantined > 0 ? 1 : 0;
    } finally {
      await pool.end();
    }
  } finally {
    await database.release();
  }
}

/** What is asked of a provider; null where it cannot be asked so. */
function readHarvest(
  values: Partial<Record<'oai' | 'set' | 'from' | 'prefix' | 'repository', string>> & { 'dry-run': boolean },
): HarvestRequest | null {
  const { oai = '', set = null, from = null, prefix = null, repository = null } = values;
  const isMoment = from === null || /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}Z)?$/.test(from);
  if (!URL.canParse(oai) || !/^https?:$/.test(new URL(oai).protocol) || !isMoment) return null;
  return { address: new URL(oai).href, set, from, prefix, repository, dryRun: values['dry-run'] };
}

const isMistyped = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');

function counting(watch: RunWatcher): RunWatcher {
  return {
    ...watch,
    file(report) {
      done = addCounts(done, report.counts);
      watch.file(report);
    },
  };
}

// Whoever stops reading (`| head`) stops no ingest.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });

main()
  .catch((error: unknown) => {
    console.error(`ingest could not run: ${isMistyped(error) ? error.message : describeFailure(error)}`);
    return 2;
  })
  .then((code) => {
    process.exitCode = code;
    if (process.argv.includes('--json')) console.log(JSON.stringify({ ...done, seconds: seconds() }));
  })
  .catch(console.error);
