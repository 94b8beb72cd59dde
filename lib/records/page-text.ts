/** What is written on a page, and where: pixels of its image, from the upper left. */

export interface PageBox {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface PageWord extends PageBox {
  text: string;
}

export interface PageLine extends PageBox {
  words: PageWord[];
}

export interface PageText {
  imageId: string;
  /** ISO 639, as the file or who recognised it says. */
  language: string | null;
  origin: 'alto' | 'hocr' | 'recognised';
  lines: PageLine[];
}

/** The text alone, a line under the other. */
export const plainText = (lines: readonly PageLine[]): string =>
  lines.map((line) => line.words.map((word) => word.text).join(' ')).join('\n');
