import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';
import { fascicoloCsv } from '#lib/projections/fascicolo-csv.ts';
import { fascicoloEad3 } from '#lib/projections/fascicolo-ead3.ts';
import { fascicoloHtml } from '#lib/projections/fascicolo-html.ts';
import type { DescribedDocument, FascicoloFacts, FascicoloLine } from '#lib/records/fascicolo-line.ts';

const facts: FascicoloFacts = {
  id: '7abc',
  title: 'Patrocinio <b>&\u0001 ]]>',
  code: '2026-VI/3.12',
  openedOn: '2026-03-02',
  closedOn: null,
  agency: 'Comune di "Prova"',
  madeAt: '2026-11-26T08:00:00.000Z',
  url: 'https://example.org/ufficio/pratiche/7abc',
};
const document = (further: Partial<DescribedDocument> = {}): DescribedDocument => ({
  record: '1aaa',
  title: 'Domanda',
  fileName: 'a;b "c".pdf',
  format: 'pdf',
  bytes: 8,
  sha256: 'ab'.repeat(32),
  version: 1,
  flow: 'in',
  registration: { register: 'PG', year: 2026, number: 12, on: '2026-03-02' },
  addedOn: '2026-03-02',
  destroyedOn: null,
  ...further,
});
const none = { metadata: null, former: [] };
const lines: FascicoloLine[] = [
  {
    ordinal: 1,
    outcome: 'included',
    entry: 'documenti/00001-a#;b.pdf',
    metadata: 'metadati/00001.xml',
    former: [
      { version: 1, sha256: 'cd'.repeat(32), replacedOn: '2026-03-05', entry: 'versioni/00001-v1-a#;b.pdf' },
      { version: 2, sha256: 'ef'.repeat(32), replacedOn: '2026-03-06', entry: null },
    ],
    document: document(),
  },
  { ordinal: 2, outcome: 'withheld', entry: null, ...none, document: null },
  {
    ordinal: 3,
    outcome: 'destroyed',
    entry: null,
    ...none,
    document: document({ record: 'b2', fileName: null, destroyedOn: '2026-10-01' }),
  },
  {
    ordinal: 4,
    outcome: 'lost',
    entry: null,
    ...none,
    document: document({ record: 'c3', title: '<script>', fileName: '=1+1', registration: null, flow: null }),
  },
];

async function* from<T>(items: readonly T[]): AsyncGenerator<T> {
  for (const item of items) yield await Promise.resolve(item);
}
async function whole(parts: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const part of parts) text += part;
  return text;
}

describe('the index of a fascicolo', () => {
  it('as CSV says what became of each, and runs nothing', async () => {
    const rows = (await whole(fascicoloCsv(from(lines)))).split('\r\n');
    expect(rows).toHaveLength(6);
    expect(rows[0]).toMatch(/^\uFEFFNumero;Stato;File;/);
    expect(rows[1]).toContain('1;presente;"documenti/00001-a#;b.pdf";Domanda;"a;b ""c"".pdf";pdf;8;');
    expect(rows[1]).toContain(';PG;0000012/2026;2026-03-02;');
    expect(rows[1]).toContain(
      ';1aaa;metadati/00001.xml;"versione 1, fino al 2026-03-05: versioni/00001-v1-a#;b.pdf (SHA-256 cdcd',
    );
    expect(rows[1]).toContain(`| versione 2, fino al 2026-03-06: mancante (SHA-256 ${'ef'.repeat(32)})`);
    expect(rows[2]).toBe('2;escluso: accesso non consentito;;;;;;;;;;;;;;;;');
    expect(rows[3]).toContain('3;scartato;;');
    expect(rows[4]).toContain(`"'=1+1"`);
  });

  it('as a page links only to what is there, and holds no tag that was sent', async () => {
    const page = await whole(fascicoloHtml(facts, from(lines)));
    expect([...page.matchAll(/<a href="([^"]+)"/g)].map(([, to]) => to)).toEqual([
      facts.url,
      'documenti/00001-a%23%3Bb.pdf',
      'versioni/00001-v1-a%23%3Bb.pdf',
      'metadati/00001.xml',
    ]);
    expect(page).toContain('versione 2, fino al 2026-03-06 (mancante)');
    expect(page).not.toContain('<script>');
    expect(page).not.toContain('<b>');
    expect(page).toContain('<td>Documento 2</td><td>escluso');
    expect(page).toContain('scartato con autorizzazione il 2026-10-01');
    expect(page).toContain('Presenti: 1. Esclusi: 1. Scartati: 1. Mancanti: 1.');
  });
});

const schema = path.resolve(process.env.REFERENCE_DATA ?? '../shared', 'schemas/ead3/ead3.xsd');
const cases = {
  'all that may become of a document': [facts, lines],
  'a closed one': [{ ...facts, closedOn: '2026-10-01' }, lines],
  'nothing in it': [{ ...facts, code: null, openedOn: null }, []],
} satisfies Record<string, [FascicoloFacts, FascicoloLine[]]>;

describe('a fascicolo as EAD3', () => {
  it('is one file with its items; of what is withheld it says that it is', async () => {
    const text = await whole(fascicoloEad3(facts, from(lines)));
    expect(text.match(/<archdesc level="file">/g)).toHaveLength(1);
    expect(text.match(/<c [^>]*level="item"/g)).toHaveLength(4);
    expect(text.match(/<dao /g)).toHaveLength(1);
    expect(text).toContain('<c level="item"><did><unittitle>Documento 2</unittitle></did><accessrestrict>');
  });

  it.skipIf(!existsSync(schema)).each(Object.entries(cases))(
    'is valid by the official schema: %s',
    async (_, [of, has]) => {
      const text = await whole(fascicoloEad3(of, from(has)));
      const xsd = XmlDocument.fromBuffer(readFileSync(schema));
      const validator = XsdValidator.fromDoc(xsd);
      const parsed = XmlDocument.fromString(text);
      expect(() => validator.validate(parsed)).not.toThrow();
      for (const thing of [parsed, validator, xsd]) thing.dispose();
    },
  );
});
