import { XmlDecoder } from '#ingest/parse/xml/decode.ts';
import { XmlEvents, type OpenedElement } from '#ingest/parse/xml/events.ts';
import { numberOf, PageLines, type ImageSize, type LooseBox, type ReadPage, type Scale } from './page-lines.ts';

/** Places in an inch, for files that measure paper and do not say how large it is. */
const inchOf = { mm10: 254, inch1200: 1200 };
/** What masters are mostly made at. */
const usualResolution = 300;

const chunk = 64 * 1024;

/**
 * The text of a page of an ALTO file (versions 1 to 4, whatever their namespace).
 * @param page from 1, where the file has several
 * @returns null where it has no such page
 * @throws SourceFault where it is no well-formed XML
 */
export function readAlto(bytes: Uint8Array, image: ImageSize, page = 1): ReadPage | null {
  const reader = new AltoReader(page);
  const decoder = new XmlDecoder();
  const events = new XmlEvents(reader);
  for (let from = 0; from < bytes.length; from += chunk) events.write(decoder.push(bytes.subarray(from, from + chunk)));
  events.write(decoder.end());
  events.end();
  return reader.read(image);
}

class AltoReader {
  private readonly names: string[] = [];
  private readonly lines = new PageLines();
  private pages = 0;
  private unit = 'pixel';
  private page: { width: number | null; height: number | null } | null = null;
  private language: string | null = null;
  /** Where a word stands whose own place is not told. */
  private block: LooseBox | null = null;
  private line: LooseBox | null = null;

  constructor(private readonly wanted: number) {}

  open({ name, attributes }: OpenedElement): void {
    this.names.push(name);
    if (name === 'Page') this.pages++;
    if (name === 'Page' && this.pages === this.wanted) {
      this.page = { width: numberOf(attributes.WIDTH), height: numberOf(attributes.HEIGHT) };
      this.language ??= attributes.LANG ?? null;
    }
    if (this.pages !== this.wanted) return;
    if (name === 'TextBlock' || name === 'TextLine') {
      this.language ??= attributes.LANG ?? attributes.language ?? null;
      const box = boxOf(attributes);
      if (name === 'TextBlock') this.block = box;
      else this.lines.line((this.line = box));
    } else if (name === 'String') this.string(attributes);
  }

  text(text: string): void {
    if (this.names.at(-1) === 'MeasurementUnit' && text.trim() !== '') this.unit = text.trim();
  }

  close(): void {
    this.names.pop();
  }

  private string(attributes: Record<string, string>): void {
    // Both halves of a word that is cut by the end of a line say the whole of it.
    const whole = attributes.SUBS_CONTENT;
    if (whole && attributes.SUBS_TYPE === 'HypPart2') return;
    const text = whole && attributes.SUBS_TYPE === 'HypPart1' ? whole : attributes.CONTENT;
    this.lines.word(text ?? '', boxOf(attributes) ?? this.line ?? this.block);
  }

  read(image: ImageSize): ReadPage | null {
    if (!this.page) return null;
    const lines = this.lines.finish(this.scale(image), image);
    return { language: this.language?.trim().slice(0, 35) || null, lines, cut: this.lines.cut };
  }

  /** The page's own size, in whichever unit, is that of the image: it may have been recognised on a smaller one. */
  private scale(image: ImageSize): Scale {
    const { width, height } = this.page ?? {};
    if (width && height && width > 0 && height > 0) return { across: image.width / width, down: image.height / height };
    const inch = this.unit === 'mm10' ? inchOf.mm10 : this.unit === 'inch1200' ? inchOf.inch1200 : usualResolution;
    return { across: usualResolution / inch, down: usualResolution / inch };
  }
}

function boxOf(attributes: Record<string, string>): LooseBox | null {
  const box = {
    x: numberOf(attributes.HPOS),
    y: numberOf(attributes.VPOS),
    width: numberOf(attributes.WIDTH),
    height: numberOf(attributes.HEIGHT),
  };
  return Object.values(box).includes(null) ? null : box;
}
