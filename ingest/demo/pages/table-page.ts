import { Chance } from './chance.ts';
import { papers } from './paper.ts';
import { Sheet } from './sheet.ts';
import { cutOut, wear } from './wear.ts';

export interface TablePage {
  code: string;
  label: string;
  title: readonly string[];
  heads: readonly string[];
  rows: readonly { name: string; figures: readonly number[] }[];
  total: string;
}

const width = 3000;
const height = 4100;
const ink = '#31241b';

/** A page of a harvest register of the late eighteenth century: villages, columns in pounds, sums below. */
export function tablePage(page: TablePage): Sheet {
  const sheet = new Sheet(width, height, papers.fine, new Chance(`${page.code} ${page.label}`), ink);
  wear(sheet, 0.7);
  sheet.write(260, { hand: 'roundhand', text: page.label.replace('c. ', ''), x: 2760, size: 92, anchor: 'end' });
  for (const [at, text] of page.title.entries())
    sheet.write(430 + at * 150, { hand: 'roundhand', text, x: width / 2, size: at === 0 ? 132 : 92, anchor: 'middle' });
  const columns = page.heads.map((_, at) => 2760 - (page.heads.length - 1 - at) * 430);
  const top = 800;
  const bottom = top + 150 + (page.rows.length + 1) * 150;
  sheet.draw(
    `<path d="M240 ${top - 110}H2820M240 ${top + 40}H2820M240 ${top + 52}H2820M240 ${bottom - 110}H2820" stroke="${ink}" stroke-width="5" stroke-opacity=".7"/>` +
      [240, ...columns.map((x) => x - 370), 2820]
        .map(
          (x) => `<path d="M${x} ${top - 110}V${bottom + 60}" stroke="#8a4636" stroke-width="4" stroke-opacity=".6"/>`,
        )
        .join(''),
  );
  sheet.write(
    top,
    { hand: 'roundhand', text: 'Ville', x: 290, size: 84 },
    ...page.heads.map((text, at) => ({
      hand: 'roundhand' as const,
      text,
      x: (columns[at] ?? 0) - 20,
      size: 66,
      anchor: 'end' as const,
    })),
  );
  let y = top + 180;
  for (const row of page.rows) {
    line(sheet, row.name, row.figures, columns, y);
    y += 150;
  }
  const sums = page.heads.map((_, at) => page.rows.reduce((sum, row) => sum + (row.figures[at] ?? 0), 0));
  line(sheet, page.total, sums, columns, bottom);
  cutOut(sheet, 48, 5);
  return sheet;
}

function line(sheet: Sheet, name: string, figures: readonly number[], columns: readonly number[], y: number): void {
  sheet.write(
    y,
    { hand: 'roundhand', text: name, x: 290, size: 88 },
    ...figures.map((value, at) => ({
      hand: 'roundhand' as const,
      text: value === 0 ? '—' : value.toLocaleString('de-DE'),
      x: (columns[at] ?? 0) - 20,
      size: 84,
      anchor: 'end' as const,
    })),
  );
}
