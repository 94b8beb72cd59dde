import { Chance } from './chance.ts';
import { pathOf, widthOf } from './hands.ts';
import { papers } from './paper.ts';
import { Sheet } from './sheet.ts';
import { cutOut, wear } from './wear.ts';

const width = 3000;
const height = 4200;
const ink = '#231d18';

/** The first page of a printed order: the lion of Saint Mark in a frame, the title, who printed it. */
export function printedTitle(code: string, lines: readonly { text: string; size: number }[], printer: string): Sheet {
  const sheet = new Sheet(width, height, papers.fine, new Chance(`${code} title`), ink);
  wear(sheet, 0.8);
  let y = 620;
  for (const { text, size } of lines) {
    sheet.write(y, { hand: 'print', text, x: width / 2, size, anchor: 'middle' });
    y += size * 1.45;
  }
  emblem(sheet, width / 2, y + 620);
  sheet.rule(820, height - 720, width - 820, height - 720, ink, 6);
  sheet.write(height - 600, { hand: 'print', text: printer, x: width / 2, size: 84, anchor: 'middle' });
  cutOut(sheet, 50, 6);
  return sheet;
}

/** A page of running text, with its number and the word that the next one begins with. */
export function printedPage(
  code: string,
  page: number,
  paragraphs: readonly string[],
  catchword: string | null,
  note: string | null,
): Sheet {
  const sheet = new Sheet(width, height, papers.fine, new Chance(`${code} ${page}`), ink);
  wear(sheet, 0.9);
  sheet.write(430, { hand: 'print', text: String(page), x: width / 2, size: 84, anchor: 'middle' });
  let y = 640;
  const left = page % 2 === 0 ? 480 : 560;
  const column = 1960;
  for (const [at, text] of paragraphs.entries()) {
    if (at === 0 && page === 2) y = dropCap(sheet, text, left, y, column);
    else y = sheet.paragraph({ hand: 'print', text, x: left, size: 88 }, y, column, 124, 110) + 46;
  }
  if (catchword !== null)
    sheet.write(height - 420, { hand: 'print', text: catchword, x: left + column, size: 84, anchor: 'end' });
  if (note !== null)
    sheet.paragraph(
      { hand: 'quick', text: note, x: page % 2 === 0 ? 90 : 2560, size: 46, ink: '#59412a' },
      1500,
      330,
      70,
    );
  cutOut(sheet, 50, 6);
  return sheet;
}

function dropCap(sheet: Sheet, text: string, left: number, y: number, column: number): number {
  const side = 330;
  sheet.draw(
    `<rect x="${left}" y="${y - 90}" width="${side}" height="${side}" fill="none" stroke="${ink}" stroke-width="9"/>
     <rect x="${left + 18}" y="${y - 72}" width="${side - 36}" height="${side - 36}" fill="${ink}" fill-opacity=".12" stroke="${ink}" stroke-width="3"/>`,
  );
  const letter = text.slice(0, 1);
  const middle = left + side / 2 - widthOf('print', letter, 300) / 2;
  sheet.draw(`<path d="${pathOf('print', letter, middle, y + 176, 300)}" fill="${ink}" fill-opacity=".9"/>`);
  const line = sheet.lines.length;
  const { beside, below } = fill(text.slice(1), 3, column - side - 50);
  const end = sheet.paragraph(
    { hand: 'print', text: beside, x: left + side + 50, size: 88 },
    y,
    column - side - 50,
    124,
  );
  sheet.joinInitial(line, letter, left);
  return sheet.paragraph({ hand: 'print', text: below, x: left, size: 88 }, end, column, 124) + 46;
}

/** The words that fill so many lines, and the rest. */
function fill(text: string, lines: number, width: number): { beside: string; below: string } {
  const words = text.split(' ');
  let at = 0;
  for (let line = 0; line < lines; line++) {
    let length = 0;
    for (; at < words.length; at++) {
      length += widthOf('print', `${words[at] ?? ''} `, 88);
      if (length - widthOf('print', ' ', 88) > width) break;
    }
  }
  return { beside: words.slice(0, at).join(' '), below: words.slice(at).join(' ') };
}

/** A sun over water in an oval of laurel: an emblem that no state ever had. */
function emblem(sheet: Sheet, x: number, y: number): void {
  const leaves = Array.from({ length: 44 }, (_, at) => {
    const angle = (at / 44) * 2 * Math.PI;
    const [cx, cy] = [x + 430 * Math.cos(angle), y + 500 * Math.sin(angle)];
    const turn = ((angle * 180) / Math.PI + (at % 2 ? 55 : 125)).toFixed(0);
    return `<ellipse cx="${cx.toFixed(0)}" cy="${cy.toFixed(0)}" rx="58" ry="19" transform="rotate(${turn} ${cx.toFixed(0)} ${cy.toFixed(0)})" fill="${ink}" fill-opacity=".8"/>`;
  }).join('');
  const rays = Array.from({ length: 32 }, (_, at) => {
    const angle = (at / 32) * 2 * Math.PI;
    const far = at % 2 ? 300 : 230;
    return `M${(x + 120 * Math.cos(angle)).toFixed(0)} ${(y - 40 + 120 * Math.sin(angle)).toFixed(0)}L${(x + far * Math.cos(angle)).toFixed(0)} ${(y - 40 + far * Math.sin(angle)).toFixed(0)}`;
  }).join('');
  const waves = [0, 1, 2, 3, 4]
    .map((at) => `M${x - 280 + at * 18} ${y + 190 + at * 44}q35 -40 70 0t70 0t70 0t70 0t70 0t70 0t70 0`)
    .join('');
  sheet.draw(
    `${leaves}<ellipse cx="${x}" cy="${y}" rx="360" ry="425" fill="none" stroke="${ink}" stroke-width="8"/>
     <path d="${rays}" stroke="${ink}" stroke-width="9"/><circle cx="${x}" cy="${y - 40}" r="104" fill="none" stroke="${ink}" stroke-width="9"/>
     <path d="M${x - 46} ${y - 66}h30M${x + 16} ${y - 66}h30M${x - 44} ${y - 6}q44 36 88 0" stroke="${ink}" stroke-width="8" fill="none"/>
     <clipPath id="oval"><ellipse cx="${x}" cy="${y}" rx="352" ry="417"/></clipPath><path d="${waves}" clip-path="url(#oval)" stroke="${ink}" stroke-width="9" fill="none"/>`,
  );
}

/** A notice to be pasted on walls. */
export function poster(
  code: string,
  lines: readonly { text: string; size: number }[],
  body: readonly string[],
  end: readonly string[],
  correction: string,
): Sheet {
  const sheet = new Sheet(3000, 4200, papers.machine, new Chance(code), '#1d1a18');
  wear(sheet, 1.2);
  sheet.draw(
    `<path d="M230 230H2770V3970H230Z" fill="none" stroke="#1d1a18" stroke-width="22"/><path d="M280 280H2720V3920H280Z" fill="none" stroke="#1d1a18" stroke-width="6"/>
     <path d="M0 2090q1500 16 3000 -8M1500 0q-14 2100 10 4200" stroke="#7d6234" stroke-width="16" stroke-opacity=".22" fill="none"/>`,
  );
  let y = 640;
  for (const { text, size } of lines) {
    sheet.write(y, { hand: 'print', text, x: width / 2, size, anchor: 'middle' });
    y += size * 1.05 + 110;
  }
  y += 60;
  for (const text of body) y = sheet.paragraph({ hand: 'print', text, x: 430, size: 112 }, y, 2140, 164, 130) + 70;
  for (const [at, text] of end.entries())
    sheet.write(3560 + at * 130, {
      hand: 'print',
      text,
      x: at === 0 ? 430 : 2570,
      size: 104,
      anchor: at === 0 ? 'start' : 'end',
    });
  sheet.rule(1500, y - 60, 1600, y - 130, '#27406e', 9);
  sheet.write(y - 20, { hand: 'quick', text: correction, x: 1620, size: 86, ink: '#27406e' });
  return sheet;
}
