import { numberOfCode, type FascicoloNumber } from '#lib/fascicoli/reference-code.ts';
import { agentNameKey } from '#lib/records/agent-name.ts';
import { checkCharacter, fiscalCodeOf, isCodiceFiscale } from '#lib/records/codice-fiscale.ts';

/** By what somebody is looked for at the front office: what was typed into its one field says it by itself. */
export type AskedFor =
  | { by: 'taxCode'; code: string }
  | { by: 'email'; address: string }
  | { by: 'phone'; digits: string }
  /** `year` null: of whatever year. */
  | { by: 'protocol'; number: number; year: number | null }
  | { by: 'fascicolo'; code: FascicoloNumber }
  | { by: 'name'; words: string[] };

/** Fewer letters of a name would show half the town. */
const leastLetters = 2;

/** Digits of a telephone number, as they are kept to be found: without the prefix of Italy. */
export const phoneKey = (written: string): string => written.replaceAll(/\D/g, '').replace(/^(00)?39(?=\d{9})/, '');

/** Reads the field; null where it holds too little to look by. */
export function askedFor(written: string): AskedFor | null {
  const text = written.trim();
  const taxCode = fiscalCodeOf(text);
  // One that is shaped so is looked for though its check is wrong: it may have been registered like that.
  if (isCodiceFiscale(text) || (taxCode.length === 16 && checkCharacter(taxCode.slice(0, 15)) !== null))
    return { by: 'taxCode', code: taxCode };
  if (/^\S+@\S+$/.test(text)) return { by: 'email', address: text.toLowerCase() };
  const code = numberOfCode(text);
  if (code) return { by: 'fascicolo', code };
  const registered = /^(?:prot(?:ocollo)?\b\.?\s*)?(?:n\.?\s*)?(\d{1,7})(?:\s*\/\s*(\d{4}))?$/i.exec(text);
  if (registered) {
    const number = Number(registered[1]);
    return number === 0 ? null : { by: 'protocol', number, year: registered[2] ? Number(registered[2]) : null };
  }
  if (/^\+?[\d\s().\-/]+$/.test(text)) {
    const digits = phoneKey(text);
    return digits.length < 6 ? null : { by: 'phone', digits };
  }
  const words = agentNameKey(text)
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, 6);
  return words.some((word) => word.length >= leastLetters) ? { by: 'name', words } : null;
}
