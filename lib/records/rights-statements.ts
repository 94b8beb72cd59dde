/** A text of the interface in both of its languages. */
interface Words {
  it: string;
  en: string;
}

/** How far a digital reproduction may be used again, as Europeana ranks it: it caps the content tier. */
export type Reuse = 'open' | 'restricted' | 'closed';

export interface RightsStatement {
  /** What forms and addresses call it. */
  code: string;
  /** As Europeana wants it, letter for letter. */
  uri: string;
  name: Words;
  /** What it says to who wants to use a reproduction. */
  meaning: Words;
  reuse: Reuse;
}

/**
 * The statements of rightsstatements.org that Europeana takes (the list of EDM's schema) and that may be stated of reproductions here, those
 * that mostly fit first. Creative Commons licences and the Public Domain Mark are not among them: D.Lgs. 42/2004 arts. 107–108 keep use for
 * profit of reproductions of public cultural property for who holds it, and no licence may give away what the law keeps.
 */
export const rightsStatements = [
  {
    code: 'NoC-OKLR',
    uri: 'http://rightsstatements.org/vocab/NoC-OKLR/1.0/',
    name: {
      it: 'Nessun diritto d’autore, altre restrizioni di legge',
      en: 'No copyright, other known legal restrictions',
    },
    meaning: {
      it: 'Il documento è di pubblico dominio, ma la legge sui beni culturali chiede un’autorizzazione per gli usi a fini di lucro. È il caso di quasi tutta la documentazione storica di un ente pubblico.',
      en: 'The document is out of copyright, but the law on cultural property wants a permit for uses for profit. This is the case of nearly all historical records of a public body.',
    },
    reuse: 'restricted',
  },
  {
    code: 'CNE',
    uri: 'http://rightsstatements.org/vocab/CNE/1.0/',
    name: { it: 'Diritti non accertati', en: 'Copyright not evaluated' },
    meaning: {
      it: 'Nessuno ha ancora accertato se ci sono diritti d’autore: chi vuole usare la riproduzione lo verifica da sé. Serve finché non si è guardato.',
      en: 'Nobody has established yet whether there is copyright: who wants to use the reproduction finds out. It serves until somebody has looked.',
    },
    reuse: 'closed',
  },
  {
    code: 'NoC-NC',
    uri: 'http://rightsstatements.org/vocab/NoC-NC/1.0/',
    name: { it: 'Nessun diritto d’autore, solo usi non commerciali', en: 'No copyright, non-commercial use only' },
    meaning: {
      it: 'Il documento è di pubblico dominio; un contratto con chi lo ha digitalizzato esclude per un certo tempo gli usi commerciali.',
      en: 'The document is out of copyright; a contract with whoever digitised it excludes commercial use for some time.',
    },
    reuse: 'restricted',
  },
  {
    code: 'InC',
    uri: 'http://rightsstatements.org/vocab/InC/1.0/',
    name: { it: 'Protetto dal diritto d’autore', en: 'In copyright' },
    meaning: {
      it: 'Il documento è protetto: per ogni uso che la legge non permette serve il consenso di chi ha i diritti.',
      en: 'The document is protected: any use that the law does not allow wants the consent of whoever holds the rights.',
    },
    reuse: 'closed',
  },
  {
    code: 'InC-EDU',
    uri: 'http://rightsstatements.org/vocab/InC-EDU/1.0/',
    name: { it: 'Protetto, uso didattico consentito', en: 'In copyright, educational use permitted' },
    meaning: {
      it: 'Il documento è protetto; chi ha i diritti ne permette l’uso per l’insegnamento e lo studio.',
      en: 'The document is protected; whoever holds the rights allows its use for teaching and study.',
    },
    reuse: 'restricted',
  },
  {
    code: 'InC-OW-EU',
    uri: 'http://rightsstatements.org/vocab/InC-OW-EU/1.0/',
    name: { it: 'Opera orfana (Unione europea)', en: 'In copyright, EU orphan work' },
    meaning: {
      it: 'Il documento è protetto ma, dopo una ricerca diligente registrata all’EUIPO, chi ha i diritti non si trova (L. 633/1941, artt. 69-bis e seguenti).',
      en: 'The document is protected but, after a diligent search registered with EUIPO, its right holders cannot be found (Law 633/1941, arts. 69-bis and following).',
    },
    reuse: 'closed',
  },
] as const satisfies readonly RightsStatement[];

/** The statement of that code; undefined for any other word. */
export const rightsStatementOf = (code: string): RightsStatement | undefined =>
  rightsStatements.find((statement) => statement.code === code);

/** Creative Commons' licences and tools in all the versions and ports that Europeana takes. */
const creativeCommons =
  /^http:\/\/creativecommons\.org\/(?:licenses\/(by|by-sa|by-nd|by-nc|by-nc-sa|by-nc-nd|by-nd-nc)\/(?:(?:1\.0|2\.0|2\.1|2\.5|3\.0)\/(?:[a-z]{2,8}\/)?|4\.0\/)|publicdomain\/(zero|mark)\/1\.0\/)$/;

/** What Europeana takes as the rights of a reproduction, and how far it lets use it again. */
export interface EuropeanaRights {
  uri: string;
  reuse: Reuse;
  /** A licence that does not fit public cultural property in Italy, though Europeana would take it. */
  unfit: boolean;
}

/**
 * A rights URI as Europeana takes it: with `http`, `vocab` and the slash at its end, whichever way it was written. Null where it is none of
 * Europeana's list: no EDM record goes out with it.
 */
export function europeanaRights(uri: string | null): EuropeanaRights | null {
  if (uri === null) return null;
  const plain = `${uri
    .trim()
    .replace(/^https:/, 'http:')
    .replace('://www.', '://')
    .replace('/page/', '/vocab/')
    .replace(/\/*$/, '')}/`;
  const statement: RightsStatement | undefined = rightsStatements.find((one) => one.uri === plain);
  if (statement) return { uri: plain, reuse: statement.reuse, unfit: false };
  const found = creativeCommons.exec(plain);
  if (!found) return null;
  return { uri: plain, reuse: /^by(-sa)?$/.test(found[1] ?? 'by') ? 'open' : 'restricted', unfit: true };
}

/** Licences under which descriptions may go out; Europeana publishes all metadata under the first. */
export const metadataLicences = [
  {
    code: 'CC0',
    uri: 'http://creativecommons.org/publicdomain/zero/1.0/',
    name: { it: 'CC0 1.0, nessun diritto riservato', en: 'CC0 1.0, no rights reserved' },
    meaning: {
      it: 'Chiunque può usare le descrizioni senza chiedere e senza citare. È la condizione con cui Europeana pubblica tutti i metadati.',
      en: 'Anybody may use the descriptions without asking and without naming their source. Europeana publishes all metadata under it.',
    },
  },
  {
    code: 'CC-BY',
    uri: 'http://creativecommons.org/licenses/by/4.0/',
    name: { it: 'CC BY 4.0, attribuzione', en: 'CC BY 4.0, attribution' },
    meaning: {
      it: 'Chiunque può usare le descrizioni se cita l’istituto. È la licenza che le Linee guida italiane consigliano per i dati aperti; per Europeana serve comunque CC0.',
      en: 'Anybody may use the descriptions who names the institution. It is the licence that Italian guidelines advise for open data; Europeana still wants CC0.',
    },
  },
] as const;

/**
 * The same as a regular expression of PostgreSQL, for what is asked of a million units: matched by what `europeanaRights` takes, and by nothing
 * else (their test holds them together).
 */
export const europeanaRightsPattern = `^\\s*https?://(www\\.)?(rightsstatements\\.org/(vocab|page)/(${rightsStatements
  .map(({ code }) => code)
  .join(
    '|',
  )})/1\\.0|creativecommons\\.org/(licenses/(by|by-sa|by-nd|by-nc|by-nc-sa|by-nc-nd|by-nd-nc)/((1\\.0|2\\.0|2\\.1|2\\.5|3\\.0)(/[a-z]{2,8})?|4\\.0)|publicdomain/(zero|mark)/1\\.0))/*\\s*$`;
