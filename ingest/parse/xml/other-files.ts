/** Files that are often handed in for XML, by the bytes they begin with. */
const kinds: [string, string][] = [
  ['\x1f\x8b', 'a gzip archive: unpack it first'],
  ['PK\x03\x04', 'a ZIP archive (or a file of an office program): unpack or export it first'],
  ['BZh', 'a bzip2 archive: unpack it first'],
  ['7z\xbc\xaf\x27\x1c', 'a 7z archive: unpack it first'],
  ['\xd0\xcf\x11\xe0', 'a file of an office program: export it as XML first'],
  ['%PDF', 'a PDF'],
  ['{\\rtf', 'a text of an office program (RTF)'],
  ['\x89PNG', 'an image (PNG)'],
  ['\xff\xd8\xff', 'an image (JPEG)'],
  ['II*\x00', 'an image (TIFF)'],
  ['MM\x00*', 'an image (TIFF)'],
  ['SQLite format 3', 'a database'],
  ['\xff\xfe\x00\x00', 'text in UTF-32, which XML readers need not know: save it as UTF-8'],
  ['\x00\x00\xfe\xff', 'text in UTF-32, which XML readers need not know: save it as UTF-8'],
];

/** What a file is that is plainly no XML; null for all that may be. */
export function otherFile(head: Uint8Array): string | null {
  const begins = Buffer.from(head.subarray(0, 512)).toString('latin1');
  const known = kinds.find(([bytes]) => begins.startsWith(bytes));
  if (known) return known[1];
  if (head.length === 0) return 'an empty file';
  if (head.every((byte) => byte === 0)) return 'nothing but zero bytes: the copy has gone wrong';
  const text = begins.replace(/^\xef\xbb\xbf/, '').trimStart();
  if (text === '' && head.length < 512) return 'an empty file';
  if (/^<(!doctype )?html[\s>]/i.test(text)) return 'a web page (HTML)';
  if (/^[{[]\s*["{[\]}]/.test(text)) return 'JSON';
  return null;
}
