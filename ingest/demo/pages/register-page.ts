import { Chance } from './chance.ts';
import { widthOf } from './hands.ts';
import { papers } from './paper.ts';
import { Sheet } from './sheet.ts';
import { cutOut, wear } from './wear.ts';

export interface Amount {
  lire: number;
  soldi: number;
  denari: number;
}

export interface Entry {
  who: string;
  what: string;
  amount: Amount;
  /** What a later hand wrote in the margin. */
  note: string | null;
}

export interface RegisterPage {
  code: string;
  /** 12, and whether its back. */
  leaf: number;
  back: boolean;
  heading: string;
  street: string | null;
  entries: readonly Entry[];
}

const width = 3000;
const height = 4100;
const columns = [2330, 2520, 2700];

/** A page of the great register: who is assessed, for what, in three columns of money with their sum. */
export function registerPage(page: RegisterPage): Sheet {
  const chance = new Chance(`${page.code} ${page.leaf}${page.back ? 'v' : 'r'}`);
  const sheet = new Sheet(width, height, papers.rag, chance, chance.pick(['#3a2415', '#40291a', '#33211a']));
  wear(sheet);
  gutter(sheet, page.back);
  const left = page.back ? 360 : 520;
  const shift = page.back ? -120 : 0;
  const [lire = 0, soldi = 0, denari = 0] = columns.map((x) => x + shift);
  for (const x of [left - 40, lire - 210, lire + 30, soldi + 26, denari + 30])
    sheet.rule(x, 420, x + chance.between(-6, 6), height - 330, '#8b6a45', 4);
  if (!page.back)
    sheet.write(300, { hand: 'chancery', text: roman(page.leaf), x: denari, size: 120, anchor: 'end', ink: '#5a3a22' });
  sheet.write(400, { hand: 'chancery', text: page.heading, x: (left + lire) / 2, size: 132, anchor: 'middle' });
  sheet.write(
    500,
    ...(['L.', 's.', 'd.'] as const).map((text, at) => ({
      hand: 'chancery' as const,
      text,
      x: [lire, soldi, denari][at] ?? 0,
      size: 78,
      anchor: 'end' as const,
    })),
  );
  let y = 620;
  if (page.street !== null) {
    sheet.write(y, { hand: 'chancery', text: page.street, x: left, size: 100, ink: '#8c2b20' });
    y += 160;
  }
  for (const entry of page.entries) y = writeEntry(sheet, entry, y, left, [lire, soldi, denari]);
  const sum = page.entries.reduce((total, { amount }) => total + inDenari(amount), 0);
  sheet.rule(lire - 190, y - 30, denari + 10, y - 26, sheet.ink, 5);
  writeMoney(sheet, fromDenari(sum), y + 80, [lire, soldi, denari], { text: 'Summa la faza', x: left + 700 });
  cutOut(sheet, 46, 5);
  return sheet;
}

function writeEntry(sheet: Sheet, entry: Entry, y: number, left: number, at: readonly number[]): number {
  const { chance } = sheet;
  const size = Math.min(96, 1480 / widthOf('chancery', entry.who, 1));
  sheet.write(y, { hand: 'chancery', text: entry.who, x: left, size });
  const end = sheet.paragraph({ hand: 'chancery', text: entry.what, x: left + 60, size: 78 }, y + 98, 1480, 90);
  if (entry.note !== null)
    sheet.paragraph({ hand: 'quick', text: entry.note, x: 90, size: 44, ink: '#5d4a35' }, y + 20, left - 170, 62);
  writeMoney(sheet, entry.amount, end - 90, at, null);
  if (chance.next() < 0.16)
    sheet.draw(
      `<path d="M${left - 20} ${y - 40}l${1300 + chance.between(0, 300)} ${(end - y - 60).toFixed(0)}" stroke="${sheet.ink}" stroke-width="7" stroke-opacity=".55"/>`,
    );
  return end + 46;
}

function writeMoney(
  sheet: Sheet,
  amount: Amount,
  y: number,
  at: readonly number[],
  label: { text: string; x: number } | null,
): void {
  const figures = [amount.lire, amount.soldi, amount.denari].map((value, column) => ({
    hand: 'chancery' as const,
    text: value === 0 ? '—' : roman(value).toLowerCase().replace(/i$/, 'j'),
    x: at[column] ?? 0,
    size: 84,
    anchor: 'end' as const,
  }));
  sheet.write(
    y,
    ...(label ? [{ hand: 'chancery' as const, text: label.text, x: label.x, size: 100 }] : []),
    ...figures,
  );
}

/** The shadow where the leaf goes into the spine, and the leaf before it. */
function gutter(sheet: Sheet, back: boolean): void {
  const at = back ? width : 0;
  const inward = back ? -1 : 1;
  sheet.draw(
    `<linearGradient id="spine" x1="${back ? 1 : 0}" y1="0" x2="${back ? 0 : 1}" y2="0"><stop offset="0" stop-color="#2c1d0e" stop-opacity=".75"/><stop offset=".25" stop-color="#5d431f" stop-opacity=".35"/><stop offset="1" stop-color="#5d431f" stop-opacity="0"/></linearGradient>
     <rect x="${back ? width - 420 : 0}" y="0" width="420" height="${height}" fill="url(#spine)"/>
     ${[700, 2050, 3400].map((y) => `<path d="M${at + inward * 52} ${y}v190" stroke="#e9dfc8" stroke-width="9" stroke-opacity=".8"/>`).join('')}`,
  );
}

const inDenari = ({ lire, soldi, denari }: Amount) => (lire * 20 + soldi) * 12 + denari;

export const fromDenari = (sum: number): Amount => ({
  lire: Math.floor(sum / 240),
  soldi: Math.floor(sum / 12) % 20,
  denari: sum % 12,
});

const numerals: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

export function roman(value: number): string {
  let rest = value;
  let text = '';
  for (const [size, letters] of numerals) for (; rest >= size; rest -= size) text += letters;
  return text;
}
