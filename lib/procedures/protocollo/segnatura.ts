import type { Registration } from '../cases/filing-facts.ts';
import { protocolNumber } from './protocol-number.ts';

/** What is put on a document when it is registered (DPR 445/2000 art. 55). */
export interface Segnatura {
  administration: string;
  aoo: string;
  registration: Registration;
  flow: 'in' | 'out' | 'internal';
  /** Title and class. */
  classification: string | null;
  unit: string | null;
}

const flowLetters = { in: 'E', out: 'U', internal: 'I' } as const;

/** In one line, as it is stamped: administration, AOO, number, date, flow (Entrata, Uscita, Interno). */
export function segnaturaText({ administration, aoo, registration, flow, classification, unit }: Segnatura): string {
  const [year, month, day] = registration.on.split('-');
  return [
    administration,
    aoo,
    registration.register,
    `prot. ${protocolNumber(registration)}`,
    `del ${day}/${month}/${year}`,
    flowLetters[flow],
    ...(classification ? [`class. ${classification}`] : []),
    ...(unit ? [unit] : []),
  ].join(' - ');
}
