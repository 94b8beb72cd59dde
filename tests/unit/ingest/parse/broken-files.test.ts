import { describe, expect, it } from 'vitest';
import { ofKind, read } from './read-text.ts';

const small = (title = 'A') => `<?xml version="1.0" encoding="UTF-8"?>
<ead xmlns="http://ead3.archivists.org/schema/"><control><recordid>r</recordid></control>
<archdesc level="fonds"><did><unitid>F</unitid><unittitle>Fondo di prova</unittitle></did>
<dsc><c level="file"><did><unittitle>${title}</unittitle></did></c><c level="file"><did><unittitle>B</unittitle></did></c></dsc></archdesc></ead>`;
const doctype = (declarations: string, text: string) => small(text).replace('?>', `?><!DOCTYPE ead [${declarations}]>`);

describe('what cannot be read ends in one severe problem with its line', () => {
  it.each<[string, string | Uint8Array, string, RegExp, number]>([
    ['no XML', 'Caro diario,\noggi niente XML.', 'malformed', /text data outside/, 2],
    ['empty', '', 'not-xml', /an empty file/, 1],
    ['only white space', '  \n ', 'not-xml', /an empty file/, 1],
    ['bytes of no known kind', Buffer.from([0x3c, 0x61, 0x0a, 0xfe, 0xfd]), 'encoding', /UTF-8/, 2],
    ['a declaration alone', '<?xml version="1.0"?>', 'malformed', /root element/, 1],
    ['a tag left open', small().replace('</archdesc>', ''), 'malformed', /close tag/, 4],
    ['cut off', small().slice(0, -100), 'malformed', /unclosed tag|unexpected end/, 4],
    [
      'a prefix bound to nothing',
      small().replace('<unitid>F', '<x:unitid>F').replace('F</unitid>', 'F</x:unitid>'),
      'malformed',
      /prefix x/,
      3,
    ],
    [
      'a prefix of an attribute bound to nothing',
      small().replace('<dsc>', '<dsc xlink:href="a">'),
      'malformed',
      /prefix xlink/,
      4,
    ],
    ['Latin 1 that says UTF-8', Buffer.from(small('Sanità'), 'latin1'), 'encoding', /UTF-8/, 4],
    ['an encoding nobody knows', small().replace('UTF-8', 'x-klingon'), 'encoding', /x-klingon/, 1],
    ['another root', '<?xml version="1.0"?>\n<map><entry/></map>', 'unknown-format', /map/, 2],
    [
      'EAD of another namespace',
      '<ead xmlns="http://example.org/ead"><archdesc/></ead>',
      'unknown-format',
      /example\.org/,
      1,
    ],
    ['EAD without archdesc', '<ead><eadheader/></ead>', 'no-archdesc', /archdesc/, 1],
    ['two archdesc', '<ead><eadheader/><archdesc/>\n<archdesc/></ead>', 'second-archdesc', /more than one/, 2],
    ['an external entity', doctype('<!ENTITY x SYSTEM "file:///etc/passwd">', '&x;'), 'entity', /&x;/, 4],
    ['an entity in an attribute', small().replace('<dsc>', '<dsc id="&x;">'), 'entity', /&x;/, 4],
    ['an entity bomb', doctype('<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">', '&b;'), 'entity', /&b;/, 4],
    ['a control character', small('A\u0001B'), 'malformed', /disallowed character/, 4],
  ])('%s', async (_, text, code, reason, line) => {
    const drafts = await read(text);
    const last = drafts.at(-1);
    expect(last).toMatchObject({ kind: 'failed', problem: { code, severity: 'severe', line } });
    expect(ofKind(drafts, 'failed')[0]?.problem.message).toMatch(reason);
    expect(ofKind(drafts, 'sourceEnd')).toEqual([]);
    expect(JSON.stringify(drafts)).not.toMatch(/root:|aaaaaaa/);
  });

  it('says how many units had been met', async () => {
    const drafts = await read(small().replace('</dsc>', '</oops>'));
    expect(drafts.at(-1)).toMatchObject({ kind: 'failed', units: 3 });
  });

  it('finds the line of a bad byte far into the file, whatever the pieces', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`<ead>\n${'è\n'.repeat(5000)}`),
      Buffer.from([0xe8, 0x0a]),
      Buffer.from('</ead>'),
    ]);
    for (const piece of [7, 1024, 100_000]) {
      const drafts = await read(bytes, { piece });
      expect(drafts.at(-1)).toMatchObject({ problem: { code: 'encoding', line: 5002 } });
    }
  });
});

describe('what can be read', () => {
  const titles = async (text: string | Uint8Array, piece?: number) =>
    ofKind(await read(text, piece ? { piece } : {}), 'unit').map((one) => one.title);
  const utf16 = (text: string, mark: boolean) =>
    Buffer.from(`${mark ? '\ufeff' : ''}${text.replace('UTF-8', 'UTF-16')}`, 'utf16le');

  it.each<[string, string | Uint8Array]>([
    ['UTF-8', small('Sanità – €')],
    ['UTF-8 with byte order mark', `\ufeff${small('Sanità – €')}`],
    ['UTF-16, little end first', utf16(small('Sanità – €'), true)],
    ['UTF-16 without mark', utf16(small('Sanità – €'), false)],
    ['UTF-16, big end first', utf16(small('Sanità – €'), true).swap16()],
    ['windows-1252', Buffer.from(small('Sanit\u00e0 \u0096 \u0080').replace('UTF-8', 'windows-1252'), 'latin1')],
  ])('%s', async (_, text) => {
    for (const piece of [1, 13, 65_536])
      expect(await titles(text, piece)).toEqual(['Fondo di prova', 'Sanità – €', 'B']);
  });

  it('ISO-8859-1', async () => {
    expect(await titles(Buffer.from(small('Sanità').replace('UTF-8', 'ISO-8859-1'), 'latin1'))).toContain('Sanità');
  });

  it('a DOCTYPE, with ISO names of characters as a warning', async () => {
    const drafts = await read(doctype('<!ENTITY % iso SYSTEM "iso.ent">', 'Sanit&agrave;&nbsp;&amp; &egrave;'));
    expect(ofKind(drafts, 'unit')[1]?.title).toBe('Sanità\u00a0& è');
    expect(ofKind(drafts, 'problem').map(({ problem }) => problem)).toMatchObject([
      { code: 'entity-named', severity: 'warning', line: 4, found: '&agrave;' },
    ]);
  });

  it('U+0000 becomes U+FFFD, with a warning', async () => {
    const drafts = await read(small('A\u0000B'));
    expect(ofKind(drafts, 'unit')[1]?.title).toBe('A\ufffdB');
    expect(ofKind(drafts, 'problem')[0]?.problem).toMatchObject({ code: 'null-character', line: 4 });
  });

  it('any prefix for the namespace', async () => {
    const drafts = await read(
      '<e:ead xmlns:e="http://ead3.archivists.org/schema/"><e:control><e:recordid>r</e:recordid></e:control><e:archdesc level="fonds"><e:did><e:unittitle>T</e:unittitle></e:did></e:archdesc></e:ead>',
    );
    expect(ofKind(drafts, 'source')[0]).toMatchObject({ format: 'ead3', identifier: 'r' });
    expect(ofKind(drafts, 'unit')[0]?.title).toBe('T');
  });

  it('EAD 2002 under the name that the Swedish National Archives give it', async () => {
    const drafts = await read(
      '<ead xmlns="http://xml.ra.se/EAD"><eadheader><eadid>r</eadid></eadheader><archdesc><did><unittitle>T</unittitle></did></archdesc></ead>',
    );
    expect(ofKind(drafts, 'source')[0]).toMatchObject({ format: 'ead2002', identifier: 'r' });
  });

  it('EAD3 without namespace, by its control', async () => {
    const drafts = await read(
      '<ead><control><recordid>r</recordid></control><archdesc level="fonds"><did><unittitle>T</unittitle></did></archdesc></ead>',
    );
    expect(ofKind(drafts, 'source')[0]).toMatchObject({ format: 'ead3', identifier: 'r' });
  });
});
