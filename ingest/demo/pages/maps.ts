import { Chance } from './chance.ts';
import { boat, church, field, house, rose, scroll, tree } from './map-signs.ts';
import { papers } from './paper.ts';
import { Sheet } from './sheet.ts';
import { cutOut, wear } from './wear.ts';

const width = 4700;
const height = 3300;
const ink = '#4a3526';

interface Titled {
  code: string;
  title: readonly string[];
  /** What is written on the map, where. */
  names: readonly { text: string; x: number; y: number; size?: number }[];
  /** What another hand added above. */
  added: string | null;
}

/** A gate at a canal with its steps and landings, half plan, half view. */
export function gateMap(map: Titled): Sheet {
  const sheet = new Sheet(width, height, papers.rag, new Chance(map.code), ink);
  const { chance } = sheet;
  water(sheet, 'M-50 2250C900 2050 1500 2420 2300 2300S3900 1750 4760 1980', 430);
  let svg = '';
  for (let row = 0; row < 3; row++)
    for (let at = 0; at < 5; at++) svg += field(2750 + at * 390 - row * 30, 260 + row * 400, 350, 350, chance);
  for (let at = 0; at < 26; at++)
    svg += tree(chance.between(2700, 4500), chance.between(400, 1500), chance.between(60, 110), chance);
  svg += wall('M180 420L1180 520L2330 760L2460 1560', 26);
  for (let row = 0; row < 5; row++)
    for (let at = 0; at < 9; at++)
      if (chance.next() < 0.8) svg += house(260 + at * 225 + row * 12, 860 + row * 215 + at * 12, 125, chance);
  svg += church(1250, 1560, 190);
  svg += gate(2330, 1660);
  svg += [0, 1, 2, 3, 4, 5, 6, 7]
    .map(
      (at) =>
        `<path d="M${2330 - at * 16} ${1760 + at * 42}h${430 + at * 32}v34h${-430 - at * 32}Z" fill="#e6d6b6" stroke="${ink}" stroke-width="5"/>`,
    )
    .join('');
  for (const [x, y, turn] of [
    [700, 2260, 4],
    [1150, 2330, 12],
    [1900, 2450, 2],
    [2950, 2280, -16],
    [3400, 2080, -18],
    [4100, 1960, 4],
    [2500, 2360, -6],
    [360, 2270, -4],
  ] as const)
    svg += boat(x, y, 92, turn);
  for (let at = 0; at < 9; at++) svg += field(260 + at * 470, 2700, 420, 330, chance);
  for (let at = 0; at < 18; at++)
    svg += tree(chance.between(250, 4450), 2680 + chance.between(-40, 10), chance.between(80, 130), chance);
  sheet.draw(svg);
  finish(sheet, map, 3300, 2570, 'LEVANTE');
  return sheet;
}

/** Pits for steeping hemp along a ditch, numbered, with the houses that complain of them. */
export function pitsMap(map: Titled): Sheet {
  const sheet = new Sheet(width, height, papers.fine, new Chance(map.code), ink);
  const { chance } = sheet;
  let svg = '';
  for (let row = 0; row < 4; row++)
    for (let at = 0; at < 8; at++)
      if (row < 2 || at > 1)
        svg += field(240 + at * 530 + (row % 2) * 30, 240 + row * 720, 490, row === 1 || row === 2 ? 330 : 560, chance);
  sheet.draw(svg);
  water(sheet, 'M-50 1640C800 1560 1700 1760 2600 1640S4000 1500 4760 1600', 120);
  svg = '';
  for (let at = 0; at < 9; at++) {
    const x = 620 + at * 400;
    const up = at % 2 === 0;
    const y = up ? 1240 : 1830;
    svg += `<path d="M${x} ${y}h230l14 190h-240Z" fill="#7fa0a0" fill-opacity=".6" stroke="${ink}" stroke-width="6"/><path d="M${x + 110} ${up ? y + 190 : y}V${up ? 1600 : 1690}" stroke="#6d8f92" stroke-width="26" stroke-opacity=".7"/>`;
  }
  for (let at = 0; at < 7; at++) svg += house(700 + at * 560, 2330 + (at % 3) * 70, 150, chance);
  svg += church(3500, 820, 190);
  for (let at = 0; at < 44; at++)
    svg += tree(
      chance.between(250, 4450),
      chance.pick([1130, 2130, 2880, 700]) + chance.between(-50, 50),
      chance.between(70, 120),
      chance,
    );
  sheet.draw(svg);
  for (let at = 0; at < 9; at++)
    sheet.write(at % 2 === 0 ? 1370 : 1960, {
      hand: 'roundhand',
      text: String(at + 1),
      x: 735 + at * 400,
      size: 110,
      anchor: 'middle',
      ink: '#7c2a20',
    });
  finish(sheet, map, 300, 2480, 'TRAMONTANA');
  return sheet;
}

function water(sheet: Sheet, course: string, breadth: number): void {
  const lines = [-0.3, -0.1, 0.12, 0.32]
    .map(
      (part) =>
        `<path d="${course}" transform="translate(0 ${(part * breadth).toFixed(0)})" stroke="#5d8087" stroke-width="4" stroke-opacity=".55" stroke-dasharray="160 60 40 90" fill="none"/>`,
    )
    .join('');
  sheet.draw(
    `<path d="${course}" stroke="#59491f" stroke-width="${breadth + 26}" stroke-opacity=".65" fill="none"/><path d="${course}" stroke="#c5d3c4" stroke-width="${breadth}" fill="none"/><path d="${course}" stroke="#8fb0b0" stroke-width="${breadth}" stroke-opacity=".55" fill="none"/>${lines}`,
  );
}

const wall = (course: string, thick: number) =>
  `<path d="${course}" stroke="${ink}" stroke-width="${thick * 2 + 14}" fill="none" stroke-linejoin="round"/><path d="${course}" stroke="#c98f6a" stroke-width="${thick * 2}" fill="none" stroke-linejoin="round"/><path d="${course}" stroke="${ink}" stroke-width="${thick * 2}" stroke-opacity=".5" stroke-dasharray="6 34" fill="none"/>`;

function gate(x: number, y: number): string {
  const opening = (at: number, wide: number, high: number) =>
    `<path d="M${at} ${y + 100}v${-high}q${wide / 2} ${-wide * 0.7} ${wide} 0v${high}Z" fill="#5b4130"/>`;
  return `<g stroke="${ink}" stroke-width="7"><path d="M${x} ${y + 100}v-470h430v470Z" fill="#efe3c9"/><path d="M${x - 24} ${y - 370}h478v46h-478ZM${x - 12} ${y - 60}h454v26h-454Z" fill="#ddc9a2"/>
    ${[20, 128, 280, 388].map((at) => `<path d="M${x + at} ${y + 100}v-160h26v160M${x + at} ${y - 60}v-250h26v250" fill="#f7eedb"/>`).join('')}
    ${opening(x + 165, 104, 150)}<path d="M${x + 130} ${y - 416}h170v-150h-170ZM${x + 110} ${y - 566}l105 -120l105 120Z" fill="#e3d0a9"/><circle cx="${x + 215}" cy="${y - 480}" r="44" fill="#f7eedb"/></g>`;
}

function finish(sheet: Sheet, { title, names, added }: Titled, x: number, y: number, up: string): void {
  sheet.draw(scroll(x, y, 1080, 150 + title.length * 130));
  for (const [at, text] of title.entries())
    sheet.write(y + 150 + at * 130, {
      hand: at === 0 ? 'roundhand' : 'chancery',
      text,
      x: x + 540,
      size: at === 0 ? 104 : 92,
      anchor: 'middle',
    });
  sheet.draw(rose(x > 2000 ? 520 : 4180, x > 2000 ? 2990 - 480 : 2800, 230, up));
  for (const { text, x: at, y: base, size = 96 } of names) {
    sheet.write(base, { hand: 'chancery', text, x: at, size });
  }
  if (added !== null) sheet.write(330, { hand: 'quick', text: added, x: 2480, size: 92, ink: '#6d2018' });
  sheet.draw(
    `<path d="M150 150H${width - 150}V${height - 150}H150Z" fill="none" stroke="${ink}" stroke-width="12"/><path d="M180 180H${width - 180}V${height - 180}H180Z" fill="none" stroke="${ink}" stroke-width="4"/><path d="M0 ${height / 2}q${width / 2} 18 ${width} -6M${width / 2} 0q-12 ${height / 2} 8 ${height}" stroke="#7d6234" stroke-width="14" stroke-opacity=".2" fill="none"/>`,
  );
  wear(sheet, 0.8);
  cutOut(sheet, 44, 5);
}
