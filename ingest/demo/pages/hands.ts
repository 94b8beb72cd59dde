import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
// eslint-disable-next-line import/default -- CommonJS, which Node gives as the default
import opentype, { type Font, type PathCommand } from 'opentype.js';

/** Hands and types of the pages: fonts of the package, so that a page looks alike on every machine. */
export type Hand = 'chancery' | 'roundhand' | 'quick' | 'print';

const files: Record<Hand, string> = {
  chancery: '@fontsource/tangerine/files/tangerine-latin-400-normal.woff',
  roundhand: '@fontsource/pinyon-script/files/pinyon-script-latin-400-normal.woff',
  quick: '@fontsource/la-belle-aurore/files/la-belle-aurore-latin-400-normal.woff',
  print: '@fontsource/im-fell-dw-pica/files/im-fell-dw-pica-latin-400-normal.woff',
};
/** Fonts fill their square differently: what is written of one size looks of one size. */
const fullness: Record<Hand, number> = { chancery: 1.5, roundhand: 1.05, quick: 1.15, print: 1 };

interface Glyph {
  commands: readonly PathCommand[];
  advance: number;
}

const fonts = new Map<Hand, Font>();
const glyphs = new Map<string, Glyph>();

function fontOf(hand: Hand): Font {
  let font = fonts.get(hand);
  if (!font) {
    const bytes = readFileSync(createRequire(import.meta.url).resolve(files[hand]));
    font = opentype.parse(Uint8Array.from(bytes).buffer);
    fonts.set(hand, font);
  }
  return font;
}

/** A letter of a font, one unit high. */
function glyphOf(hand: Hand, letter: string): Glyph {
  const key = `${hand}${letter}`;
  let glyph = glyphs.get(key);
  if (!glyph) {
    const font = fontOf(hand);
    const drawn = font.charToGlyph(letter);
    const scale = fullness[hand] / font.unitsPerEm;
    glyph = { commands: drawn.getPath(0, 0, fullness[hand]).commands, advance: (drawn.advanceWidth ?? 0) * scale };
    glyphs.set(key, glyph);
  }
  return glyph;
}

/** How wide a text is, written so large. */
export function widthOf(hand: Hand, text: string, size: number): number {
  let width = 0;
  for (const letter of text) width += glyphOf(hand, letter).advance;
  return width * size;
}

/** A word as the path of an SVG, from its left end on the base line. */
export function pathOf(hand: Hand, text: string, x: number, y: number, size: number): string {
  let path = '';
  let at = x;
  const across = (value: number) => (at + value * size).toFixed(1);
  const down = (value: number) => (y + value * size).toFixed(1);
  for (const letter of text) {
    const glyph = glyphOf(hand, letter);
    for (const command of glyph.commands) {
      if (command.type === 'Z') path += 'Z';
      else if (command.type === 'C')
        path += `C${across(command.x1)} ${down(command.y1)} ${across(command.x2)} ${down(command.y2)} ${across(command.x)} ${down(command.y)}`;
      else if (command.type === 'Q')
        path += `Q${across(command.x1)} ${down(command.y1)} ${across(command.x)} ${down(command.y)}`;
      else path += `${command.type}${across(command.x)} ${down(command.y)}`;
    }
    at += glyph.advance * size;
  }
  return path;
}
