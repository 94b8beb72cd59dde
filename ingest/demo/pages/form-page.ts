import { Chance } from './chance.ts';
import { papers } from './paper.ts';
import { Sheet } from './sheet.ts';
import { cutOut, wear } from './wear.ts';

export interface FormPage {
  code: string;
  number: number;
  heading: readonly string[];
  /** What is printed before each line, and what was written on it. */
  fields: readonly { label: string; answer: string }[];
  table: { heads: readonly string[]; rows: readonly (readonly string[])[] };
  stamp: string;
}

const width = 3000;
const height = 4200;
const blue = '#28406f';

/** A printed form of the twentieth century, filled in with the pen. */
export function formPage(page: FormPage): Sheet {
  const sheet = new Sheet(width, height, papers.form, new Chance(`${page.code} ${page.number}`), '#26221e');
  let y = 420;
  for (const [at, text] of page.heading.entries()) {
    sheet.write(y, { hand: 'print', text, x: width / 2, size: at === 1 ? 150 : 92, anchor: 'middle' });
    y += at === 1 ? 190 : 160;
  }
  sheet.write(
    y + 40,
    { hand: 'print', text: 'N.', x: 2300, size: 84 },
    { hand: 'quick', text: String(page.number), x: 2430, size: 104, ink: blue },
  );
  y += 220;
  for (const { label, answer } of page.fields) {
    sheet.write(
      y,
      { hand: 'print', text: label, x: 330, size: 76 },
      { hand: 'quick', text: answer, x: 1130, size: 86, ink: blue },
    );
    sheet.draw(`<path d="M1110 ${y + 22}H2680" stroke="#26221e" stroke-width="4" stroke-dasharray="4 14"/>`);
    y += 176;
  }
  const columns = [330, 1130, 1880];
  sheet.draw(
    Array.from(
      { length: page.table.rows.length + 2 },
      (_, at) => `<path d="M300 ${y + at * 150}H2690" stroke="#26221e" stroke-width="5" stroke-opacity=".8"/>`,
    ).join('') +
      [300, 1100, 1850, 2690]
        .map(
          (x) =>
            `<path d="M${x} ${y}v${(page.table.rows.length + 1) * 150}" stroke="#26221e" stroke-width="5" stroke-opacity=".8"/>`,
        )
        .join(''),
  );
  sheet.write(
    y + 104,
    ...page.table.heads.map((text, at) => ({ hand: 'print' as const, text, x: columns[at] ?? 0, size: 70 })),
  );
  for (const [at, cells] of page.table.rows.entries())
    sheet.write(
      y + 254 + at * 150,
      ...cells.map((text, column) => ({
        hand: 'quick' as const,
        text,
        x: (columns[column] ?? 0) + 20,
        size: 82,
        ink: blue,
      })),
    );
  sheet.draw(
    `<g fill="none" stroke="#5b3f86" stroke-opacity=".6" transform="rotate(-9 2150 3700)"><circle cx="2150" cy="3700" r="240" stroke-width="12"/><circle cx="2150" cy="3700" r="196" stroke-width="5"/></g>`,
  );
  sheet.write(3720, { hand: 'print', text: page.stamp, x: 2150, size: 58, anchor: 'middle', ink: '#5b3f86' });
  sheet.draw([900, 3300].map((at) => `<circle cx="120" cy="${at}" r="38" fill="#1b1815"/>`).join(''));
  wear(sheet, 0.3);
  cutOut(sheet, 30, 2);
  return sheet;
}
