import { Chance } from './chance.ts';
import { papers } from './paper.ts';
import { Sheet } from './sheet.ts';
import { cutOut, wear } from './wear.ts';

const width = 4500;
const height = 3100;

export interface Elevation {
  code: string;
  title: readonly string[];
  signed: string;
  scale: string;
  bays: number;
  storeys: number;
  arcade: boolean;
  /** Bays whose columns are named in the report. */
  named: readonly { bay: number; letter: string }[];
  children: boolean;
  wash: string;
  ink: string;
}

/** The front of a building, drawn with the pen and washed, above its ground line and a scale. */
export function elevation(drawing: Elevation): Sheet {
  const { bays, storeys, arcade, wash, ink } = drawing;
  const sheet = new Sheet(width, height, arcade ? papers.rag : papers.machine, new Chance(drawing.code), ink);
  const left = 520;
  const right = width - 520;
  const ground = 2430;
  const bay = (right - left) / bays;
  const ground_storey = arcade ? 680 : 520;
  const upper = arcade ? 480 : 430;
  const top = ground - ground_storey - upper * (storeys - 1);
  let svg = `<g stroke="${ink}" stroke-width="6" fill="none"><path d="M${left} ${ground}V${top}H${right}V${ground}Z" fill="${wash}" fill-opacity=".55"/>`;
  svg += roof(left, right, top, ink);
  for (let at = 0; at < bays; at++) {
    const x = left + at * bay;
    svg += arcade
      ? arch(x, ground, bay, ground_storey, ink)
      : opening(x + bay / 2, ground - 130, bay * 0.36, 300, at === (bays - 1) / 2, ground);
    for (let storey = 1; storey < storeys; storey++)
      svg += opening(x + bay / 2, ground - ground_storey - upper * (storey - 1) - 110, bay * 0.32, 250, false, ground);
  }
  for (let storey = 1; storey < storeys; storey++) {
    const y = ground - ground_storey - upper * (storey - 1);
    svg += `<path d="M${left - 20} ${y}H${right + 20}M${left - 20} ${y + 22}H${right + 20}" stroke-width="5"/>`;
  }
  if (!arcade) svg += pediment(width / 2, top, bay * 1.6, wash, ink);
  svg += `<path d="M240 ${ground}H${width - 240}" stroke-width="12"/><path d="M240 ${ground + 16}H${width - 240}v60H240Z" fill="#8a7a58" fill-opacity=".35" stroke="none"/></g>`;
  if (drawing.children)
    for (let at = 0; at < 11; at++) svg += child(sheet.chance, 700 + at * 300 + sheet.chance.between(-70, 70), ground);
  sheet.draw(svg);
  for (const { bay: at, letter } of drawing.named)
    sheet.write(ground - 250, {
      hand: 'chancery',
      text: letter,
      x: left + at * bay,
      size: 150,
      anchor: 'middle',
      ink: '#9a2a1e',
    });
  for (const [at, text] of drawing.title.entries())
    sheet.write(360 + at * 150, {
      hand: at === 0 ? 'roundhand' : 'chancery',
      text,
      x: width / 2,
      size: at === 0 ? 140 : 104,
      anchor: 'middle',
    });
  scaleBar(sheet, drawing.scale);
  sheet.write(2890, { hand: 'quick', text: drawing.signed, x: width - 480, size: 96, anchor: 'end' });
  wear(sheet, 0.7);
  cutOut(sheet, 44, 4);
  return sheet;
}

/** Two columns' half each, an arch between them, and the shade of the walk behind. */
function arch(x: number, ground: number, bay: number, high: number, ink: string): string {
  const spring = ground - high * 0.56;
  const half = bay * 0.4;
  const middle = x + bay / 2;
  const shade = `<path d="M${middle - half} ${ground}V${spring}a${half} ${half} 0 0 1 ${2 * half} 0V${ground}Z" fill="#5a4a3c" fill-opacity=".42"/>`;
  const column = (at: number) =>
    `<path d="M${at - 26} ${ground - 40}V${spring + 40}h52V${ground - 40}Z" fill="#f3e9d2"/><path d="M${at - 46} ${ground}v-40h92v40ZM${at - 46} ${spring + 40}l14 -46h64l14 46Z" fill="#e5d6b3"/><path d="M${at + 12} ${ground - 44}V${spring + 44}" stroke-width="3" stroke-opacity=".5"/>`;
  const stones = Array.from({ length: 11 }, (_, at) => {
    const angle = Math.PI + (at / 10) * Math.PI;
    return `M${(middle + half * Math.cos(angle)).toFixed(0)} ${(spring + half * Math.sin(angle)).toFixed(0)}L${(middle + (half + 46) * Math.cos(angle)).toFixed(0)} ${(spring + (half + 46) * Math.sin(angle)).toFixed(0)}`;
  }).join('');
  return `${shade}<path d="M${middle - half - 46} ${spring}a${half + 46} ${half + 46} 0 0 1 ${2 * half + 92} 0" stroke="${ink}"/><path d="${stones}" stroke-width="4"/>${column(x)}${column(x + bay)}`;
}

function opening(x: number, sill: number, wide: number, high: number, door: boolean, ground: number): string {
  const bottom = door ? ground : sill;
  const tall = door ? high + 140 : high;
  const bars = door
    ? `M${x} ${bottom}v${-tall}`
    : `M${x} ${bottom}v${-tall}M${x - wide / 2} ${bottom - tall * 0.36}h${wide}M${x - wide / 2} ${bottom - tall * 0.68}h${wide}`;
  return `<path d="M${x - wide / 2} ${bottom}v${-tall}h${wide}v${tall}Z" fill="${door ? '#6d4b2f' : '#66737a'}" fill-opacity=".62"/><path d="M${x - wide / 2 - 22} ${bottom + (door ? 0 : 18)}v${-tall - 44}h${wide + 44}v${tall + 44}Z" stroke-width="5"/><path d="M${x - wide / 2 - 40} ${bottom - tall - 42}h${wide + 80}l-18 -30h${-wide - 44}Z" fill="#e9dcbd"/><path d="${bars}" stroke="#efe6d0" stroke-width="8"/>`;
}

function roof(left: number, right: number, top: number, ink: string): string {
  const tiles = [0, 1, 2, 3]
    .map(
      (row) =>
        `M${left - 40 + row * 36} ${top - 44 - row * 40}` +
        'q17 -26 34 0'.repeat(Math.floor((right - left + 80 - row * 72) / 34)),
    )
    .join('');
  return `<path d="M${left - 60} ${top}H${right + 60}L${right - 120} ${top - 210}H${left + 120}Z" fill="#b0593e" fill-opacity=".62"/><path d="${tiles}" stroke="#6d2f20" stroke-width="4"/><path d="M${left - 60} ${top}H${right + 60}v26H${left - 60}Z" fill="#e5d6b3" stroke="${ink}"/>`;
}

const pediment = (x: number, top: number, wide: number, wash: string, ink: string) =>
  `<path d="M${x - wide / 2} ${top}L${x} ${top - 300}L${x + wide / 2} ${top}Z" fill="${wash}" stroke="${ink}"/><circle cx="${x}" cy="${top - 110}" r="74" fill="#f4ecd8"/><path d="M${x} ${top - 110}v-50M${x} ${top - 110}l36 20" stroke-width="7"/>`;

function child(chance: Chance, x: number, ground: number): string {
  const high = chance.between(130, 180);
  const coat = chance.pick(['#3f5a78', '#8a3d34', '#5b6b3f', '#6b5470', '#2f3d4a']);
  return `<g transform="translate(${x.toFixed(0)} ${ground + 30})"><ellipse cx="26" cy="2" rx="52" ry="9" fill="#54462c" fill-opacity=".35"/><path d="M-16 0v${-high * 0.4}M16 0v${-high * 0.4}" stroke="#3a2f28" stroke-width="13"/><path d="M-30 ${-high * 0.3}l12 ${-high * 0.45}h36l12 ${high * 0.45}Z" fill="${coat}" fill-opacity=".85"/><circle cx="0" cy="${-high * 0.87}" r="${high * 0.13}" fill="#d9ab84"/><path d="M${-high * 0.13} ${-high * 0.9}a${high * 0.13} ${high * 0.13} 0 0 1 ${high * 0.26} 0Z" fill="#4b3626"/></g>`;
}

function scaleBar(sheet: Sheet, text: string): void {
  const parts = 6;
  const step = 170;
  sheet.draw(
    Array.from(
      { length: parts },
      (_, at) =>
        `<path d="M${560 + at * step} 2780h${step}v34h${-step}Z" fill="${at % 2 ? '#f4ead3' : sheet.ink}" stroke="${sheet.ink}" stroke-width="5"/>`,
    ).join(''),
  );
  sheet.write(2740, { hand: 'chancery', text, x: 560, size: 92 });
}
