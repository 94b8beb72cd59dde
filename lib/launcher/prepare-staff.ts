import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Config } from '#lib/config.ts';
import { pathWords } from '#lib/procedures/types/problem.ts';
import { readUnits } from '#lib/procedures/types/read-procedure-type.ts';
import { withClient } from '#lib/store/prepare-database.ts';
import { readDemoPeople } from '#lib/store/staff/demo-people.ts';
import { saveDemoPeople } from '#lib/store/staff/save-demo-people.ts';
import { syncUnits } from '#lib/store/staff/sync-units.ts';

const folder = path.resolve(import.meta.dirname, '../../schemas/procedures');

/** First day of the roles of invented people: their cases of the last three years were handled by somebody. */
const demoSince = '2023-01-01';

/** Offices as their file says, and on a site for trying out the people who can sign in. A file with errors is told and does not keep the site down. */
export async function prepareStaff(appUrl: string, config: Pick<Config, 'signIn'>): Promise<void> {
  const { value: units, problems } = readUnits(readFileSync(path.join(folder, 'units.yaml'), 'utf8'), 'units.yaml');
  if (!units) {
    const told = problems.map(({ line, path: at, message }) => `units.yaml:${line} ${pathWords(at)}: ${message.en}`);
    console.error(`the offices stay as they were:\n${told.join('\n')}`);
    return;
  }
  await withClient(appUrl, async (client) => {
    await client.query('BEGIN');
    await syncUnits(client, units);
    if (config.signIn.kind === 'demo') await saveDemoPeople(client, readDemoPeople(folder), demoSince);
    await client.query('COMMIT');
  });
}
