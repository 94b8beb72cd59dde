import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AGENTS } from '#ingest/demo/creators.ts';
import { FONDS } from '#ingest/demo/fonds.ts';
import { CUSTODIANS } from '#ingest/demo/institutions.ts';
import { toEac } from '#ingest/demo/to-eac.ts';
import { toEad3 } from '#ingest/demo/to-ead3.ts';
import { toEag } from '#ingest/demo/to-eag.ts';

/** Name and text of every file of the demonstration holdings, in the order of ingest: custodians, agents, fonds. */
export function demoHoldings(): { name: string; xml: string }[] {
  return [
    ...Object.values(CUSTODIANS).map((custodian) => ({
      name: `eag-${custodian.code.toLowerCase()}.xml`,
      xml: toEag(custodian),
    })),
    ...AGENTS.map((agent) => ({ name: `eac-${agent.id.toLowerCase()}.xml`, xml: toEac(agent) })),
    ...FONDS.map((fonds) => ({
      name: `ead3-${fonds.custodian.toLowerCase()}-${fonds.slug}.xml`,
      xml: toEad3(fonds),
    })),
  ];
}

/** Writes the demonstration holdings into a folder and returns the paths in the order of ingest. */
export async function writeDemoHoldings(directory: string): Promise<string[]> {
  await mkdir(directory, { recursive: true });
  const paths: string[] = [];
  for (const { name, xml } of demoHoldings()) {
    const path = join(directory, name);
    await writeFile(path, xml, 'utf8');
    paths.push(path);
  }
  return paths;
}
