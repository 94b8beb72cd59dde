import { describe, expect, it } from 'vitest';
import { type ReceiptOffice, toReceipt } from '#lib/projections/receipt.ts';
import { DrivenCase } from '#tests/builders/cases.ts';
import { law, padova } from '#tests/builders/procedure-time.ts';
import { demoUnits, typeFiles } from '#tests/builders/procedure-types.ts';

const offices = new Map<string, ReceiptOffice>([...demoUnits()].map(([code, name]) => [code, { name }]));
offices.set('gabinetto-sindaco', { name: { it: 'Gabinetto', en: 'Cabinet' }, pec: 'a@pec.it', person: 'Anna Bianchi' });
const sources = {
  offices,
  administration: { name: { it: 'Comune di Padova', en: 'Municipality of Padova' }, digitalDomicile: 'comune@pec.it' },
  clock: { law, calendar: padova },
};
const call = { opensOn: '2026-03-02', closesOn: '2026-03-31' };
const receiptOf = (one: DrivenCase) => toReceipt(one.procedure, { ...sources, type: one.type });

describe('the receipt of art. 18-bis', () => {
  it('says to whom, by when, what then, and is the communication of start', () => {
    const receipt = receiptOf(new DrivenCase('patrocinio', '2026-03-02'));
    expect(receipt).toMatchObject({ answerBy: '2026-04-01', communicatesStart: true, filedOn: '2026-03-02' });
    const said = Object.fromEntries(receipt.content.map(({ letter, lines }) => [letter, lines.map(({ it }) => it)]));
    expect(said).toMatchObject({
      null: ['0000001/2026, del 2 marzo 2026'],
      a: ['Comune di Padova', 'comune@pec.it'],
      c: ['Gabinetto', 'a@pec.it', 'Anna Bianchi'],
      'c-ter': ['2 marzo 2026'],
    });
    expect(said['c-bis']?.[0]).toBe('Entro il 1° aprile 2026');
  });

  it('still says the same when the case has gone on', () => {
    const one = new DrivenCase('patrocinio', '2026-03-02');
    const before = receiptOf(one);
    one.to('completenessCheck').on('2026-03-05').to('additions', 'documentsIncomplete');
    expect(receiptOf(one)).toEqual(before);
  });

  it.each(typeFiles.map((file) => file.replace('.yaml', '')))('of %s has all that art. 8 wants', (code) => {
    const receipt = receiptOf(new DrivenCase(code, '2026-03-02', { call }));
    expect(receipt.content.map(({ letter }) => letter)).toEqual([null, 'a', 'b', 'c', 'c-bis', 'c-ter', 'd', 'd-bis']);
    for (const { lines } of receipt.content) {
      expect(lines.length).toBeGreaterThan(0);
      for (const { it: words, en } of lines) expect(words.length * en.length).toBeGreaterThan(0);
    }
  });
});
