/** Our graphs against the shapes of schemas/rdf, by a validator of somebody else's. */
import { readFileSync } from 'node:fs';
import { Parser, Store } from 'n3';
import Validator from 'rdf-validate-shacl';
import { describe, expect, it } from 'vitest';
import { graphOf } from '#lib/linked-data/graph-of.ts';
import { servicesGraph } from '#lib/linked-data/services-graph.ts';
import { toDcatApIt } from '#lib/projections/dcat-ap-it.ts';
import { toLines } from '#lib/records/rdf/lines.ts';
import type { Statement } from '#lib/records/rdf/terms.ts';
import { createProcedureTypes } from '#lib/store/procedure-types.ts';
import { base, everyItem } from '#tests/builders/linked-items.ts';

const storeOf = (text: string) => new Store(new Parser().parse(text));
const validator = new Validator(storeOf(readFileSync('schemas/rdf/shapes.ttl', 'utf8')));

async function faults(statements: readonly Statement[]): Promise<string[]> {
  const report = await validator.validate(storeOf([...toLines(statements)].join('')));
  return report.results.map(
    (result) =>
      `${result.focusNode?.value} ${JSON.stringify(result.path)}: ${result.message.map((m) => m.value).join()}`,
  );
}

const types = createProcedureTypes('schemas/procedures');
const services = servicesGraph(types, '2026-11-26', base);
const facts = { holdingsChanged: '2026-11-20', servicesChanged: '2026-01-01', licence: null, dumpMade: '2026-11-26' };
const site = { name: 'ELI4U', base, contact: 'archivio@example.it' };
const catalog = toDcatApIt(facts, types.comune(), site);

describe('shapes', () => {
  it.each(everyItem().map((item) => [`${item.kind} ${item.value.id}`, item] as const))('%s', async (_name, item) =>
    expect(await faults(graphOf(item, base))).toEqual([]),
  );
  it('the types of procedure and the offices', async () => {
    expect(services.filter(({ object }) => object.value.endsWith('CPSV/PublicService')).length).toBeGreaterThan(5);
    expect(await faults(services)).toEqual([]);
  });
  it('the catalogue', async () => expect(await faults(catalog)).toEqual([]));

  it.each([
    ['a unit without a title', '/title', everyItem()[0]],
    ['a unit that nobody keeps', 'hasOrHadHolder', everyItem()[0]],
  ])('find %s', async (_name, missing, item) => {
    if (!item) throw new Error('no item');
    const statements = graphOf(item, base).filter(
      ({ predicate }) => !predicate.value.endsWith(missing.replace('/', '#')),
    );
    expect((await faults(statements)).length).toBeGreaterThan(0);
  });
  it('find a service without norms and a distribution without licence', async () => {
    const without = (all: readonly Statement[], name: string) =>
      all.filter(({ predicate }) => !predicate.value.endsWith(name));
    expect((await faults(without(services, 'isCompliantWithRule'))).length).toBeGreaterThan(0);
    expect((await faults(without(catalog, 'terms/license'))).length).toBeGreaterThan(0);
  });
});
