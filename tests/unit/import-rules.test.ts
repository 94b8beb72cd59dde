import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

interface SourceFile {
  file: string;
  text: string;
  imports: string[];
}

function sourcesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const full = path.join(folder, name);
    if (full === path.join('lib', 'store', 'prisma')) return [];
    if (statSync(full).isDirectory()) return sourcesBelow(full);
    return /\.tsx?$/.test(name) ? [full] : [];
  });
}

/** Imports as paths from the root (`lib/store/pool.ts`) or package names. */
function importsOf(file: string, text: string): string[] {
  const found = [
    ...text.matchAll(
      /(?:^|\n)\s*(?:import|export)\s[^'"`;]*?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)import\s*['"]([^'"]+)['"]/g,
    ),
  ];
  return found.map((match) => {
    const name = match[1] ?? match[2] ?? match[3] ?? '';
    if (name.startsWith('#')) return name.slice(1);
    if (name.startsWith('.')) return path.normalize(path.join(path.dirname(file), name));
    return name;
  });
}

const sources: SourceFile[] = ['app', 'lib', 'ingest'].flatMap(sourcesBelow).map((file) => {
  const text = readFileSync(file, 'utf8');
  return { file, text, imports: importsOf(file, text) };
});

const pure = /^lib\/(records|procedures|fascicoli|relationship|planning|access|projections)\//;
const within = (source: SourceFile, folders: RegExp) => folders.test(source.file);
const offenders = (who: (source: SourceFile) => boolean, what: (name: string) => boolean) =>
  sources.filter(who).flatMap((source) => source.imports.filter(what).map((name) => `${source.file} imports ${name}`));

const database = (name: string) => /^(pg|pg-.*|@prisma\/.*)$/.test(name) || name.startsWith('lib/store/prisma');
const xml = (name: string) => /^(saxes|sax|xml2js|fast-xml-parser|libxml2-wasm|htmlparser2)$/.test(name);
const rdf = (name: string) => /^(n3|rdflib|rdf-validate-shacl|jsonld|rdfxml-streaming-parser)$/.test(name);

describe('import rules (design §2)', () => {
  it('finds the sources', () => expect(sources.length).toBeGreaterThan(50));

  it('1: pure folders import nothing with I/O', () => {
    const io = (name: string) =>
      database(name) ||
      name.startsWith('node:') ||
      name === 'next' ||
      name.startsWith('next/') ||
      (name.startsWith('lib/') && !pure.test(name) && !name.startsWith('lib/search/search.ts'));
    expect(offenders((source) => within(source, pure), io)).toEqual([]);
  });

  it('1: pure folders have no clock and no chance', () => {
    const impure = sources.filter(
      (source) => within(source, pure) && /Date\.now\(|new Date\(\)|Math\.random\(|process\.env/.test(source.text),
    );
    expect(impure.map((source) => source.file)).toEqual([]);
  });

  it('2: the database only in the store, the PostgreSQL search and the jobs', () => {
    const rooms = /^lib\/(store\/|search\/postgres|jobs\/)/;
    // A type says nothing to a database.
    const typed = (source: SourceFile) => new RegExp(String.raw`import type pg from 'pg'`).test(source.text);
    expect(offenders((source) => !within(source, rooms) && !typed(source), database)).toEqual([]);
  });

  it('2: Elasticsearch only in its adapter', () => {
    expect(
      offenders(
        (source) => source.file !== 'lib/search/elasticsearch.ts',
        (name) => name.startsWith('@elastic/'),
      ),
    ).toEqual([]);
  });

  it('2: RDF libraries only in projections and parsers, XML parsers only in parsers', () => {
    expect(offenders((source) => !within(source, /^(lib\/projections|ingest\/parse)\//), rdf)).toEqual([]);
    // daticert.xml comes with a message, receipts of payments from the platform: neither with holdings.
    const parsers = /^(ingest\/parse\/|lib\/mail\/daticert\.ts|lib\/pagopa\/receipt-xml\.ts)/;
    expect(offenders((source) => !within(source, parsers), xml)).toEqual([]);
  });

  it('3: app and ingest rest on lib and not on each other; lib rests on neither', () => {
    expect(
      offenders(
        (source) => source.file.startsWith('app/'),
        (name) => name.startsWith('ingest/'),
      ),
    ).toEqual([]);
    expect(
      offenders(
        (source) => source.file.startsWith('ingest/'),
        (name) => name.startsWith('app/'),
      ),
    ).toEqual([]);
    expect(
      offenders(
        (source) => source.file.startsWith('lib/'),
        (name) => /^(app|ingest)\//.test(name),
      ),
    ).toEqual([]);
  });

  it('projections of two formats do not know each other', () => {
    // A format that is too large for one file has a folder of its name: `ead3.ts` and `ead3/dates.ts` are one format.
    const formatOf = (file: string) => /^lib\/projections\/([^/.]+)/.exec(file)?.[1];
    const strangers = sources
      .filter((source) => formatOf(source.file) !== undefined)
      .flatMap(({ file, imports }) =>
        imports
          .filter((name) => name.startsWith('lib/projections/') && formatOf(name) !== formatOf(file))
          .map((name) => `${file} imports ${name}`),
      );
    expect(strangers).toEqual([]);
  });

  it('no file is named for what it does not say', () => {
    expect(
      sources
        .map((source) => source.file)
        .filter((file) => /(^|\/)(utils?|helpers?|misc|common|manager|service)s?(\.|\/)/.test(file)),
    ).toEqual([]);
  });
});
