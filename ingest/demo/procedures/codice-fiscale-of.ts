import { checkCharacter } from '#lib/records/codice-fiscale.ts';

export interface Born {
  name: string;
  family: string;
  female: boolean;
  year: number;
  month: number;
  day: number;
  /** Code of the land registry. */
  place: string;
}

/** The codice fiscale that these data give (DM 23 December 1976, arts. 1-6). */
export function codiceFiscaleOf({ name, family, female, year, month, day, place }: Born): string {
  const days = String(female ? day + 40 : day).padStart(2, '0');
  const fifteen = `${familyPart(family)}${namePart(name)}${String(year).slice(2)}${months.charAt(month - 1)}${days}${place}`;
  const check = checkCharacter(fifteen);
  if (check === null) throw new Error(`${fifteen} has not the shape of a codice fiscale`);
  return fifteen + check;
}

const months = 'ABCDEHLMPRST';
const letters = (text: string): string => text.toUpperCase().replaceAll(/[^A-Z]/g, '');
const consonants = (text: string): string => letters(text).replaceAll(/[AEIOU]/g, '');
const vowels = (text: string): string => letters(text).replaceAll(/[^AEIOU]/g, '');
const three = (text: string): string => `${text}XXX`.slice(0, 3);

const familyPart = (family: string): string => three(consonants(family) + vowels(family));

/** Of four consonants or more the first, third and fourth. */
function namePart(name: string): string {
  const found = consonants(name);
  return found.length > 3 ? `${found.charAt(0)}${found.slice(2, 4)}` : three(found + vowels(name));
}
