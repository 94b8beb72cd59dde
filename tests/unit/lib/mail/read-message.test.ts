import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { readMessage } from '#lib/mail/read-message.ts';
import { entryName } from '#lib/records/entry-name.ts';
import { receiptOf, transported, type Pec } from '#tests/builders/pec.ts';

const pec: Pec = {
  from: 'marta@pec.example.it',
  to: 'protocollo@pec.example.it',
  subject: 'Istanza di accesso',
  about: '<uno@example.it>',
};
const read = (raw: string) => readMessage(Buffer.from(raw));
let whole = '';
beforeAll(async () => {
  whole = await transported(pec, [{ filename: 'istanza.pdf', content: Buffer.from('%PDF-1.4 istanza') }]);
});

/** The same envelope without one of its parts. */
const without = (raw: string, name: string) => {
  const boundary = /boundary="(----=_Busta\d+)"/.exec(raw)?.[1] ?? '';
  const [head = '', ...parts] = raw.split(`--${boundary}`);
  return [head, ...parts.filter((part) => !part.includes(`name="${name}"`))].join(`--${boundary}`);
};

describe('the envelope of PEC', () => {
  it('is read with what it carries', async () => {
    const message = await read(whole);
    expect(message).toMatchObject({ kind: 'pec', subject: 'Istanza di accesso', reason: null });
    expect(message.attachments.map(({ name }) => name)).toEqual(['istanza.pdf']);
  });

  it('carries names with path tricks as names alone, and leaves out what has no bytes', async () => {
    const content = Buffer.from('%PDF-1.4');
    const message = await read(
      await transported(pec, [
        { filename: '../../../etc/passwd', content },
        { filename: 'C:\\Windows\\system.pdf', content },
        { filename: 'a\u0000b\r\nX-Evil: 1.pdf', content },
        { filename: 'fattura\u202efdp.exe', content },
        { filename: 'vuoto.pdf', content: Buffer.alloc(0) },
      ]),
    );
    expect(message.kind).toBe('pec');
    expect(message.attachments).toHaveLength(4);
    for (const [i, { name }] of message.attachments.entries()) {
      expect(name).not.toMatch(/[\p{Cc}]/u);
      // Wherever a name becomes one of a file, it is this.
      expect(entryName(i + 1, name, 'Allegato', 'pdf')).toMatch(/^0000\d-[^/\\\u202e]+$/u);
    }
  });

  it.each(['daticert.xml', 'postacert.eml'])('without %s is broken, and says what is missing', async (name) => {
    const message = await read(without(whole, name));
    expect(message).toMatchObject({ kind: 'broken', attachments: [] });
    expect(message.reason).toContain(`manca ${name}`);
  });

  it('whose message lost its last part is broken: attachments may be missing', async () => {
    const inner = /Content-Type: multipart\/mixed;\s+boundary="(--_NmP[^"]+)"/.exec(whole)?.[1] ?? '';
    expect(whole).toContain(`--${inner}--`);
    const message = await read(whole.replace(`--${inner}--`, ''));
    expect(message).toMatchObject({ kind: 'broken', subject: pec.subject, attachments: [] });
    expect(message.reason).toBe('nella busta PEC il messaggio è troncato');
  });

  it('of an anomaly is no PEC', async () => {
    const message = await read(whole.replace('X-Trasporto: posta-certificata', 'X-Trasporto: errore'));
    expect(message).toMatchObject({ kind: 'anomaly', sender: [{ address: 'posta-certificata@gestore.example.it' }] });
  });
});

describe('a receipt', () => {
  it('is about the message that its header names, or daticert.xml where that is missing', async () => {
    const raw = receiptOf('accettazione', pec);
    expect(await read(raw)).toMatchObject({ kind: 'receipt', receipt: 'accettazione', about: pec.about });
    const silent = raw.replace(/X-Riferimento-Message-ID:.*\r\n/, '');
    expect(await read(silent)).toMatchObject({ kind: 'receipt', about: pec.about });
  });

  it('that cannot be read is none', async () => {
    for (const raw of [
      receiptOf('avvenuta-consegna', { ...pec, daticert: '<postacert' }),
      without(receiptOf('avvenuta-consegna', pec), 'daticert.xml'),
    ])
      expect(await read(raw)).toMatchObject({ kind: 'broken', receipt: null, about: null });
  });
});

describe('whatever comes', () => {
  it('a message cut anywhere is never taken for PEC or a receipt', async () => {
    const end = (raw: string) => raw.lastIndexOf('--\r\n');
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(whole, receiptOf('accettazione', pec)), fc.nat(), async (raw, at) => {
        const message = await read(raw.slice(0, at % end(raw)));
        expect(['pec', 'receipt']).not.toContain(message.kind);
        expect(message.messageId).not.toBe('');
      }),
      { numRuns: 150 },
    );
  });

  it('bytes of any kind are read without failing', () =>
    fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        expect((await readMessage(Buffer.from(bytes))).attachments.length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 100 },
    ));
});
