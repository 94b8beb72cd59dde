/** Every class and property that our graphs use is there in the vocabulary as it is published. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { graphOf } from '#lib/linked-data/graph-of.ts';
import { servicesGraph } from '#lib/linked-data/services-graph.ts';
import { toDcatApIt } from '#lib/projections/dcat-ap-it.ts';
import { namespaces } from '#lib/records/rdf/vocabularies.ts';
import { createProcedureTypes } from '#lib/store/procedure-types.ts';
import { base, everyItem } from '#tests/builders/linked-items.ts';

const SCHEMAS = path.resolve(process.env['REFERENCE_DATA'] ?? '../shared', 'schemas');

const types = createProcedureTypes('schemas/procedures');
const facts = { holdingsChanged: '2026-11-20', servicesChanged: '2026-01-01', licence: null, dumpMade: '2026-11-26' };
const used = new Set(
  [
    ...everyItem().flatMap((item) => graphOf(item, base)),
    ...servicesGraph(types, '2026-11-26', base),
    ...toDcatApIt(facts, types.comune(), { name: 'ELI4U', base, contact: 'a@example.it' }),
  ].flatMap(({ predicate, object }) => [predicate.value, ...(object.termType === 'NamedNode' ? [object.value] : [])]),
);

/** The profile's text has it, its ontology has not. */
const inTextOnly = 'http://dati.gov.it/onto/dcatapit#Catalog';

const isHere = existsSync(SCHEMAS);

const published = (file: string): string => readFileSync(path.join(SCHEMAS, file), 'utf8');

describe.skipIf(!isHere)(`names of vocabularies${isHere ? '' : ` (SKIPPED: there is no ${SCHEMAS})`}`, () => {
  it.each([
    [namespaces.rico, 'rico/RiC-O_1-1.rdf'],
    [namespaces.ricset, 'rico/RiC-O_1-1.rdf'],
    [namespaces['a-arc'], 'rdf/arco4archives/ontologies/archival-resource/v0.1/archival-resource.ttl'],
    [
      'https://w3id.org/arco/archives/controlled-vocabulary/archival-level-of-description/',
      'rdf/arco4archives/vocab/archival-level-of-description/archival-level-of-description.ttl',
    ],
    [namespaces.cpsv, 'ontopia/CPSV/CPSV-AP_IT.ttl'],
    [namespaces.cov, 'ontopia/COV/COV-AP_IT.ttl'],
    [namespaces.dcatapit, 'ontopia/DCAT/DCAT-AP_IT.ttl'],
  ] as const)('%s', (namespace, file) => {
    const names = [...used].filter((name) => name.startsWith(namespace) && name !== inTextOnly);
    expect(names.length).toBeGreaterThan(1);
    const text = published(file);
    // Its name is what its own file declares it by, whole.
    const isThere = (name: string) =>
      new RegExp(`(about="|###  |^<|[^\\w:]<)${name.replace(/[.#]/g, '\\$&')}[">\\s]`, 'm').test(text);
    expect(names.filter((name) => !isThere(name))).toEqual([]);
  });
});
