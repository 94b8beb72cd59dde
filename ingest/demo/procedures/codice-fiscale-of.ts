import { checkCharacter } from '#lib/records/codice-fiscale.ts';
import { lettersOfName } from '#lib/records/codice-fiscale-name.ts';

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
  const fifteen = `${lettersOfName(family, name)}${String(year).slice(2)}${months.charAt(month - 1)}${days}${place}`;
  const check = checkCharacter(fifteen);
  if (check === null) throw new Error(`${fifteen} has not the shape of a codice fiscale`);
  return fifteen + check;
}

const months = 'ABCDEHLMPRST';
