import type { PageLine, PageWord } from '#lib/records/page-text.ts';
import type { Chance } from './chance.ts';
import { pathOf, widthOf, type Hand } from './hands.ts';
import type { Paper } from './paper.ts';

/** A piece of writing: from where, or up to where, it stands. */
export interface Writing {
  hand: Hand;
  text: string;
  x: number;
  size: number;
  anchor?: 'start' | 'middle' | 'end';
  ink?: string;
}

/** A page being drawn: what is written is known word by word, with its place. */
export class Sheet {
  readonly lines: PageLine[] = [];
  private readonly drawn: string[] = [];

  constructor(
    readonly width: number,
    readonly height: number,
    readonly paper: Paper,
    readonly chance: Chance,
    readonly ink: string,
  ) {}

  /** Anything but writing. */
  draw(svg: string): void {
    this.drawn.push(svg);
  }

  rule(x1: number, y1: number, x2: number, y2: number, colour = this.ink, thickness = 3): void {
    this.draw(
      `<path d="M${x1} ${y1}L${x2} ${y2}" stroke="${colour}" stroke-width="${thickness}" stroke-opacity=".75" fill="none"/>`,
    );
  }

  /** What stands on one line, in one or several places. */
  write(y: number, ...pieces: Writing[]): void {
    const words = pieces.flatMap((piece) => this.piece(piece, y));
    this.keep(words);
  }

  /**
   * Text in lines of one width.
   * @returns the base line after the last
   */
  paragraph(writing: Omit<Writing, 'anchor'>, y: number, width: number, leading: number, indent = 0): number {
    const { hand, text, size } = writing;
    const space = widthOf(hand, ' ', size);
    let line: string[] = [];
    let length = indent;
    let from = indent;
    let at = y;
    const flush = (last: boolean) => {
      if (line.length === 0) return;
      const loose = width - length + space;
      const gap = last || line.length < 2 ? space : space + loose / (line.length - 1);
      let x = writing.x + from;
      const words = line.map((word) => {
        const placed = this.word(word, { ...writing, x }, at);
        x += widthOf(hand, word, size) + gap;
        return placed;
      });
      this.keep(words);
      at += leading;
      line = [];
      from = 0;
      length = 0;
    };
    for (const word of text.split(' ')) {
      const wide = widthOf(hand, word, size);
      if (length + wide > width) flush(false);
      line.push(word);
      length += wide + space;
    }
    flush(true);
    return at;
  }

  /** A large initial, drawn apart from x on, begins the first word of a line. */
  joinInitial(line: number, letter: string, x: number): void {
    const [first] = this.lines[line]?.words ?? [];
    const around = this.lines[line];
    if (!first || !around) return;
    first.text = letter + first.text;
    for (const box of [first, around]) {
      box.width += box.x - Math.round(x);
      box.x = Math.round(x);
    }
  }

  /** On white, for it is multiplied with the paper: what is half transparent would come out too dark. */
  svg(): string {
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${this.width}" height="${this.height}"><path fill="#fff" d="M0 0H${this.width}V${this.height}H0Z"/>${this.drawn.join('')}</svg>`;
  }

  private piece(piece: Writing, y: number): PageWord[] {
    const { hand, text, size, anchor = 'start' } = piece;
    const whole = widthOf(hand, text, size);
    let x = anchor === 'start' ? piece.x : anchor === 'end' ? piece.x - whole : piece.x - whole / 2;
    return text.split(' ').map((word) => {
      const placed = this.word(word, { ...piece, x }, y);
      x += widthOf(hand, `${word} `, size);
      return placed;
    });
  }

  /** A hand is never quite even; type stands straight, and prints now stronger, now weaker. */
  private word(text: string, { hand, x, size, ink = this.ink }: Writing, y: number): PageWord {
    const loose = hand === 'print' ? 0.006 : 0.05;
    const base = y + this.chance.between(-loose, loose) * size;
    const strength = this.chance.between(hand === 'print' ? 0.8 : 0.76, 0.98);
    this.draw(`<path d="${pathOf(hand, text, x, base, size)}" fill="${ink}" fill-opacity="${strength.toFixed(2)}"/>`);
    const width = widthOf(hand, text, size);
    return box(text, x, base - size * 0.75, width, size, this);
  }

  private keep(words: PageWord[]): void {
    if (words.length === 0) return;
    const x = Math.min(...words.map((word) => word.x));
    const y = Math.min(...words.map((word) => word.y));
    const right = Math.max(...words.map((word) => word.x + word.width));
    const bottom = Math.max(...words.map((word) => word.y + word.height));
    this.lines.push({ x, y, width: right - x, height: bottom - y, words });
  }
}

function box(text: string, x: number, y: number, width: number, height: number, sheet: Sheet): PageWord {
  const left = Math.min(Math.max(0, Math.round(x)), sheet.width - 1);
  const top = Math.min(Math.max(0, Math.round(y)), sheet.height - 1);
  return {
    text,
    x: left,
    y: top,
    width: Math.max(1, Math.min(Math.round(width), sheet.width - left)),
    height: Math.max(1, Math.min(Math.round(height), sheet.height - top)),
  };
}
