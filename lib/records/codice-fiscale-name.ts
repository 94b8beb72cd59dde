/** Letters of a name without accents, blanks and apostrophes. */
const lettersOf = (name: string): string =>
  name
    .normalize('NFD')
    .toUpperCase()
    .replace(/[^A-Z]/g, '');

const consonantsOf = (letters: string): string => letters.replace(/[AEIOU]/g, '');
const vowelsOf = (letters: string): string => letters.replace(/[^AEIOU]/g, '');

const three = (letters: string): string => `${consonantsOf(letters)}${vowelsOf(letters)}XXX`.slice(0, 3);

/** Of a given name with four consonants or more the second is passed over (DM 23 December 1976, art. 3). */
function threeOfGiven(letters: string): string {
  const consonants = consonantsOf(letters);
  return consonants.length >= 4 ? `${consonants[0] ?? ''}${consonants[2] ?? ''}${consonants[3] ?? ''}` : three(letters);
}

/** The six letters that a person's codice fiscale begins with, of family and given name (DM 23 December 1976, arts. 2-3). */
export const lettersOfName = (family: string, given: string): string =>
  three(lettersOf(family)) + threeOfGiven(lettersOf(given));

/**
 * Whether a person's codice fiscale begins as their name makes it: says that who typed both meant one person, and asks no register whether there is
 * such a person.
 */
export const agreesWithName = (taxCode: string, family: string, given: string): boolean =>
  taxCode.slice(0, 6) === lettersOfName(family, given);
