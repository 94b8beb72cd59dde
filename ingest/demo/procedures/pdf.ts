/** A page in points: A4. */
const page = { width: 595, height: 842, margin: 64, size: 11, leading: 16 };

/** Letters of a line; Helvetica is about half as wide as high. */
const lineLength = 84;

/** A PDF of one page of text, as short as the format allows (ISO 32000-1): a heading and paragraphs in Helvetica. */
export function pdfOf(title: string, paragraphs: readonly string[]): Uint8Array {
  const lines = paragraphs.flatMap((paragraph) => [...wrapped(paragraph), '']).slice(0, 42);
  const text = [
    'BT',
    `/F2 15 Tf ${page.leading} TL 1 0 0 1 ${page.margin} ${page.height - 80} Tm`,
    ...wrapped(title).map((line) => `${literal(line)} Tj T*`),
    `/F1 ${page.size} Tf T*`,
    ...lines.map((line) => `${literal(line)} Tj T*`),
    'ET',
  ].join('\n');
  const font = (name: string) => `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`;
  return assembled([
    `<< /Type /Catalog /Pages 2 0 R /Lang (it) /ViewerPreferences << /DisplayDocTitle true >> >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${page.width} ${page.height}] /Contents 4 0 R /Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> >>`,
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    font('Helvetica'),
    font('Helvetica-Bold'),
    `<< /Title ${literal(title)} /Producer (ELI4U) >>`,
  ]);
}

/** Objects, the table of where each begins, the trailer. One character is one byte throughout. */
function assembled(objects: readonly string[]): Uint8Array {
  let body = '%PDF-1.4\n%\xE2\xE3\xCF\xD3\n';
  const offsets = objects.map((object, i) => {
    const at = body.length;
    body += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const count = objects.length + 1;
  const trailer = `xref\n0 ${count}\n0000000000 65535 f \n${table}trailer\n<< /Size ${count} /Root 1 0 R /Info ${objects.length} 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  return Buffer.from(body + trailer, 'latin1');
}

/** Typographic signs have places of their own in WinAnsi, which agrees with Latin-1 otherwise. */
const signs: Record<string, string> = {
  '’': '\\222',
  '‘': '\\221',
  '“': '\\223',
  '”': '\\224',
  '–': '\\226',
  '€': '\\200',
  '«': '\\253',
  '»': '\\273',
};

const literal = (text: string): string =>
  `(${[...text].map((sign) => signs[sign] ?? (/[()\\]/.test(sign) ? `\\${sign}` : sign.charCodeAt(0) < 256 ? sign : '?')).join('')})`;

function wrapped(text: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line && line.length + word.length >= lineLength) {
      lines.push(line);
      line = '';
    }
    line = line ? `${line} ${word}` : word;
  }
  return [...lines, line];
}
