import type { PageBox, PageLine, PageWord } from '#lib/records/page-text.ts';

/** Pixels of an image, as shown. */
export interface ImageSize {
  width: number;
  height: number;
}

/** What was read of one page. */
export interface ReadPage {
  /** As the file says; null where it does not. */
  language: string | null;
  lines: PageLine[];
  /** The page has more words than are kept. */
  cut: boolean;
}

/** A sheet of a newspaper has some 10,000. */
export const mostWords = 40_000;
const longestWord = 500;
/** Hyphens that say that the word goes on in the next line: hOCR has the soft one for it. */
const softHyphen = '\u00ad';

/** A box as files give it, in their own unit, possibly with parts missing. */
export type LooseBox = { [side in keyof PageBox]: number | null };

/** How the numbers of a file become pixels of the image. */
export interface Scale {
  across: number;
  down: number;
}

/** Gathers the lines of a page; numbers are the file's until `finish`. */
export class PageLines {
  private readonly lines: { box: LooseBox | null; words: { text: string; box: LooseBox | null }[] }[] = [];
  private count = 0;
  cut = false;

  /** @param box null: the one around its words. */
  line(box: LooseBox | null): void {
    this.lines.push({ box, words: [] });
  }

  /** @param box null: that of the line, for want of a better. */
  word(text: string, box: LooseBox | null): void {
    const clean = text.replace(/\s+/gu, ' ').trim().slice(0, longestWord).toWellFormed().replaceAll('\0', '');
    if (clean === '') return;
    if (++this.count > mostWords) {
      this.cut = true;
      return;
    }
    if (this.lines.length === 0) this.line(null);
    this.lines.at(-1)?.words.push({ text: clean, box });
  }

  /** Boxes in pixels of the image, none beyond its edge; lines without words are left out. */
  finish(scale: Scale, image: ImageSize): PageLine[] {
    const whole: PageBox = { x: 0, y: 0, width: image.width, height: image.height };
    const read: PageLine[] = [];
    for (const { box, words } of this.lines) {
      if (words.length === 0) continue;
      const own = box && toPixels(box, scale, image);
      const placed = words.map((word) => ({ text: word.text, box: word.box && toPixels(word.box, scale, image) }));
      const boxes = placed.flatMap((word) => word.box ?? []);
      const around = own ?? (boxes.length > 0 ? boxAround(boxes) : whole);
      read.push({ ...around, words: placed.map((word): PageWord => ({ text: word.text, ...(word.box ?? around) })) });
    }
    return joinHyphenated(read);
  }
}

/** Null where a side is missing or nothing of it lies on the image. */
function toPixels(box: LooseBox, scale: Scale, image: ImageSize): PageBox | null {
  const { x, y, width, height } = box;
  if (x === null || y === null || width === null || height === null) return null;
  const left = within(x * scale.across, image.width);
  const top = within(y * scale.down, image.height);
  const right = within((x + width) * scale.across, image.width);
  const bottom = within((y + height) * scale.down, image.height);
  return right > left && bottom > top ? { x: left, y: top, width: right - left, height: bottom - top } : null;
}

const within = (place: number, end: number) => Math.min(Math.max(Math.round(place), 0), end);

/** The smallest box around all of them; a line may have more words than a call takes arguments. */
export function boxAround(boxes: readonly PageBox[]): PageBox {
  const least = (places: number[]) => places.reduce((a, b) => Math.min(a, b), Infinity);
  const most = (places: number[]) => places.reduce((a, b) => Math.max(a, b), -Infinity);
  const x = least(boxes.map((box) => box.x));
  const y = least(boxes.map((box) => box.y));
  const right = most(boxes.map((box) => box.x + box.width));
  const bottom = most(boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}

/** A word that goes on in the next line is had whole where it begins: who looks for it types no hyphen. */
function joinHyphenated(lines: readonly PageLine[]): PageLine[] {
  const joined = lines.map((line) => ({ ...line, words: [...line.words] }));
  for (const [at, line] of joined.entries()) {
    const last = line.words.at(-1);
    if (!last?.text.endsWith(softHyphen)) continue;
    const rest = joined[at + 1]?.words.shift();
    last.text = last.text.slice(0, -1) + (rest?.text ?? '');
  }
  return joined.filter((line) => line.words.length > 0);
}

/** A number as files write it; null where there is none. */
export function numberOf(text: string | undefined): number | null {
  if (text === undefined || !/^\s*[+-]?\d+(\.\d*)?([eE][+-]?\d{1,2})?\s*$/.test(text)) return null;
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
}
