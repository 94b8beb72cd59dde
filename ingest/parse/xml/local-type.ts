import { icarLabels, kindsOfDescription } from './icar-labels.ts';

/** A type word as a label for readers: `StatoDiConservazione` → "Stato di conservazione"; null when it says nothing to them. */
export function labelOfLocalType(type: string | null | undefined): string | null {
  if (!type || kindsOfDescription.has(type)) return null;
  const known = icarLabels.get(type);
  if (known !== undefined) return known;
  // An address, a number, or what a program writes for want of a word tells readers nothing.
  if (/^(https?:|urn:|undefined$|null$)/.test(type) || !/\p{L}/u.test(type)) return null;
  return takenApart(type.replace(/\s*[:：]\s*$/, ''));
}

/** `ComplArchCollegato` → "Compl arch collegato", `plan_of_record_groups` → "plan of record groups"; anything else as it is. */
function takenApart(word: string): string {
  if (/^[\p{L}\d]+(_[\p{L}\d]+)+$/u.test(word)) return word.replaceAll('_', ' ');
  if (!/^[A-Za-zÀ-ÿ][a-zà-ÿ]+([A-ZÀ-Ý][a-zà-ÿ]+)*$/.test(word)) return word;
  const spaced = word.replace(/(?!^)[A-ZÀ-Ý]/g, (letter) => ` ${letter.toLowerCase()}`);
  return spaced === word ? word : spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

/** Whether a type word is the one meant, however systems write it: `StatusScheda`, `statusScheda`, `visibilita FE`. */
export function isType(type: string | null, meant: string): boolean {
  if (type === null) return false;
  return type === meant || type.replace(/[\s_]/g, '').toLowerCase() === meant.toLowerCase();
}
