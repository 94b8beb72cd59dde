import { expect, it } from 'vitest';
import { inventoryWords } from '#lib/http/finding-aid/inventory-words.ts';
import { toFindingAidHtml, type InventoryFacts } from '#lib/projections/finding-aid-html.ts';
import { emptyDescription } from '#lib/records/description.ts';
import type { FindingAidStep, HarvestRecord } from '#lib/records/harvest-views.ts';
import { written } from '#tests/builders/written.ts';
import { recordView } from './record-view.ts';

async function* steps(...records: HarvestRecord[]): AsyncGenerator<FindingAidStep> {
  for (const record of records) yield { step: 'open', record };
  for (const _ of records) yield { step: 'close' };
}

const facts = (root: HarvestRecord): InventoryFacts => ({
  root,
  contents: [],
  madeOn: '26 novembre 2026',
  permalink: 'https://example.org/records/root0000',
  links: { page: '/records/root0000', csv: '/records/root0000/inventario.csv', ead3: '/data/root0000.ead.xml' },
});

const fonds = recordView({ id: 'root0000', level: 'fonds', title: 'Estimi', parentId: null, ancestors: [] });
const print = (root: HarvestRecord, ...below: HarvestRecord[]) =>
  written(toFindingAidHtml(facts(root), steps(root, ...below), inventoryWords('it')));

it('a title page names who keeps it, what it is, by whom, how much', async () => {
  const creator = {
    id: 'comune00',
    name: 'Comune di Padova',
    kind: 'corporateBody',
    role: 'creator',
    label: null,
    dates: null,
  } as const;
  const html = await print({
    ...fonds,
    agents: [creator],
    description: { ...emptyDescription, extents: ['regg. 400'] },
  });
  for (const said of [
    '<p class="keeper">Archivio di Stato di Padova</p>',
    '<h1 lang="it">Estimi</h1>',
    'Comune di Padova',
    'regg. 400',
  ])
    expect(html).toContain(said);
});

it('series are headings by their depth, units lines with code, title and dates', async () => {
  const html = await print(
    fonds,
    recordView({ id: 'series00', level: 'series', title: 'Estimo del 1418' }),
    recordView(),
  );
  expect(html).toContain(
    '<h2 id="u-series00"><span class="code">b. 12</span> <span lang="it">Estimo del 1418</span></h2>',
  );
  expect(html).toMatch(
    /<article class="unit depth-2" id="u-12345678">.*b\. 12.*Registro d’estimo.*<span class="dates">1418<\/span>/,
  );
});

it('says of a closed unit from when it may be read', async () => {
  const closed = recordView({ visibility: 'described', consultableFrom: '2046-01-01' });
  expect(await print(fonds, closed)).toContain('Documenti consultabili dal 1° gennaio 2046.');
  expect(await print(fonds, { ...closed, consultableFrom: null })).toContain('Documenti non consultabili.');
});

it.each([`</style><script>alert(1)</script>`, `"; } body { display: none } /*`, '\\', '\u0000\ud800'])(
  'a title like %j is only a title',
  async (title) => {
    const html = await print(
      { ...fonds, title, institution: { ...fonds.institution, name: title } },
      recordView({ title }),
    );
    expect(html).not.toContain('<script');
    expect(html.match(/<\/style>/g)).toHaveLength(1);
    const [style = ''] = /@top-left \{ content: "[^\n]*/.exec(html) ?? [];
    expect(style.replace(/\\[0-9a-f]+ /g, '')).toMatch(/^@top-left \{ content: "[^"\\]*"; font/);
  },
);
