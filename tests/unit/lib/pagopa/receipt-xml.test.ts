import { describe, expect, it } from 'vitest';
import { readDigitalStamp, readReceipt } from '#lib/pagopa/receipt-xml.ts';
import { receiptXml, stampXml } from '#tests/setup/pagopa-platform.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const hash = 'wHpFSLCGZjIvNSXxqtGbxg7275t446DRTk5ZrsdUQ6E=';
const stamp = stampXml({ cents: 1600, documentHash: hash, receiptId: 'IUBD-1' });
const receipt = receiptXml(
  { cents: 12_850, noticeNumber: '302012387654312384', iuv: '02012387654312384', receiptId: 'c110729d' },
  '00644060287',
);

describe('receipts of pagoPA', () => {
  it('a digital stamp says its number, amount, hour and what it belongs to, and not its signature’s digest', () => {
    expect(readDigitalStamp(bytes(stamp))).toEqual({
      cents: 1600,
      at: new Date('2026-03-02T10:05:44.659Z'),
      receiptId: 'IUBD-1',
      psp: 'Banca di prova',
      noticeNumber: null,
      creditor: null,
      documentHash: hash,
    });
  });

  it('a ricevuta telematica says what was paid to whom; an hour without zone is of Italy', () => {
    expect(readReceipt(bytes(receipt))).toEqual({
      cents: 12_850,
      at: new Date('2026-03-02T10:05:44Z'),
      receiptId: 'c110729d',
      psp: 'Banca di prova',
      noticeNumber: '302012387654312384',
      creditor: '00644060287',
      documentHash: null,
    });
    const soap = receipt.replace(/<\?xml.*\?>/, '');
    expect(readReceipt(bytes(`<e:Envelope xmlns:e="x"><e:Body>${soap}</e:Body></e:Envelope>`)).cents).toBe(12_850);
  });

  it.each([
    ['nothing', ''],
    ['no XML', 'pagato'],
    ['something else', '<a/>'],
    ['a document type', `<!DOCTYPE a [<!ENTITY x "y">]>${receipt.replace(/<\?xml.*\?>/, '')}`],
    ['one that failed', receipt.replace('<outcome>OK<', '<outcome>KO<')],
    ['one without an amount', receipt.replace(/<paymentAmount>.*<\/paymentAmount>/, '')],
    ['an amount that is none', receipt.replace('128.50', '128,50')],
  ])('%s is no receipt', (_name, xml) => expect(() => readReceipt(bytes(xml))).toThrow(/\S/));

  it.each([
    ['another kind of stamp', stamp.replace('<TipoBollo>01', '<TipoBollo>02')],
    ['one that belongs to nothing', stamp.replace(/<ImprontaDocumento>.*<\/ImprontaDocumento>/, '')],
    ['a receipt', receipt],
  ])('%s is no digital stamp', (_name, xml) => expect(() => readDigitalStamp(bytes(xml))).toThrow(/\S/));
});
