import { describe, expect, it } from 'vitest';
import { pageTextFormat, readPageText } from '#ingest/page-text/read-page-text.ts';
import { plainText } from '#lib/records/page-text.ts';

const image = { width: 2000, height: 3000 };
const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string, page = 1) => {
  const reading = readPageText(bytes(text), image, page);
  if (!reading.ok) throw new Error(reading.reason);
  return reading;
};

const alto = (
  body: string,
  unit = 'pixel',
  size = 'WIDTH="2000" HEIGHT="3000"',
  namespace = 'http://www.loc.gov/standards/alto/ns-v4#',
) =>
  `<?xml version="1.0" encoding="UTF-8"?><alto xmlns="${namespace}"><Description><MeasurementUnit>${unit}</MeasurementUnit></Description>
   <Layout><Page ID="p1" ${size}><PrintSpace>${body}</PrintSpace></Page></Layout></alto>`;
const estimo = (at: string) =>
  `<TextBlock ID="b" LANG="ita"><TextLine HPOS="100" VPOS="200" WIDTH="900" HEIGHT="60"><String CONTENT="Estimo" ${at}/><SP/>
   <String CONTENT="del" HPOS="420" VPOS="200" WIDTH="100" HEIGHT="60"/></TextLine></TextBlock>`;
const place = 'HPOS="100" VPOS="200" WIDTH="300" HEIGHT="60"';

describe('ALTO', () => {
  it.each([
    'http://www.loc.gov/standards/alto/ns-v2#',
    'http://www.loc.gov/standards/alto/ns-v3#',
    'http://www.loc.gov/standards/alto/ns-v4#',
    'http://schema.ccs-gmbh.com/ALTO',
  ])('words with their places: %s', (namespace) => {
    const { origin, language, lines } = read(alto(estimo(place), 'pixel', undefined, namespace));
    expect({ origin, language }).toEqual({ origin: 'alto', language: 'ita' });
    expect(lines).toEqual([
      {
        x: 100,
        y: 200,
        width: 900,
        height: 60,
        words: [
          { text: 'Estimo', x: 100, y: 200, width: 300, height: 60 },
          { text: 'del', x: 420, y: 200, width: 100, height: 60 },
        ],
      },
    ]);
  });

  it.each([
    ['pixel', 'WIDTH="1000" HEIGHT="1500"', 200, 400],
    ['mm10', 'WIDTH="1000" HEIGHT="1500"', 200, 400],
    ['inch1200', 'WIDTH="8000" HEIGHT="12000"', 25, 50],
    ['pixel', '', 100, 200],
    // 300 places an inch where the size of the paper is not told
    ['mm10', '', 118, 236],
    ['inch1200', '', 25, 50],
  ])('%s of a page %s in pixels of the image', (unit, size, x, y) => {
    expect(read(alto(estimo(place), unit, size)).lines[0]?.words[0]).toMatchObject({ x, y });
  });

  it('a word cut by the end of a line is had whole, once', () => {
    const half = (type: string, text: string, y: number) =>
      `<TextLine HPOS="0" VPOS="${y}" WIDTH="500" HEIGHT="40"><String SUBS_TYPE="${type}" SUBS_CONTENT="amministrazione" CONTENT="${text}" HPOS="0" VPOS="${y}" WIDTH="200" HEIGHT="40"/>
       ${type === 'HypPart1' ? '<HYP CONTENT="-"/>' : '<String CONTENT="comunale" HPOS="220" VPOS="60" WIDTH="200" HEIGHT="40"/>'}</TextLine>`;
    const { lines } = read(alto(half('HypPart1', 'ammini', 0) + half('HypPart2', 'strazione', 60)));
    expect(plainText(lines)).toBe('amministrazione\ncomunale');
  });

  it('a word without a place has that of its line; what lies beyond the image is cut', () => {
    expect(read(alto(estimo(''))).lines[0]?.words[0]).toMatchObject({ x: 100, width: 900 });
    expect(read(alto(estimo('HPOS="1900" VPOS="-20" WIDTH="300" HEIGHT="60"'))).lines[0]?.words[0]).toMatchObject({
      x: 1900,
      y: 0,
      width: 100,
      height: 40,
    });
  });

  it('the page that was asked for', () => {
    const two = alto(estimo(place)).replace(
      '</Layout>',
      '<Page><PrintSpace><TextLine><String CONTENT="Due"/></TextLine></PrintSpace></Page></Layout>',
    );
    expect(plainText(read(two, 2).lines)).toBe('Due');
    expect(readPageText(bytes(two), image, 3)).toEqual({ ok: false, reason: 'no page 3 in it' });
  });

  it('nothing that a DOCTYPE declares is read, and what is broken says so', () => {
    const bomb = alto('<TextLine><String CONTENT="&a;"/></TextLine>').replace(
      '<alto',
      '<!DOCTYPE alto [<!ENTITY a SYSTEM "file:///etc/passwd">]><alto',
    );
    expect(readPageText(bytes(bomb), image)).toMatchObject({ ok: false, reason: expect.stringContaining('entit') });
    expect(readPageText(bytes(alto('<TextLine>')), image)).toMatchObject({ ok: false });
    const cut = readPageText(bytes(alto(estimo(place)).slice(0, 400)), image);
    expect(cut).toMatchObject({ ok: false });
  });

  it('keeps so many words and no more', () => {
    const reading = read(alto(`<TextLine>${'<String CONTENT="a"/>'.repeat(40_001)}</TextLine>`));
    expect(reading.cut).toBe(true);
    expect(reading.lines[0]?.words).toHaveLength(40_000);
  });
});

const hocr = (body: string, page = 'bbox 0 0 1000 1500') =>
  `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
   <html lang="it"><head><title></title><meta name="ocr-system" content="tesseract 5.3.0"><meta name="ocr-capabilities" content="ocr_page"></head>
   <body><div class="ocr_page" id="page_1" title='image "a b; bbox.png"; ${page}; ppageno 0'>${body}</div></body></html>`;
const word = (text: string, box: string) => `<span class='ocrx_word' title='bbox ${box}; x_wconf 96'>${text}</span>`;

describe('hOCR', () => {
  it('words with their places, in pixels of the image', () => {
    const { origin, language, lines } = read(
      hocr(
        `<p class="ocr_par" lang="ita"><span class="ocr_line" title="bbox 10 20 510 60; baseline 0 0">${word('<strong>Est</strong>imo', '10 20 110 60')} ${word('d&egrave;l &amp; C.', '120 20 200 60')}</span></p>`,
      ),
    );
    expect({ origin, language }).toEqual({ origin: 'hocr', language: 'ita' });
    expect(lines).toEqual([
      {
        x: 20,
        y: 40,
        width: 1000,
        height: 80,
        words: [
          { text: 'Estimo', x: 20, y: 40, width: 200, height: 80 },
          { text: 'dèl & C.', x: 240, y: 40, width: 160, height: 80 },
        ],
      },
    ]);
  });

  it('what is left open or not well-formed is read on', () => {
    const { lines } = read(
      hocr(
        `<p class=ocr_par><span class=ocr_header title="bbox 0 0 9 9">${word('Ciò', '0 0 4 9')}<br>${word('che & resta', '5 0 9 9')}`,
      ),
    );
    expect(plainText(lines)).toBe('Ciò che & resta');
  });

  it('lines without places of words share theirs out', () => {
    const { lines } = read(hocr('<span class="ocr_line" title="bbox 0 0 900 50">abc defgh</span>'));
    expect(lines[0]?.words).toEqual([
      { text: 'abc', x: 0, y: 0, width: 600, height: 100 },
      { text: 'defgh', x: 800, y: 0, width: 1000, height: 100 },
    ]);
  });

  it('a soft hyphen at the end of a line joins', () => {
    const line = (text: string) => `<span class="ocr_line" title="bbox 0 0 9 9">${word(text, '0 0 9 9')}</span>`;
    expect(plainText(read(hocr(line('podes&shy;') + line('tà'))).lines)).toBe('podestà');
  });

  it('the page that was asked for', () => {
    const two = hocr(word('uno', '0 0 9 9')).replace(
      '</body>',
      `<div class="ocr_page">${word('due', '0 0 9 9')}</div></body>`,
    );
    expect(plainText(read(two).lines)).toBe('uno');
    expect(plainText(read(two, 2).lines)).toBe('due');
  });
});

describe('what a file is', () => {
  it.each([
    [alto(''), 'alto'],
    [alto('').replaceAll('<alto', '<a:alto').replaceAll('</alto', '</a:alto'), 'alto'],
    [hocr(''), 'hocr'],
    ['<html><body>A page</body></html>', null],
    ['<mets xmlns="http://www.loc.gov/METS/"/>', null],
    ['', null],
  ])('%#', (text, format) => expect(pageTextFormat(bytes(text))).toBe(format));

  it('is not thrown over whatever it holds', () => {
    for (const text of ['<alto ', '<alto>\0</alto>', hocr('<'.repeat(1000)), '<html ocr_page']) {
      expect(readPageText(bytes(text), image)).toBeTypeOf('object');
    }
  });
});
