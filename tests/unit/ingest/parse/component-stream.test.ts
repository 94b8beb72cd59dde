import { describe, expect, it } from 'vitest';
import type { Draft } from '#ingest/draft.ts';
import { ead, unit } from '#tests/builders/ead.ts';
import { ofKind, read } from './read-text.ts';

const tree = (dsc: string, after = '', before = '') =>
  `<ead xmlns="urn:isbn:1-931666-22-9"><eadheader><eadid>t</eadid></eadheader><archdesc level="fonds"><did><unittitle>R</unittitle></did>${before}${dsc}${after}</archdesc></ead>`;
const c = (title: string, inner = '', attributes = 'level="file"') =>
  `<c ${attributes}><did><unittitle>${title}</unittitle></did>${inner}</c>`;
const shape = (drafts: readonly Draft[]) =>
  ofKind(drafts, 'unit').map(({ ordinal, parentOrdinal, depth, title }) => [ordinal, parentOrdinal, depth, title]);

/** No component may be lost: what went out and what was quarantined is what was met. */
function expectWhole(drafts: readonly Draft[]): void {
  const out = new Set(ofKind(drafts, 'unit').map(({ ordinal }) => ordinal)).size;
  const quarantined = ofKind(drafts, 'quarantined').reduce((sum, { units }) => sum + units, 0);
  expect(ofKind(drafts, 'sourceEnd')[0]?.units).toBe(out + quarantined);
}

describe('components', () => {
  it.each<[string, string]>([
    [
      'numbered',
      '<dsc><c01><did><unittitle>a</unittitle></did><c02><did><unittitle>b</unittitle></did></c02></c01></dsc>',
    ],
    ['not numbered', `<dsc>${c('a', c('b'))}</dsc>`],
    ['in a dsc within a dsc', `<dsc><dsc>${c('a', c('b'))}</dsc></dsc>`],
    ['in a wrapper', `<dsc><thead>${c('a', `<x>${c('b')}</x>`)}</thead></dsc>`],
    [
      'in an archdesc of their own',
      `<dsc><archdesc level="fonds"><did><unittitle>a</unittitle></did><dsc>${c('b')}</dsc></archdesc></dsc>`,
    ],
  ])('%s', async (_, dsc) => {
    const drafts = await read(tree(dsc));
    expect(shape(drafts)).toEqual([
      [0, null, 0, 'R'],
      [1, 0, 1, 'a'],
      [2, 1, 2, 'b'],
    ]);
    expectWhole(drafts);
  });

  it('of several dsc follow each other, and their xpaths find them', async () => {
    const drafts = await read(tree(`<dsc>${c('a')}${c('b', c('b1') + c('b2'))}</dsc><dsc>${c('d')}</dsc>`));
    expect(ofKind(drafts, 'unit').map(({ title, xpath }) => [title, xpath])).toEqual([
      ['R', '/ead/archdesc'],
      ['a', '/ead/archdesc/dsc/c[1]'],
      ['b', '/ead/archdesc/dsc/c[2]'],
      ['b1', '/ead/archdesc/dsc/c[2]/c[1]'],
      ['b2', '/ead/archdesc/dsc/c[2]/c[2]'],
      ['d', '/ead/archdesc/dsc[2]/c[1]'],
    ]);
  });

  it('what a unit says after its components comes in a second draft', async () => {
    const note = '<scopecontent><p>dopo</p></scopecontent>';
    const drafts = await read(tree(`<dsc>${c('a', c('b') + note)}</dsc>`, '<bioghist><p>tardi</p></bioghist>'));
    const units = ofKind(drafts, 'unit');
    expect(units.map(({ ordinal, revision }) => [ordinal, revision])).toEqual([
      [0, undefined],
      [1, undefined],
      [2, undefined],
      [1, true],
      [0, true],
    ]);
    expect(units[3]?.description.elements.scopeAndContent?.[0]?.text).toBe('dopo');
    expect(units[4]).toMatchObject({
      title: 'R',
      description: { elements: { administrativeHistory: [{ text: 'tardi' }] } },
    });
    expect(ofKind(drafts, 'source')).toHaveLength(1);
    expectWhole(drafts);
  });

  it('white space after components is no content', async () => {
    const drafts = await read(tree(`<dsc>\n${c('a', `${c('b')}\n `)}\n</dsc>\n`));
    expect(ofKind(drafts, 'unit')).toHaveLength(3);
  });

  it('2,000 levels deep', async () => {
    const drafts = await read(
      tree(`<dsc>${'<c level="series"><did><unittitle>x</unittitle></did>'.repeat(2000)}${'</c>'.repeat(2000)}</dsc>`),
    );
    expect(ofKind(drafts, 'unit').at(-1)).toMatchObject({ ordinal: 2000, depth: 2000 });
    expectWhole(drafts);
  });

  it('prose nested beyond all measure keeps its words', async () => {
    const drafts = await read(
      tree('', '', `<odd><p>${'<emph>'.repeat(2500)}in fondo${'</emph>'.repeat(2500)}</p></odd>`),
    );
    expect(ofKind(drafts, 'unit')[0]?.description.elements.note?.[0]?.text).toBe('in fondo');
  });
});

describe('ids', () => {
  it('the first unit keeps a repeated id, the others are told', async () => {
    const drafts = await read(
      ead({ children: [unit('a', { id: 'x' }), unit('b', { id: 'x' }), unit('c', { id: 'y' })] }),
    );
    expect(ofKind(drafts, 'unit').map(({ componentId }) => componentId)).toEqual([null, 'x', null, 'y']);
    expect(ofKind(drafts, 'problem')[0]?.problem).toMatchObject({
      code: 'id-repeated',
      found: 'x',
      xpath: '/ead/archdesc/dsc/c[2]',
    });
  });

  it('thousands are told apart', async () => {
    const children = Array.from({ length: 5000 }, (_, i) => unit(`t${i}`, { id: `id${i}` }));
    expect(ofKind(await read(ead({ children })), 'problem')).toEqual([]);
  });
});

describe('levels and titles that are not there', () => {
  it('are inferred, with one warning each for the whole file', async () => {
    const dsc = `<dsc>${c('', '<c><did><unitid>b. 1</unitid></did></c><c><did><unitdate>1900</unitdate></did></c><c><did/><scopecontent><p>Lettere</p></scopecontent></c><c><did/></c>', '')}</dsc>`;
    const drafts = await read(tree(dsc));
    expect(ofKind(drafts, 'unit').map(({ level, title }) => [level, title])).toEqual([
      ['fonds', 'R'],
      ['series', '[senza titolo]'],
      ['file', 'b. 1'],
      ['file', '1900'],
      ['file', 'Lettere'],
      ['file', '[senza titolo]'],
    ]);
    const problems = ofKind(drafts, 'problem').map(({ problem }) => problem);
    expect(problems).toMatchObject([
      { code: 'level-missing', message: expect.stringMatching(/^5 components/) },
      { code: 'title-missing', message: expect.stringMatching(/^5 components/) },
    ]);
    expect(problems.every(({ line, xpath }) => line === 1 && xpath?.startsWith('/ead/archdesc/dsc/c'))).toBe(true);
  });

  it("a root without title has the finding aid's", async () => {
    const drafts = await read(
      '<ead><eadheader><eadid>x</eadid><filedesc><titlestmt><titleproper>Inventario</titleproper></titlestmt></filedesc></eadheader><archdesc level="fonds"><did/></archdesc></ead>',
    );
    expect(ofKind(drafts, 'unit')[0]?.title).toBe('Inventario');
  });

  it('10,000 characters of a title are kept', async () => {
    const drafts = await read(ead({ children: [unit(`${'T'.repeat(9999)}!`)] }));
    expect(ofKind(drafts, 'unit')[1]?.title).toHaveLength(10_000);
  });
});

describe('a unit that is too large', () => {
  const long = `<odd><p>${'parola '.repeat(5000)}</p></odd>`;

  it('is quarantined with what lies below it; its neighbours stay', async () => {
    const drafts = await read(
      tree(
        `<dsc>${c('a')}${c('grande', `${long}${c('sotto', c('più sotto'))}`, 'level="series" id="big"')}${c('z')}</dsc>`,
      ),
      { maxUnitBytes: 10_000 },
    );
    expect(shape(drafts)).toEqual([
      [0, null, 0, 'R'],
      [1, 0, 1, 'a'],
      [5, 0, 1, 'z'],
    ]);
    const [quarantined] = ofKind(drafts, 'quarantined');
    expect(quarantined).toMatchObject({
      units: 3,
      componentId: 'big',
      parentOrdinal: 0,
      problem: { code: 'unit-too-large', severity: 'severe', xpath: '/ead/archdesc/dsc/c[2]' },
    });
    expect(quarantined?.raw).toMatch(/^<c level="series" id="big"><did><unittitle>grande/);
    expectWhole(drafts);
  });

  it('its raw XML is cut at 64 KiB', async () => {
    const drafts = await read(tree(`<dsc>${c('x', `<odd><p>${'è<emph>x</emph>'.repeat(20_000)}</p></odd>`)}</dsc>`), {
      maxUnitBytes: 1_000_000,
    });
    expect(Buffer.byteLength(ofKind(drafts, 'quarantined')[0]?.raw ?? '')).toBeGreaterThan(65_000);
    expect(Buffer.byteLength(ofKind(drafts, 'quarantined')[0]?.raw ?? '')).toBeLessThanOrEqual(65_536);
  });

  it('after its components have gone out, the file is refused: nothing is ever shortened', async () => {
    const drafts = await read(tree(`<dsc>${c('a', c('b') + long)}</dsc>`), { maxUnitBytes: 10_000 });
    expect(drafts.at(-1)).toMatchObject({
      kind: 'failed',
      units: 3,
      problem: { code: 'unit-too-large', severity: 'severe', xpath: '/ead/archdesc/dsc/c[1]' },
    });
  });

  it('the whole fonds when archdesc is', async () => {
    const drafts = await read(tree(`<dsc>${c('a')}</dsc>`, '', long), { maxUnitBytes: 10_000 });
    expect(ofKind(drafts, 'quarantined')[0]).toMatchObject({ units: 2, parentOrdinal: null });
    expectWhole(drafts);
  });

  it('one text without end does not fill the memory', async () => {
    const size = 120 * 1024 * 1024;
    const start = Buffer.from(tree(`<dsc>${c('grande', '<odd><p>@</p></odd>')}${c('z')}</dsc>`));
    const at = start.indexOf('@');
    const filler = Buffer.alloc(1024 * 1024, 'parola e \n');
    const { readSource } = await import('#ingest/parse/source.ts');
    async function* pieces() {
      yield start.subarray(0, at);
      for (let sent = 0; sent < size; sent += filler.length) yield filler;
      yield start.subarray(at + 1);
    }
    const drafts: Draft[] = [];
    for await (const batch of readSource(pieces(), { fileName: 'x', maxUnitBytes: 1024 * 1024 })) drafts.push(...batch);
    expect(ofKind(drafts, 'quarantined')).toHaveLength(1);
    expect(ofKind(drafts, 'unit').map(({ title }) => title)).toEqual(['R', 'z']);
  }, 60_000);
});
