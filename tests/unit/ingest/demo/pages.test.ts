import { describe, expect, it } from 'vitest';
import { demoUnit, type DemoPart } from '#ingest/demo/pages/page-set.ts';
import { pageSets } from '#ingest/demo/pages/page-sets.ts';
import { fromDenari, roman } from '#ingest/demo/pages/register-page.ts';
import { toAlto } from '#ingest/demo/pages/to-alto.ts';
import { toMets } from '#ingest/demo/pages/to-mets.ts';
import { readMets } from '#ingest/images/mets/read-mets.ts';
import { folderOf } from '#ingest/demo/pages/write-page-set.ts';
import { readPageText } from '#ingest/page-text/read-page-text.ts';
import { plainText } from '#lib/records/page-text.ts';

const sets = pageSets();
const setOf = (code: string) => {
  const set = sets.find((each) => each.code === code);
  if (!set) throw new Error(`no set ${code}`);
  return set;
};
const textOf = (code: string, page: number) => plainText(setOf(code).pages[page - 1]?.sheet().lines ?? []);

describe('pages of the demonstration', () => {
  it('sixty at least, of eight units of five fonds, each of units that are described', () => {
    expect(sets.flatMap(({ pages }) => pages).length).toBeGreaterThanOrEqual(60);
    expect(sets.length).toBeGreaterThanOrEqual(8);
    expect(new Set(sets.map(({ fonds }) => fonds)).size).toBeGreaterThanOrEqual(5);
    for (const { fonds, code } of sets) expect(demoUnit(fonds, code).unit.title).not.toBe('');
    expect(new Set(sets.map(folderOf)).size).toBe(sets.length);
  });

  it('one unit may not be read yet', () => {
    const closed = sets.filter(({ fonds, code }) => demoUnit(fonds, code).unit.access?.kind === 'Non accessibile');
    expect(closed.map(({ code }) => code)).toEqual(['Atti, cat. 4, b. 28']);
  });

  it('a register of leaves in quarters and streets, without gaps', () => {
    const { pages, parts } = setOf('Estimo 1418, reg. 5');
    expect(pages.length).toBeGreaterThanOrEqual(24);
    expect([pages[0]?.label, pages[1]?.label, pages[27]?.label]).toEqual(['c. 1r', 'c. 1v', 'c. 14v']);
    const covers = (within: readonly DemoPart[], from: number, to: number): void => {
      expect(
        within.flatMap((part) => Array.from({ length: part.to - part.from + 1 }, (_, at) => part.from + at)),
      ).toEqual(Array.from({ length: to - from + 1 }, (_, at) => from + at));
      for (const part of within) if (part.parts) covers(part.parts, part.from, part.to);
    };
    covers(parts, 1, pages.length);
  });

  it.each(sets.map((set) => [set.code, set] as const))('%s: large, its words where ALTO says', (_, set) => {
    for (const page of new Set([set.pages[0], set.pages.at(-1)])) {
      if (!page) continue;
      const sheet = page.sheet();
      expect(sheet.width * sheet.height).toBeGreaterThanOrEqual(12_000_000);
      const read = readPageText(new TextEncoder().encode(toAlto(sheet, set.language, 'a.jpg')), sheet);
      expect(read).toMatchObject({
        ok: true,
        origin: 'alto',
        language: set.language,
        cut: false,
        lines: sheet.lines,
      });
      expect(sheet.lines.length).toBeGreaterThan(0);
    }
  });

  it('are alike at every run', () => {
    const [first] = setOf('b. 2, perg. 1').pages;
    expect(first?.sheet().svg()).toBe(first?.sheet().svg());
  });

  it('tell of their own units', () => {
    expect(textOf('Estimo 1418, reg. 5', 1)).toContain('Lorenzo di Rigo, tintor');
    expect(textOf('Ducali originali, b. 1, n. 1', 1)).toContain('Augustinus Barbadico');
    expect(textOf('Ducali originali, b. 1, n. 1', 2)).toContain('Pro scholaribus');
    expect(textOf('b. 2, fasc. 1', 2)).toContain('Essendo il bisogno');
    expect(textOf('b. 2, perg. 1', 2)).toContain('Pro fovea');
    expect(textOf('b. 5, dis. 1', 1)).toContain('qui si paga');
    expect(textOf('reg. 3', 1)).toContain('Vighizzolo');
  });

  it('METS says leaves, parts, text and rights', () => {
    const set = setOf('reg. 3');
    const files = set.pages.map((_, at) => ({
      image: `${at}.jpg`,
      imageSha256: 'a',
      imageBytes: 10,
      width: 4000,
      height: 3000,
      alto: `${at}.xml`,
      altoSha256: 'b',
    }));
    const mets = toMets(set, files);
    expect(mets).toContain(
      '<div ID="page-2" TYPE="page" ORDER="2" LABEL="c. 1v"><fptr FILEID="image-2"/><fptr FILEID="alto-2"/></div>',
    );
    expect(mets).toContain('<div TYPE="part" LABEL="Raccolto 1786"><fptr FILEID="image-2"/></div>');
    expect(readMets(new TextEncoder().encode(mets))).toMatchObject({
      identifiers: ['reg. 3'],
      rightsUri: 'http://rightsstatements.org/vocab/NoC-OKLR/1.0/',
      warnings: [],
    });
    expect(mets).toContain('<mix:imageWidth>4000</mix:imageWidth><mix:imageHeight>3000</mix:imageHeight>');
  });

  it.each([
    [1, 'I'],
    [4, 'IV'],
    [19, 'XIX'],
    [1418, 'MCDXVIII'],
  ])('%i is %s', (value, text) => expect(roman(value)).toBe(text));

  it('twelve denari are a soldo, twenty soldi a lira', () => {
    expect(fromDenari(240 * 3 + 12 * 5 + 7)).toEqual({ lire: 3, soldi: 5, denari: 7 });
  });
});
