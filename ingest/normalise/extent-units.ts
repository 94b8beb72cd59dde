/** A unit of extent: how one and many are written, and all the words by which prose names it. */
export interface ExtentUnit {
  one: string;
  many: string;
  words: readonly string[];
  /** Metres and the like have no singular of their own. */
  measure: boolean;
}

/** Units with a customary short form for many of them: singular, plural, short forms. */
const shortened = `
busta buste b. bb.
carta carte c. cc.
fascicolo fascicoli fasc. fascc.
pagina pagine p. pp.
pergamena pergamene perg. pergg.
registro registri reg. regg.
volume volumi vol. voll.
`;

/** Units that are written in full: singular and plural. */
const inFull = `
album album, allegato allegati, bobina bobine, bolla bolle, cartella cartelle, cartolina cartoline, cassetta cassette, codice codici,
disegno disegni, documento documenti, faldone faldoni, file file, filza filze, foglio fogli, fotografia fotografie, fototipo fototipi,
lettera lettere, libro libri, manifesto manifesti, mappa mappe, mazzo mazzi, negativo negativi, opuscolo opuscoli, pacco pacchi,
pezzo pezzi, pianta piante, quaderno quaderni, rotolo rotoli, rubrica rubriche, scatola scatole, scheda schede, sede sedi, sigillo sigilli,
stampa stampe, tavola tavole, titolo titoli, unità unità
`;

/** Measures, by their Italian words and by the codes of EAG, which are words of no language. */
const measures: [string, readonly string[]][] = [
  [
    'm lineari',
    ['linearmetre', 'linearmetres', 'linearmeter', 'linearmeters', 'metri lineari', 'metro lineare', 'm.l.', 'ml'],
  ],
  ['m³', ['cubicmetre', 'cubicmetres', 'metri cubi', 'metro cubo', 'mc']],
  ['m²', ['squaremetre', 'squaremetres', 'metri quadrati']],
];

const units = new Map<string, ExtentUnit>();

for (const line of shortened.trim().split('\n')) {
  const [one = '', plural = '', ...short] = line.split(' ');
  const unit = { one, many: short[1] ?? plural, words: [plural, one, ...short], measure: false };
  for (const word of unit.words) units.set(word, unit);
}
for (const pair of inFull.trim().split(/,\s*/)) {
  const [one = '', many = ''] = pair.split(' ');
  for (const word of [one, many]) units.set(word, { one, many, words: [many, one], measure: false });
}
for (const [many, words] of measures)
  for (const word of words) units.set(word, { one: many, many, words: [many, ...words], measure: true });

/** The Italian unit that a word or code names; undefined for any other language's, which are kept as they are. */
export function extentUnit(word: string): ExtentUnit | undefined {
  return units.get(word.trim().toLowerCase().replaceAll('_', ' '));
}
