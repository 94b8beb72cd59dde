import { fault } from './fault.ts';
import { otherFile } from './other-files.ts';

const declaration = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z][A-Za-z0-9._-]*)["']/;

/** Bytes needed to see a byte order mark and the XML declaration. */
const headLength = 1024;

/**
 * Turns bytes into text by byte order mark, XML declaration, or UTF-8 where neither speaks. A byte that the encoding does not
 * have is a fault: guessing would write wrong letters into descriptions without anyone noticing.
 */
export class XmlDecoder {
  private head: Uint8Array[] = [];
  private headSize = 0;
  private decoder: TextDecoder | null = null;
  private label = 'utf-8';
  private pending = new Uint8Array(0);
  private line = 1;

  /** The text that these bytes complete; empty while the encoding is still unknown. */
  push(bytes: Uint8Array): string {
    if (this.decoder) return this.decode(bytes);
    this.head.push(bytes);
    this.headSize += bytes.length;
    return this.headSize < headLength ? '' : this.begin();
  }

  /** The rest at the end of the file. */
  end(): string {
    const rest = this.decoder ? '' : this.begin();
    return rest + this.decode(new Uint8Array(0), true);
  }

  private begin(): string {
    const bytes = Buffer.concat(this.head);
    this.head = [];
    const other = otherFile(bytes);
    if (other !== null) throw fault('not-xml', `no XML: ${other}`, { line: 1 });
    this.label = encodingOf(bytes);
    try {
      this.decoder = new TextDecoder(this.label, { fatal: true });
    } catch {
      throw fault('encoding', `the encoding ${this.label} is not known`, { line: 1, found: this.label });
    }
    return this.decode(bytes);
  }

  private decode(bytes: Uint8Array, last = false): string {
    try {
      const text = this.decoder?.decode(bytes, { stream: !last }) ?? '';
      for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.line++;
      // Only the end of a chunk can be carried over, and no character is longer than four bytes.
      const tail = bytes.slice(-3);
      this.pending = tail.slice(tail.lastIndexOf(0x0a) + 1);
      return text;
    } catch {
      const line = this.line + linesBeforeFault(Buffer.concat([this.pending, bytes]), this.label);
      throw fault('encoding', `bytes that are not ${this.label.toUpperCase()}, the encoding the file says it has`, {
        line,
      });
    }
  }
}

function encodingOf(bytes: Uint8Array): string {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return 'utf-16le';
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return 'utf-16be';
  const head = Buffer.from(bytes.subarray(0, headLength)).toString('latin1');
  const named = declaration.exec(head)?.[1]?.toLowerCase() ?? 'utf-8';
  // The declaration could be read byte by byte, so it cannot be UTF-16.
  return named.startsWith('utf-16') ? 'utf-8' : named;
}

function linesBeforeFault(bytes: Uint8Array, label: string): number {
  if (label.startsWith('utf-16')) return 0;
  let lines = 0;
  for (let start = 0; start < bytes.length; lines++) {
    const end = bytes.indexOf(0x0a, start);
    const line = bytes.subarray(start, end < 0 ? bytes.length : end);
    // The first line may begin within a character.
    const sound = new TextDecoder(label).decode(line).replace(/^\ufffd+/, lines === 0 ? '' : '\ufffd');
    if (sound.includes('\ufffd')) return lines;
    if (end < 0) return lines;
    start = end + 1;
  }
  return lines;
}
