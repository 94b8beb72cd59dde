import { SaxesParser } from 'saxes';
import { z } from 'zod';
import type { Outcome } from '#lib/procedures/payments/outcome.ts';
import { romeInstant } from '#lib/procedures/rome.ts';

const euro = z
  .string()
  .regex(/^\d{1,9}\.\d{2}$/)
  .transform((text) => Math.round(Number(text) * 100));
const text = z.string().min(1).max(200);
const instant = z
  .string()
  .transform(instantOf)
  .pipe(z.date({ message: 'is no instant' }));

const receiptSchema = z.object({
  outcome: z.literal('OK'),
  receiptId: text,
  noticeNumber: z.string().regex(/^\d{18}$/),
  fiscalCode: z.string().regex(/^\d{11}$/),
  paymentAmount: euro,
  PSPCompanyName: text.optional(),
  paymentDateTime: instant,
});

/**
 * What a ricevuta telematica says (`receipt` of `paSendRTV2Request`, paForNode.xsd).
 * @throws where it is none, or says that nothing was paid
 */
export function readReceipt(xml: Uint8Array): Outcome {
  const said = receiptSchema.parse(Object.fromEntries(textsBelow(xml, 'receipt')));
  return {
    cents: said.paymentAmount,
    at: said.paymentDateTime,
    receiptId: said.receiptId,
    psp: said.PSPCompanyName ?? null,
    noticeNumber: said.noticeNumber,
    creditor: said.fiscalCode,
    documentHash: null,
  };
}

const stampSchema = z.object({
  IUBD: text,
  OraAcquisto: instant,
  Importo: euro,
  TipoBollo: z.literal('01'),
  Denominazione: text.optional(),
  DigestValue: z.string().regex(/^[A-Za-z0-9+/]{43}=$/),
});

/**
 * What a digital stamp says (`marcaDaBollo` of the Agenzia delle Entrate, 2014). Its signature is not checked here: it came from the platform itself,
 * and the Agenzia's own programme does that (SANP, "Servizio @e.bollo").
 * @throws where it is none
 */
export function readDigitalStamp(xml: Uint8Array): Outcome {
  const texts = new Map<string, string>();
  for (const [path, said] of pathsBelow(xml, 'marcaDaBollo')) {
    const name = path === 'PSP/Denominazione' ? 'Denominazione' : path.replace('ImprontaDocumento/', '');
    // The signature has a digest of its own.
    if (!name.includes('/')) texts.set(name, said);
  }
  const said = stampSchema.parse(Object.fromEntries(texts));
  return {
    cents: said.Importo,
    at: said.OraAcquisto,
    receiptId: said.IUBD,
    psp: said.Denominazione ?? null,
    noticeNumber: null,
    creditor: null,
    documentHash: said.DigestValue,
  };
}

/** The texts of the elements right below one, by their names. */
const textsBelow = (xml: Uint8Array, root: string): [string, string][] =>
  pathsBelow(xml, root).filter(([path]) => !path.includes('/'));

/** The texts of all elements below the first of a name, by their path from it, without prefixes. A document type is refused: no entity is expanded. */
function pathsBelow(xml: Uint8Array, root: string): [string, string][] {
  const parser = new SaxesParser();
  const found: [string, string][] = [];
  const path: string[] = [];
  let within = -1;
  let said = '';
  const more = (part: string) => {
    said += part;
  };
  parser.on('doctype', () => {
    throw new Error('a receipt has a document type');
  });
  parser.on('opentag', ({ name }) => {
    path.push(name.replace(/^.*:/, ''));
    if (within < 0 && path.at(-1) === root) within = path.length;
    said = '';
  });
  parser.on('text', more);
  parser.on('cdata', more);
  parser.on('closetag', () => {
    if (within >= 0 && path.length > within) found.push([path.slice(within).join('/'), said.trim()]);
    if (path.length === within) within = Number.POSITIVE_INFINITY;
    path.pop();
    said = '';
  });
  parser.on('error', (problem) => {
    throw problem;
  });
  parser.write(new TextDecoder('utf-8', { fatal: true }).decode(xml)).close();
  return found;
}

/** An instant; one that names no zone is of Italy. */
function instantOf(said: string): Date | null {
  const [, local, seconds] = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}):(\d{2})(?:\.\d+)?$/.exec(said) ?? [];
  if (!local) {
    const at = new Date(said);
    return Number.isNaN(at.getTime()) ? null : at;
  }
  const minute = romeInstant(local);
  return minute && new Date(minute.getTime() + Number(seconds) * 1000);
}
