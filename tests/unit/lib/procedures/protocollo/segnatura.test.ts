import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { protocolNumber, readProtocolNumber } from '#lib/procedures/protocollo/protocol-number.ts';
import { segnaturaText } from '#lib/procedures/protocollo/segnatura.ts';
import { segnaturaXml } from '#lib/projections/segnatura-xml.ts';

const schema = XsdValidator.fromDoc(
  XmlDocument.fromString(readFileSync('tests/fixtures/segnatura/allegato6-abridged.xsd', 'utf8')),
);
const registration = { register: 'protocollo-generale', year: 2026, number: 123, on: '2026-03-02' };
const segnatura = {
  administration: 'Comune di Padova',
  aoo: 'c_g224',
  registration,
  flow: 'in' as const,
  classification: 'X/10',
  unit: 'edilizia-privata',
};

describe('the segnatura', () => {
  it('is one line with a number of seven figures', () =>
    expect(segnaturaText(segnatura)).toBe(
      'Comune di Padova - c_g224 - protocollo-generale - prot. 0000123/2026 - del 02/03/2026 - E - class. X/10 - edilizia-privata',
    ));

  it('is valid by what AgID publishes, whatever was registered', () =>
    fc.assert(
      fc.property(
        fc.constantFrom('in' as const, 'out' as const, 'internal' as const),
        fc.array(fc.record({ name: fc.string({ unit: 'binary', minLength: 1 }) }), { maxLength: 3 }),
        fc.string({ unit: 'binary' }),
        fc.option(fc.constant('X/10')),
        (flow, others, object, classification) => {
          const xml = segnaturaXml({
            administration: {
              name: 'Comune di Padova',
              code: 'c_g224',
              taxCode: '00644060287',
              aoo: 'c_g224',
              register: 'PG',
            },
            registration,
            flow,
            classification,
            className: null,
            object,
            sender: others,
            recipients: [...others, { name: 'Ditta Rossi', address: 'rossi@pec.example' }],
            document: { name: 'documento.pdf', title: object, format: 'pdf', hash: '00ff' },
            attachments: [{ name: 'allegato-1.p7m', title: 'b', format: 'p7m', hash: 'ff' }],
          });
          const parsed = XmlDocument.fromString(xml);
          try {
            expect(() => schema.validate(parsed)).not.toThrow();
          } finally {
            parsed.dispose();
          }
        },
      ),
    ));
});

describe('numbers as people type them', () => {
  it('are read as they are written', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999_999 }), fc.integer({ min: 1900, max: 9999 }), (number, year) => {
        expect(readProtocolNumber(protocolNumber({ number, year }))).toEqual({ number, year });
        expect(readProtocolNumber(` ${number} `)).toEqual({ number, year: null });
      }),
    ));
  it.each(['', '0', 'via 12', '12/26', '123456789'])('%j is none', (text) =>
    expect(readProtocolNumber(text)).toBeNull(),
  );
});
