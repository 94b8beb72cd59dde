import { leaf, wrap } from '#lib/records/xml-writing.ts';
import type { PageBox } from '#lib/records/page-text.ts';
import type { Sheet } from './sheet.ts';

/** What is written on a sheet, as ALTO 4. */
export function toAlto(sheet: Sheet, language: string, fileName: string): string {
  const lines = sheet.lines.map((line, row) => {
    const words = line.words.map((word, at) =>
      wrap('String', { ID: `s${row + 1}-${at + 1}`, ...place(word), CONTENT: word.text }),
    );
    return wrap('TextLine', { ID: `l${row + 1}`, ...place(line) }, ...words);
  });
  const whole = { HPOS: '0', VPOS: '0', WIDTH: String(sheet.width), HEIGHT: String(sheet.height) };
  return `<?xml version="1.0" encoding="UTF-8"?>${wrap(
    'alto',
    { xmlns: 'http://www.loc.gov/standards/alto/ns-v4#' },
    wrap(
      'Description',
      {},
      leaf('MeasurementUnit', 'pixel'),
      wrap('sourceImageInformation', {}, leaf('fileName', fileName)),
    ),
    wrap(
      'Layout',
      {},
      wrap(
        'Page',
        { ID: 'page', PHYSICAL_IMG_NR: '1', WIDTH: String(sheet.width), HEIGHT: String(sheet.height) },
        wrap('PrintSpace', whole, wrap('TextBlock', { ID: 'block', ...whole, LANG: language }, ...lines)),
      ),
    ),
  )}`;
}

const place = ({ x, y, width, height }: PageBox) => ({
  HPOS: String(x),
  VPOS: String(y),
  WIDTH: String(width),
  HEIGHT: String(height),
});
