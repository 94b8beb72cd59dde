import { describe, expect, it } from 'vitest';
import { evidenceOf } from '#lib/records/file-evidence.ts';
import { satisfies, sniffFormat } from '#lib/records/sniff-format.ts';

const bytes = (text: string) => Buffer.from(text, 'latin1');
const signed = bytes(
  '\x30\x82\x01\x00\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02\xa0\x82rest of the message, long enough',
);

describe('formats by their bytes', () => {
  it.each([
    ['pdf', bytes('%PDF-1.7\n')],
    ['pdf', bytes('\r\n%PDF-1.4\n')],
    ['jpg', bytes('\xff\xd8\xff\xe0')],
    ['png', bytes('\x89PNG\r\n\x1a\n')],
    ['dwg', bytes('AC1032')],
    ['dxf', bytes('  0\nSECTION\n')],
    ['dxf', bytes('999\nmade by\n0\r\nSECTION\n')],
    ['dxf', bytes('AutoCAD Binary DXF\r\n\x1a\0')],
    ['ifc', bytes('ISO-10303-21;\nHEADER;')],
    ['odt', bytes(`PK\x03\x04${'\0'.repeat(26)}mimetypeapplication/vnd.oasis.opendocument.text`)],
    ['docx', bytes(`PK\x03\x04${'\0'.repeat(26)}[Content_Types].xml …word/document.xml`)],
    ['p7m', signed],
    ['p7m', bytes(signed.toString('base64'))],
    ['p7m', bytes(`-----BEGIN PKCS7-----\n${signed.toString('base64')}`)],
  ])('%s', (format, given) => expect(sniffFormat(given)).toBe(format));

  it.each([
    ['nothing', ''],
    ['a page', '<html><body>%PD'],
    ['a program', 'MZ\x90\0'],
    ['any archive', 'PK\x03\x04\0\0\0\0'],
    ['a certificate', '\x30\x82\x01\x00\x06\x03\x55\x04\x03'],
    ['base64 of something else', Buffer.from('x'.repeat(90)).toString('base64')],
  ])('%s is none of them', (_name, given) => expect(sniffFormat(bytes(given))).toBeNull());

  it('a PDF/A says so itself, and is a PDF too', () => {
    const plain = bytes('%PDF-1.7\n');
    const archival = bytes('%PDF-1.7\n<pdfaid:part>2</pdfaid:part>');
    expect(satisfies('pdf', evidenceOf(archival), ['pdfa'])).toBe('pdfa');
    expect(satisfies('pdf', evidenceOf(archival), ['pdf'])).toBe('pdf');
    expect(satisfies('pdf', evidenceOf(plain), ['pdfa'])).toBeNull();
    expect(satisfies('jpg', evidenceOf(plain), ['pdf'])).toBeNull();
  });
});
