import { readHtml } from '#ingest/parse/html-events.ts';
import { numberOf, PageLines, type ImageSize, type LooseBox, type ReadPage } from './page-lines.ts';

/** What Tesseract and others call a line, by where it stands. */
const lineClasses = ['ocr_line', 'ocr_header', 'ocr_footer', 'ocr_caption', 'ocr_textfloat'];

/**
 * The text of a page of an hOCR file (1.1, 1.2; HTML or XHTML, well-formed or not).
 * @param page from 1, where the file has several
 * @returns null where it has no such page
 */
export function readHocr(bytes: Uint8Array, image: ImageSize, page = 1): ReadPage | null {
  const reader = new HocrReader(page);
  // hOCR is UTF-8 (1.2 §3); older files in Latin 1 say so in a meta element.
  const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1');
  const latin = /charset\s*=\s*["']?\s*(iso-8859-1|windows-1252|latin-?1)/i.test(head);
  readHtml(new TextDecoder(latin ? 'windows-1252' : 'utf-8').decode(bytes), reader);
  return reader.read(image);
}

type Kind = 'page' | 'line' | 'word' | 'other';

class HocrReader {
  private readonly open_: Kind[] = [];
  private readonly lines = new PageLines();
  private pages = 0;
  private size: { width: number; height: number } | null = null;
  private fileLanguage: string | null = null;
  private language: string | null = null;
  private line: { box: LooseBox | null; words: number; text: string } | null = null;
  private word: { box: LooseBox | null; text: string } | null = null;

  constructor(private readonly wanted: number) {}

  open(name: string, attributes: Record<string, string>): void {
    const kind = kindOf(attributes.class ?? '');
    this.open_.push(kind);
    const language = attributes.lang ?? attributes['xml:lang'];
    if (name === 'html') this.fileLanguage = language ?? null;
    if (kind === 'page' && ++this.pages === this.wanted) this.size = sizeOf(attributes.title);
    if (this.pages !== this.wanted) return;
    if (name !== 'html' && language) this.language ??= language;
    if (kind === 'line') {
      this.line = { box: boxOf(attributes.title), words: 0, text: '' };
      this.lines.line(this.line.box);
    } else if (kind === 'word') this.word = { box: boxOf(attributes.title), text: '' };
    else if (name === 'br') this.text(' ');
  }

  text(text: string): void {
    if (this.word) this.word.text += text;
    else if (this.line) this.line.text += text;
  }

  close(): void {
    const kind = this.open_.pop();
    if (kind === 'word' && this.word) {
      this.lines.word(this.word.text, this.word.box);
      if (this.line) this.line.words++;
      this.word = null;
    } else if (kind === 'line' && this.line) {
      if (this.line.words === 0) this.wordsOfLine(this.line.text, this.line.box);
      this.line = null;
    }
  }

  /** Lines whose words have no places: they share its width by their letters. */
  private wordsOfLine(text: string, box: LooseBox | null): void {
    const line = text.replace(/\s+/gu, ' ').trim();
    let at = 0;
    for (const word of line.split(' ')) {
      const share = (letters: number) => (box?.width == null ? null : (box.width * letters) / line.length);
      const from = share(at);
      const place = box && {
        ...box,
        x: box.x === null || from === null ? null : box.x + from,
        width: share(word.length),
      };
      this.lines.word(word, place);
      at += word.length + 1;
    }
  }

  read(image: ImageSize): ReadPage | null {
    if (this.pages < this.wanted) return null;
    const { width, height } = this.size ?? image;
    const lines = this.lines.finish({ across: image.width / width, down: image.height / height }, image);
    const language = (this.language ?? this.fileLanguage)?.trim().slice(0, 35) || null;
    return { language, lines, cut: this.lines.cut };
  }
}

function kindOf(classes: string): Kind {
  const names = classes.split(/\s+/);
  if (names.includes('ocr_page')) return 'page';
  if (names.includes('ocrx_word') || names.includes('ocr_word')) return 'word';
  return names.some((name) => lineClasses.includes(name)) ? 'line' : 'other';
}

/** `bbox x0 y0 x1 y1` among the properties of a title. */
function boxOf(title: string | undefined): LooseBox | null {
  const [x, y, right, bottom] = (/(?:^|;)\s*bbox\s+([^;]+)/.exec(title ?? '')?.[1] ?? '')
    .trim()
    .split(/\s+/)
    .map(numberOf);
  if (x == null || y == null || right == null || bottom == null) return null;
  return { x, y, width: right - x, height: bottom - y };
}

/** The size of the page that was recognised: pages whose box does not begin at 0 are cut out of a larger image. */
function sizeOf(title: string | undefined): { width: number; height: number } | null {
  const box = boxOf(title);
  if (box?.x !== 0 || box.y !== 0 || !box.width || !box.height || box.width < 0 || box.height < 0) return null;
  return { width: box.width, height: box.height };
}
