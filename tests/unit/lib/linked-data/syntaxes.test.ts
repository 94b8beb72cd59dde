import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import jsonld from 'jsonld';
import { Parser } from 'n3';
import { RdfXmlParser } from 'rdfxml-streaming-parser';
import { describe, expect, it } from 'vitest';
import { graphOf } from '#lib/linked-data/graph-of.ts';
import { toRicoXml } from '#lib/linked-data/rico-xml.ts';
import { syntaxes } from '#lib/linked-data/syntaxes.ts';
import { namespaces } from '#lib/records/rdf/vocabularies.ts';
import { toLines } from '#lib/records/rdf/lines.ts';
import type { Statement } from '#lib/records/rdf/terms.ts';
import type { HarvestItem } from '#lib/records/harvest-views.ts';
import { aBareRecord, aFullRecord, base, everyItem } from '#tests/builders/linked-items.ts';

/** What a library of somebody else reads in it, as sorted lines. */
const readers: Record<string, (written: string) => Promise<string[]>> = {
  ttl: async (written) => lines(new Parser({ format: 'text/turtle' }).parse(written) as unknown as Statement[]),
  nt: async (written) =>
    lines(new Parser({ format: 'application/n-triples' }).parse(written) as unknown as Statement[]),
  rdf: (written) =>
    new Promise((resolve, reject) => {
      const found: Statement[] = [];
      const parser = new RdfXmlParser({ baseIRI: 'https://nowhere.example/' });
      parser.on('data', (quad: unknown) => found.push(quad as Statement));
      parser.on('error', reject);
      parser.on('end', () => resolve(lines(found)));
      parser.end(written);
    }),
  jsonld: async (written) => {
    const quads = await jsonld.toRDF(JSON.parse(written) as object, { format: 'application/n-quads' });
    return lines(new Parser({ format: 'application/n-quads' }).parse(String(quads)) as unknown as Statement[]);
  },
};
const lines = (statements: readonly Statement[]): string[] => [...toLines(statements)].sort();

describe.each(syntaxes)('$extension', ({ extension, write }) => {
  it.each(everyItem().map((item) => [`${item.kind} ${item.value.id}`, item] as const))(
    'of %s is read back as it was meant',
    async (_name, item) => {
      const statements = graphOf(item, base);
      expect(await readers[extension]?.(write(statements))).toEqual(lines(statements));
    },
  );

  it('carries any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 40 }), fc.webUrl(), async (title, identifier) => {
        const statements = graphOf(
          {
            kind: 'record',
            value: aBareRecord({
              title,
              referenceCode: title,
              description: {
                ...aBareRecord().description,
                accessPoints: [{ kind: 'place', label: title, identifier: `${identifier}${title}` }],
              },
            }),
          },
          base,
        );
        expect(await readers[extension]?.(write(statements))).toEqual(lines(statements));
      }),
      { numRuns: 25 },
    );
  });

  it('is the same for the same', () => {
    for (const item of everyItem())
      expect(write(graphOf(item, base))).toBe(write(graphOf(structuredClone(item), base)));
  });
});

describe('a graph', () => {
  const all = everyItem().flatMap((item) => graphOf(item, base).map((statement) => ({ item, statement })));

  it('names only what answers: what bears an id, its parts, its page', () => {
    const ours = all.flatMap(({ statement: { subject, object } }) =>
      [subject, object].flatMap((term) =>
        term.termType === 'NamedNode' && term.value.startsWith(base) ? term.value : [],
      ),
    );
    const places =
      /^(\/id\/[0-9a-z]{8}(#[\w-]+)?|\/(records|agents|institutions)\/[0-9a-z]{8}|\/data\/void\.ttl#dataset|\/pagina)$/;
    expect(ours.map((name) => name.slice(base.length)).filter((name) => !places.test(name))).toEqual([]);
  });

  it('has no blank nodes, and every subject is the item, a part of it, its page or what its vocabulary names', () => {
    for (const { item, statement } of all) {
      expect(statement.subject.termType).toBe('NamedNode');
      expect(statement.subject.value).toMatch(
        new RegExp(`^(${base}/(id|records|agents|institutions)/${item.value.id}(#.*)?|https://www.wikidata.org/.*)$`),
      );
    }
  });

  it('names the object of Europeana of what is open, has images and says its rights', () => {
    const isObject = (change: Parameters<typeof aFullRecord>[0]) =>
      graphOf({ kind: 'record', value: aFullRecord(change) }, base).some(({ object }) =>
        object.value.endsWith('ProvidedCHO'),
      );
    expect(isObject({})).toBe(true);
    expect(isObject({ visibility: 'described' })).toBe(false);
    expect(isObject({ rightsUri: null })).toBe(false);
    expect(isObject({ rightsUri: 'https://example.org/ours' })).toBe(false);
    expect(isObject({ digitalObjects: [] })).toBe(false);
  });

  it('of a unit that is only described has no images, of one that is open it has', () => {
    const addresses = (item: HarvestItem) => JSON.stringify(graphOf(item, base)).includes('img.example.it');
    expect(addresses({ kind: 'record', value: aFullRecord() })).toBe(true);
    expect(addresses({ kind: 'record', value: aFullRecord({ visibility: 'described' }) })).toBe(false);
    const closed = aFullRecord({
      visibility: 'described',
      sensitivity: 'healthSexFamily',
      consultableFrom: '2040-12-31',
    });
    const told = graphOf({ kind: 'record', value: closed }, base).map(({ object }) => object.value);
    expect(told).toContain('2040-12-31');
    expect(told.some((value) => /^Consultabile dal 2040-12-31: salute.*art\. 122/.test(value))).toBe(true);
  });
});

describe('rico for OAI-PMH', () => {
  it('is one element with its namespaces, fit to stand in another document', async () => {
    const xml = toRicoXml({ kind: 'record', value: aFullRecord({ title: ']]> \u0001 <&' }) }, { baseUrl: base });
    expect(xml).toMatch(
      /^<rdf:RDF xmlns:rdf="[^"]+"[^>]* xmlns:rico="https:\/\/www\.ica\.org\/standards\/RiC\/ontology#"/,
    );
    expect(xml.endsWith('</rdf:RDF>')).toBe(true);
    const read = await readers['rdf']?.(xml);
    expect(read?.some((line) => line.includes('"]]> \ufffd <&"@it'))).toBe(true);
  });
});

it('the context of the project has the prefixes that are used', () =>
  expect(JSON.parse(readFileSync('schemas/rdf/context.jsonld', 'utf8'))).toEqual({ '@context': namespaces }));
