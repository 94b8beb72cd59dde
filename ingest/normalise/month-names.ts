const names: readonly string[] = [
  'gennaio genn gen january jan januar jänner janvier janv januari',
  'febbraio febbr feb february februar février fevrier févr fevr februari febr',
  'marzo mar march märz maerz mrz mars maart mrt',
  'aprile apr april avril avr',
  'maggio magg mag may mai mei',
  'giugno giu june jun juni juin',
  'luglio lug july jul juli juillet juil',
  'agosto ago august aug août aout augustus',
  'settembre sett set september sept sep septembre',
  'ottobre ott october oct oktober okt octobre',
  'novembre nov november',
  'dicembre dic december dec dezember dez décembre decembre déc',
];

const months = new Map(names.flatMap((line, i) => line.split(' ').map((name): [string, number] => [name, i + 1])));

/** The month that a word or abbreviation names in Italian, English, German, French or Dutch. */
export function monthNamed(word: string): number | null {
  return months.get(word) ?? null;
}
