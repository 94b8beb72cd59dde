import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';
import { toEad3 } from '#lib/projections/hits-ead3.ts';
import { heldHit } from './held-hit.ts';

const facts = {
  title: 'Risultati',
  agency: 'ELI4U',
  madeOn: '2026-11-24',
  source: 'https://example.org/api/v1/search/export?format=ead3&q=a',
};
const schema = path.resolve(process.env.REFERENCE_DATA ?? '../shared', 'schemas/ead3/ead3.xsd');

const lists = {
  'a unit under what stands above it': [heldHit()],
  'a fonds and a unit of it': [
    heldHit({ id: 'root0000', title: 'Estimi', level: 'fonds', ancestors: [], unitType: null, referenceCode: null }),
    heldHit(),
  ],
  'a level of its own, no date, odd signs': [
    heldHit({
      level: 'other',
      levelLabel: 'sezione "A"',
      title: '<b>&\u0001 ]]>',
      dates: { display: null, start: null, end: null },
    }),
  ],
  nothing: [],
};

describe('a list as EAD3', () => {
  it('puts each unit, once, under what stands above it', () => {
    const fonds = heldHit({ id: 'root0000', title: 'Estimi', level: 'fonds', ancestors: [] });
    const text = toEad3([heldHit(), fonds, heldHit({ id: 'b2345678', title: 'Altro' })], facts);
    expect([...text.matchAll(/<c id="([^"]+)" level="(\w+)"/g)].map(([, id, level]) => [id, level])).toEqual([
      ['root0000', 'fonds'],
      ['series00', 'series'],
      ['u-1234567a', 'file'],
      ['b2345678', 'file'],
    ]);
    expect(text.match(/<ref href=/g)).toHaveLength(3);
  });

  it.each(Object.entries(lists))('is well formed: %s', (_, hits) => {
    const document = XmlDocument.fromString(toEad3(hits, facts));
    expect(document.root.name).toBe('ead');
    document.dispose();
  });

  it.skipIf(!existsSync(schema)).each(Object.entries(lists))('is valid by the official schema: %s', (_, hits) => {
    const xsd = XmlDocument.fromBuffer(readFileSync(schema));
    const validator = XsdValidator.fromDoc(xsd);
    const document = XmlDocument.fromString(toEad3(hits, facts));
    expect(() => validator.validate(document)).not.toThrow();
    for (const thing of [document, validator, xsd]) thing.dispose();
  });
});
