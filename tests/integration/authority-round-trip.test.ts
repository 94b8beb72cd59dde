/** Agents and institutions of the demonstration, written in EAC-CPF 2.0 and EAG and read again into an empty database, are the same. */
import type pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { demoHoldings } from '#ingest/demo/demo.ts';
import { toEac2 } from '#lib/projections/eac2.ts';
import { toEag } from '#lib/projections/eag.ts';
import type { HarvestAgent, HarvestInstitution } from '#lib/records/harvest-views.ts';
import { readHarvestItems } from '#lib/store/dissemination/read-items.ts';
import { createPool } from '#lib/store/pool.ts';
import { harvestSite } from '#tests/builders/harvested.ts';
import { ingestTexts } from '#tests/builders/ingest.ts';
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts';

const databases: FreshDatabase[] = [];
const pools: pg.Pool[] = [];
beforeAll(async () => {
  for (const _ of ['first', 'second']) {
    const database = await freshDatabase();
    databases.push(database);
    pools.push(createPool(database.appUrl, { applicationName: 'test', max: 4 }));
  }
});
afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.end()));
  await Promise.all(databases.map((database) => database.drop()));
});

async function held(pool: pg.Pool): Promise<{ agents: HarvestAgent[]; institutions: HarvestInstitution[] }> {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT id FROM eli4u.agent WHERE NOT stub UNION ALL SELECT id FROM eli4u.institution WHERE NOT stub`,
  );
  const items = await readHarvestItems(
    pool,
    rows.map(({ id }) => id),
  );
  return {
    agents: items.flatMap((item) => (item.kind === 'agent' ? [item.value] : [])),
    institutions: items.flatMap((item) => (item.kind === 'institution' ? [item.value] : [])),
  };
}

/** Told by our own control area on the way out: that it was derived, and where it lies. */
const isOurs = (note: { label?: string; text: string }) =>
  note.label === 'Redazione e revisioni' && note.text.endsWith(`derivazione, ${harvestSite.name}`);

const said = ({
  id: _id,
  changedAt: _at,
  created: _created,
  relations,
  identifiers,
  description,
  ...agent
}: HarvestAgent) => ({
  ...agent,
  identifiers: identifiers.filter((one) => !one.startsWith(harvestSite.baseUrl)),
  description: { ...description, notes: description.notes.filter((note) => !isOurs(note)) },
  relations: relations.map(({ name, kind, agentKind }) => `${kind} ${agentKind} ${name}`).sort(),
});
const byName = (one: { name: string }, other: { name: string }) => (one.name < other.name ? -1 : 1);

it('agents and institutions come back as they were', async () => {
  const [first, second] = pools;
  if (!first || !second) throw new Error('no databases');
  const files = demoHoldings().filter(({ name }) => !name.startsWith('ead3'));
  await ingestTexts(first, Object.fromEntries(files.map(({ name, xml }) => [name, xml])));
  const before = await held(first);
  expect(before.agents.length).toBeGreaterThan(10);
  expect(before.institutions.length).toBeGreaterThan(1);
  const written = [
    ...before.agents.map((agent) => [`${agent.id}.xml`, toEac2(agent, harvestSite) ?? '']),
    ...before.institutions.map((institution) => [`${institution.id}.xml`, toEag(institution, harvestSite)]),
  ];
  const report = await ingestTexts(second, Object.fromEntries(written) as Record<string, string>);
  expect(report.quarantined).toBe(0);
  const after = await held(second);
  expect(after.agents.map(said).sort(byName)).toEqual(before.agents.map(said).sort(byName));
  const guide = ({ id: _id, changedAt: _at, ...institution }: HarvestInstitution) => institution;
  expect(after.institutions.map(guide).sort(byName)).toEqual(before.institutions.map(guide).sort(byName));
});
