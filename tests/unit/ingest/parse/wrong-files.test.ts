import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Draft } from '#ingest/draft.ts';
import { ofKind, read } from './read-text.ts';

const ead = (components: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>
<ead xmlns="http://ead3.archivists.org/schema/"><control><recordid>r</recordid></control>
<archdesc level="fonds"><did><unittitle>Fondo</unittitle></did>
<dsc>${components}</dsc></archdesc></ead>`;
const file = (content: string, attributes = 'level="file"') =>
  `<c ${attributes}><did><unittitle>A</unittitle>${content}</did></c>`;
const sound = ead(file(''));

/** What a report says of a file: one line for each kind of trouble. */
function linesOf(drafts: readonly Draft[]): string[] {
  return drafts.flatMap((draft) => {
    if (draft.kind !== 'problem' && draft.kind !== 'failed' && draft.kind !== 'quarantined') return [];
    const { code, line, xpath, message } = draft.problem;
    return [`${code} ${xpath ?? line}: ${message}`];
  });
}

describe('a file that is no XML is called what it is', () => {
  it.each<[string, string | Uint8Array, RegExp]>([
    ['gzip named .xml', gzipSync(sound), /gzip/],
    ['a ZIP archive', Buffer.from('PK\x03\x04\x14\x00', 'latin1'), /ZIP/],
    ['a PDF', Buffer.from('%PDF-1.7\n%\xe2\xe3', 'latin1'), /PDF/],
    ['a PNG', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 255]), /PNG/],
    ['a web page', '\ufeff<!DOCTYPE html>\n<html><body>404</body></html>', /HTML/],
    ['JSON', '{"records": []}', /JSON/],
    ['zero bytes', Buffer.alloc(5000), /zero bytes/],
    ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x3c, 0, 0, 0]), /UTF-32/],
    ['nothing', '', /empty/],
    ['a byte order mark alone', '\ufeff', /empty/],
  ])('%s', async (_, bytes, reason) => {
    const lines = linesOf(await read(bytes));
    expect(lines).toEqual([expect.stringMatching(/^not-xml 1: no XML: /)]);
    expect(lines[0]).toMatch(reason);
  });
});

it('words that every object of JavaScript answers to are words like any other', async () => {
  const words = ['constructor', 'toString', 'hasOwnProperty', '__proto__', 'valueOf'];
  const named = words.map((word) => `<${word}>${word}</${word}>`).join('');
  const drafts = await read(
    ead(
      words
        .map((word) =>
          file(named, `level="${word}" id="${word}" ${word}="x"`).replace(
            '</c>',
            `<controlaccess>${named}</controlaccess>${named}</c>`,
          ),
        )
        .join(''),
    ),
  );
  expect(linesOf(drafts)).toEqual([]);
  const units = ofKind(drafts, 'unit').slice(1);
  expect(units.map((unit) => [unit.level, unit.componentId])).toEqual(words.map((word) => ['other', word]));
  for (const unit of units) {
    expect(unit.agents).toEqual([]);
    expect(unit.description.elements.note?.map((note) => note.text)).toEqual([...words, ...words, ...words]);
  }
  expect(linesOf(await read(ead(file('<odd>&constructor;</odd>'))))).toEqual([
    expect.stringMatching(/^entity 4: the entity &constructor;/),
  ]);
});

describe('XML that is wrong gives one line with place and reason', () => {
  it.each<[string, string | Uint8Array, string]>([
    [
      'a loose ampersand, far from the next semicolon',
      sound.replace('>A<', '>Rossi & C.<'),
      'malformed 4: not well-formed XML: an & that begins no entity; write it as &amp;',
    ],
    [
      'a loose ampersand before a semicolon some lines on',
      sound.replace('>A<', '>Rossi & C.\n\nVia del Santo; Padova<'),
      'malformed 4: not well-formed XML: an & that begins no entity; write it as &amp;',
    ],
    [
      'UTF-16 cut within a character',
      Buffer.concat([Buffer.from(`\ufeff${sound}`, 'utf16le'), Buffer.from(' ')]),
      'encoding 4: bytes that are not UTF-16LE, the encoding the file says it has',
    ],
    [
      'cut within a character',
      Buffer.concat([Buffer.from('<ead>\n<control>'), Buffer.from([0xc3])]),
      'encoding 2: bytes that are not UTF-8, the encoding the file says it has',
    ],
    [
      'cut within a tag',
      sound.slice(0, sound.indexOf('</c>') + 2),
      'malformed 4: not well-formed XML: unclosed tag: c',
    ],
    ['words after the end', `${sound}\nciao`, 'malformed 5: not well-formed XML: text data outside of root node'],
    ['two roots', `${sound}<ead/>`, 'malformed 4: not well-formed XML: documents may contain only one root'],
    [
      'one attribute twice',
      ead('<c level="a" level="b"/>'),
      'malformed 4: not well-formed XML: duplicate attribute: level',
    ],
    [
      'a character that XML has not',
      ead(file('<unitid>&#0;</unitid>')),
      'malformed 4: not well-formed XML: malformed character entity',
    ],
    [
      'an entity bomb of nine levels',
      sound
        .replace(
          '<ead',
          `<!DOCTYPE ead [<!ENTITY a "aaaa">${'bcdefgh'.replace(/./g, (name) => `<!ENTITY ${name} "${`&${String.fromCharCode(name.charCodeAt(0) - 1)};`.repeat(10)}">`)}]>\n<ead`,
        )
        .replace('>A<', '>&h;<'),
      "entity 5: the entity &h; is not expanded: entities of a file's own are never read",
    ],
    [
      'a component for a root',
      '<c level="file"/>',
      'unknown-format /c: the element c without namespace begins no format that is read here',
    ],
    [
      'an empty list of records',
      '<icar-import xmlns="http://www.san.beniculturali.it/icar-import"/>',
      'unknown-format 1: an icar-import without records',
    ],
  ])('%s', async (_, text, line) => {
    const drafts = await read(text);
    expect(linesOf(drafts)).toEqual([line]);
    expect(JSON.stringify(drafts)).not.toContain('aaaa');
  });

  it.each<[string, string, string]>([
    [
      'dates from 0 to 9999',
      file('<unitdate normal="0/9999">sempre</unitdate>'),
      'date-beyond /ead/archdesc/dsc/c[1]: 1 date with a year before 1 or after 9998: that side is left open',
    ],
    [
      'inverted dates',
      file('<unitdate normal="1900/1800">1900-1800</unitdate>').repeat(2),
      'date-inverted /ead/archdesc/dsc/c[1]: 2 dates with an end before the start: kept as text',
    ],
    [
      'repeated ids',
      file('', 'id="x" level="file"').repeat(3),
      'id-repeated /ead/archdesc/dsc/c[2]: 2 units have the id of another unit of this file, x first: kept without it',
    ],
    [
      'no level',
      '<c><did><unittitle>A</unittitle></did></c>',
      'level-missing /ead/archdesc/dsc/c[1]: 1 component without level: inferred from the place in the tree',
    ],
    [
      'no title',
      '<c level="file"/><c level="file"><did/></c>',
      'title-missing /ead/archdesc/dsc/c[1]: 2 components without title: date, code or content stands for it',
    ],
  ])('%s: kept, with one warning', async (_, components, line) => {
    const drafts = await read(ead(components));
    expect(linesOf(drafts)).toEqual([line]);
    expect(drafts.at(-1)?.kind).toBe('sourceEnd');
  });
});

describe('what looks wrong and is not', () => {
  it.each<[string, string | Uint8Array]>([
    ['two byte order marks', `\ufeff\ufeff${sound}`],
    ['UTF-16 that says UTF-8', Buffer.from(sound, 'utf16le')],
    ['UTF-8 that says UTF-16', sound.replace('UTF-8', 'UTF-16')],
    [
      'a DOCTYPE elsewhere, never fetched',
      sound.replace('<ead', '<!DOCTYPE ead [<!ENTITY % x SYSTEM "http://127.0.0.1:1/x.dtd"> %x;]><ead'),
    ],
    [
      'XInclude, never followed',
      sound.replace(
        '</did></c>',
        '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/hostname"/></did></c>',
      ),
    ],
    ['names that objects have', sound.replace('</did></c>', '<constructor/><__proto__/></did></c>')],
  ])('%s', async (_, text) => {
    const drafts = await read(text);
    expect(linesOf(drafts)).toEqual([]);
    expect(ofKind(drafts, 'unit').map(({ title }) => title)).toEqual(['Fondo', 'A']);
  });

  it('1,000 components within each other', async () => {
    const open = '<c level="file"><did><unittitle>x</unittitle></did>';
    const drafts = await read(ead(open.repeat(1000) + '</c>'.repeat(1000)));
    expect(linesOf(drafts)).toEqual([]);
    expect(ofKind(drafts, 'unit').at(-1)?.depth).toBe(1000);
  });
});

it('whatever becomes of the bytes, reading ends with an end of the source or with one reason, and never throws', async () => {
  const bytes = Buffer.from(
    ead(file('<unitdate normal="1418/1430">1418-1430</unitdate><unitid>B &amp; C</unitid>').repeat(3)),
  );
  const damage = fc.record({
    at: fc.nat(bytes.length - 1),
    byte: fc.nat(255),
    length: fc.oneof(fc.constant(bytes.length), fc.nat(bytes.length)),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 4 }), async (faults) => {
      const damaged = Buffer.from(bytes);
      for (const { at, byte } of faults) damaged[at] = byte;
      const drafts = await read(damaged.subarray(0, Math.min(...faults.map(({ length }) => length))));
      expect(['sourceEnd', 'failed', 'quarantined']).toContain(drafts.at(-1)?.kind);
      expect(ofKind(drafts, 'failed').length).toBeLessThanOrEqual(1);
      expect(ofKind(drafts, 'failed').every(({ problem }) => (problem.line ?? 0) >= 1 && problem.message !== '')).toBe(
        true,
      );
    }),
    { numRuns: 500 },
  );
});
