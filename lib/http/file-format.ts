/** Formats that a document may have, by the extension that types name them with. */
export const fileFormats = ['pdf', 'pdfa', 'p7m', 'jpg', 'png', 'dwg', 'dxf', 'ifc', 'odt', 'docx'] as const;
export type FileFormat = (typeof fileFormats)[number];

/** Longest document in bytes. */
export const mostBytes = 20 * 1024 * 1024;

/** The format that bytes show to have, whatever the file is called; null for one that nobody here reads. */
export function fileFormat(bytes: Uint8Array): FileFormat | null {
  const begins = (...signs: number[]) => signs.every((sign, i) => bytes[i] === sign);
  if (begins(0x25, 0x50, 0x44, 0x46, 0x2d)) return holds(bytes, 'pdfaid:') ? 'pdfa' : 'pdf';
  if (begins(0xff, 0xd8, 0xff)) return 'jpg';
  if (begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png';
  const head = latin(bytes.subarray(0, 4096));
  if (/^AC10\d\d/.test(head)) return 'dwg';
  if (head.startsWith('ISO-10303-21')) return 'ifc';
  if (/^(\s*999\r?\n.*\r?\n)*\s*0\r?\nSECTION/.test(head) || head.startsWith('AutoCAD Binary DXF')) return 'dxf';
  if (begins(0x50, 0x4b, 0x03, 0x04)) return zipped(bytes, head);
  return isSigned(bytes, head) ? 'p7m' : null;
}

function zipped(bytes: Uint8Array, head: string): FileFormat | null {
  if (head.includes('mimetypeapplication/vnd.oasis.opendocument.text')) return 'odt';
  return holds(bytes, '[Content_Types].xml') && holds(bytes, 'word/document.xml') ? 'docx' : null;
}

/** CMS signed data (RFC 5652): a sequence that names pkcs7-signedData, as it is or in base64. */
function isSigned(bytes: Uint8Array, head: string): boolean {
  const signedData = '\u002a\u0086\u0048\u0086\u00f7\u000d\u0001\u0007\u0002';
  if (bytes[0] === 0x30 && head.slice(0, 32).includes(signedData)) return true;
  const text = head.replace(/^-----BEGIN [A-Z0-9 ]+-----\s*/, '').slice(0, 64);
  if (!/^MI[A-Za-z0-9+/\s=]+$/.test(text)) return false;
  return atob(text.replace(/\s/g, '').slice(0, 40)).includes(signedData);
}

const latin = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
const holds = (bytes: Uint8Array, text: string): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(text);

/** Whether a document that asks for some formats takes this one: PDF/A is PDF. */
export const takesFormat = (asked: readonly string[], found: FileFormat): boolean =>
  asked.includes(found) || (found === 'pdfa' && asked.includes('pdf'));

/** As browsers want them in `accept`. */
export const acceptOf = (formats: readonly string[]): string =>
  [
    ...new Set(formats.map((format) => (format === 'pdfa' ? '.pdf' : `.${format}`))),
    ...(formats.includes('jpg') ? ['.jpeg'] : []),
  ].join(',');
