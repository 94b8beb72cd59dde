import { Chance } from './chance.ts';
import { papers } from './paper.ts';
import { pathOf, widthOf } from './hands.ts';
import { Sheet } from './sheet.ts';
import { blob, cutOut, wear } from './wear.ts';

const width = 4200;
const height = 3100;
const ink = '#3b2414';

export interface Letter {
  code: string;
  /** In whose name, as the letter begins. */
  from: string;
  /** What the large initial is followed by. */
  text: string;
  dated: string;
  /** Who signs below. */
  secretary: string;
  dorsal: readonly string[];
  seal: 'lead' | 'wax' | null;
}

/** The written side: one wide block under the name of who speaks, the fold below it, the seal on its cord. */
export function recto(letter: Letter): Sheet {
  const sheet = new Sheet(width, height, papers.parchment, new Chance(`${letter.code} recto`), ink);
  wear(sheet, 0.8);
  const hang = letter.seal === null ? 0 : 520;
  folds(sheet, hang);
  const left = 420;
  initial(sheet, letter.from.slice(0, 1), left, 760);
  const heading = left + 60 + widthOf('chancery', letter.from.slice(0, 1), 430);
  const rest = letter.from.slice(1);
  const size = Math.min(150, (width - left + 120 - heading - 200) / widthOf('chancery', rest, 1));
  sheet.write(640, { hand: 'chancery', text: rest, x: heading, size });
  sheet.joinInitial(0, letter.from.slice(0, 1), left);
  const end = sheet.paragraph(
    { hand: 'chancery', text: letter.text, x: left, size: 80 },
    880,
    width - 2 * left,
    126,
    400,
  );
  sheet.write(end + 30, { hand: 'chancery', text: letter.dated, x: left, size: 80 });
  sheet.write(end + 130, { hand: 'chancery', text: letter.secretary, x: width - left - 60, size: 76, anchor: 'end' });
  plica(sheet, hang);
  cutOut(sheet, 110, 12);
  if (hang > 0) hanging(sheet, letter.seal === 'lead');
  return sheet;
}

/** The back, where chanceries wrote what it is about once it was folded. */
export function verso(letter: Letter): Sheet {
  const sheet = new Sheet(width, height, papers.parchment, new Chance(`${letter.code} verso`), '#4a3322');
  wear(sheet, 1.6);
  const hang = letter.seal === null ? 0 : 520;
  folds(sheet, hang);
  for (const [at, line] of letter.dorsal.entries())
    sheet.write(1180 + at * 190, {
      hand: at === 0 ? 'chancery' : at === 1 ? 'roundhand' : 'quick',
      text: line,
      x: width * 0.52,
      size: at === 0 ? 120 : 78,
      ink: at === 2 ? '#394a6b' : '#4a3322',
    });
  cutOut(sheet, 110, 12);
  if (hang > 0) cover(sheet, hang);
  return sheet;
}

function folds(sheet: Sheet, hang: number): void {
  const soft = (d: string) =>
    `<path d="${d}" stroke="#7d5c2e" stroke-width="26" stroke-opacity=".10" fill="none"/><path d="${d}" stroke="#6a4b22" stroke-width="5" stroke-opacity=".30" fill="none"/>`;
  const bottom = height - hang;
  sheet.draw(
    [1, 2, 3]
      .map((part) => soft(`M${(width * part) / 4} 90q14 ${bottom / 3} -8 ${bottom / 2}t6 ${bottom / 2}`))
      .join('') +
      soft(`M90 ${bottom * 0.36}q${width / 3} 16 ${width - 180} -6`) +
      soft(`M90 ${bottom * 0.66}q${width / 3} -14 ${width - 180} 8`),
  );
}

/** The initial of who speaks, drawn with the broad pen and flourished in red. */
function initial(sheet: Sheet, letter: string, x: number, y: number): void {
  const curls = Array.from({ length: 9 }, (_, at) => {
    const lower = y - 360 + at * 70;
    return `M${x - 10} ${lower}c-${90 + at * 9} -30 -${150 + (at % 3) * 40} 40 -${110 + at * 8} 86c24 30 70 6 52 -26`;
  }).join('');
  sheet.draw(
    `<path d="${curls}" fill="none" stroke="#9c2f22" stroke-width="6" stroke-opacity=".75"/>
     <path d="M${x - 20} ${y - 430}V${y + 330}M${x - 4} ${y - 430}V${y + 330}" stroke="#9c2f22" stroke-width="5" stroke-opacity=".7"/>
     <path d="${pathOf('chancery', letter, x + 30, y + 40, 430)}" fill="${ink}" stroke="${ink}" stroke-width="14" fill-opacity=".92"/>
     <path d="${pathOf('chancery', letter, x + 46, y + 34, 430)}" fill="none" stroke="#9c2f22" stroke-width="4" stroke-opacity=".55"/>`,
  );
}

/** The lower edge turned up, to bear the seal. */
function plica(sheet: Sheet, hang: number): void {
  if (hang === 0) return;
  const top = height - hang - 420;
  const bottom = height - hang - 110;
  sheet.draw(
    `<linearGradient id="plica" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#5c3f1a" stop-opacity=".55"/><stop offset=".05" stop-color="#fff6df" stop-opacity=".5"/><stop offset=".5" stop-color="#d9bf8c" stop-opacity=".25"/><stop offset="1" stop-color="#7a5a2a" stop-opacity=".6"/></linearGradient>
     <path d="M110 ${top}q${width / 2} 26 ${width - 220} -10V${bottom}H110Z" fill="url(#plica)"/>
     <path d="M${width / 2 - 130} ${top + 150}l110 60M${width / 2 + 20} ${top + 210}l110 -60" stroke="#2b1d0e" stroke-width="14" stroke-linecap="round"/>`,
  );
}

/** Below the skin: the table, the cord, the seal. */
function hanging(sheet: Sheet, lead: boolean): void {
  cover(sheet, 520);
  const x = width / 2;
  const top = height - 520 - 260;
  const y = height - 330;
  const strand = (shift: number) =>
    `<path d="M${x - 75 + shift} ${top}C${x - 60 + shift} ${top + 180} ${x + 40 - shift} ${top + 240} ${x + shift / 2} ${y - 180}M${x + 75 - shift} ${top}C${x + 60 - shift} ${top + 180} ${x - 40 + shift} ${top + 240} ${x - shift / 2} ${y - 180}" stroke="${lead ? '#a48f63' : '#8d2f2a'}" stroke-width="15" fill="none"/>`;
  const [light, dark, deep] = lead ? ['#c9c6bd', '#7d7a73', '#4d4b47'] : ['#b8503a', '#7d2418', '#4c130c'];
  const legend = lead ? ['S·M', 'VENETI', 'DVX'] : ['SIGILLVM', 'RECTORVM', 'PADVE'];
  sheet.draw(
    `${strand(0)}${strand(18)}
     <radialGradient id="seal" cx=".36" cy=".3"><stop offset="0" stop-color="${light}"/><stop offset=".7" stop-color="${dark}"/><stop offset="1" stop-color="${deep}"/></radialGradient>
     <path d="${blob(x, y + 14, 232, 1, 0.03)}" fill="#000" fill-opacity=".6"/><path d="${blob(x, y, 226, 1, 0.03)}" fill="url(#seal)"/>
     <ellipse cx="${x}" cy="${y}" rx="186" ry="160" fill="none" stroke="${deep}" stroke-width="9" stroke-dasharray="3 15" stroke-linecap="round"/>
     <ellipse cx="${x}" cy="${y}" rx="170" ry="146" fill="none" stroke="${light}" stroke-width="3" stroke-opacity=".7"/>
     ${legend.map((word, at) => `<path d="${pathOf('print', word, x - 14 * word.length - 12, y - 34 + at * 62, 52)}" fill="${deep}"/><path d="${pathOf('print', word, x - 14 * word.length - 15, y - 37 + at * 62, 52)}" fill="${light}" fill-opacity=".45"/>`).join('')}`,
  );
}

function cover(sheet: Sheet, hang: number): void {
  const edge = height - hang - 110;
  sheet.draw(
    `<path d="M0 ${edge}q${width / 2} 18 ${width} -6V${height}H0Z" fill="#1b1815"/><path d="M100 ${edge}q${width / 2} 18 ${width - 200} -6" stroke="#6d5028" stroke-width="10" stroke-opacity=".6" fill="none"/>`,
  );
}
