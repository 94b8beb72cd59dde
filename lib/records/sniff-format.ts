import type { FileEvidence } from './file-evidence.ts';

/** Formats that are known by their first bytes, whatever a file is called. */
export const sniffedFormats = ['pdf', 'p7m', 'jpg', 'png', 'dwg', 'dxf', 'ifc', 'odt', 'docx', 'json'] as const;
export type SniffedFormat = (typeof sniffedFormats)[number];

/** What a file is by its bytes; null for what is none of these. */
export function sniffFormat(bytes: Uint8Array): SniffedFormat | null {
  const begins = (...values: number[]) => values.every((value, i) => bytes[i] === value);
  const head = latin(bytes, 0, 2048);
  // Some programs put bytes before the header; readers look for it in the first kilobyte.
  if (head.slice(0, 1024).includes('%PDF-')) return 'pdf';
  if (begins(0xff, 0xd8, 0xff)) return 'jpg';
  if (begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png';
  if (/^AC10\d\d/.test(head)) return 'dwg';
  if (head.startsWith('ISO-10303-21;')) return 'ifc';
  if (head.startsWith('AutoCAD Binary DXF') || /^\s*(999\r?\n.*\r?\n\s*)*0\r?\nSECTION/.test(head)) return 'dxf';
  if (begins(0x50, 0x4b, 0x03, 0x04)) return packed(bytes, head);
  return isSigned(bytes, head) ? 'p7m' : null;
}

/** Which of the type's formats a file satisfies; a PDF/A is a PDF, and whether it is one is said by its own metadata. */
export function satisfies(
  format: SniffedFormat,
  { claimsPdfA }: Pick<FileEvidence, 'claimsPdfA'>,
  wanted: readonly string[],
): string | null {
  if (format === 'pdf' && wanted.includes('pdfa') && claimsPdfA) return 'pdfa';
  return wanted.includes(format) ? format : null;
}

/** An OpenDocument text says so in its first, stored entry; a Word document by the names of its parts. */
function packed(bytes: Uint8Array, head: string): SniffedFormat | null {
  if (head.slice(30, 120).includes('mimetypeapplication/vnd.oasis.opendocument.text')) return 'odt';
  const tail = latin(bytes, Math.max(0, bytes.length - 65_536), bytes.length);
  return tail.includes('word/document.xml') && tail.includes('[Content_Types].xml') ? 'docx' : null;
}

/** CMS SignedData (RFC 5652): its object identifier near the beginning, in DER, BER or wrapped in base64. */
function isSigned(bytes: Uint8Array, head: string): boolean {
  const oid = '\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02';
  if (bytes[0] === 0x30) return head.slice(0, 32).includes(oid);
  const text = head
    .replace(/-----[^-]*-----/g, '')
    .replace(/\s/g, '')
    .slice(0, 64);
  return /^MI[A-Za-z0-9+/]{62}$/.test(text) && latin(Buffer.from(text, 'base64'), 0, 48).includes(oid);
}

const latin = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, Math.min(to, from + 65_536)));
