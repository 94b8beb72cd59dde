import { sheet } from '#ingest/demo/forms.ts';
import { item, type Unit } from '#ingest/demo/model.ts';

/**
 * Declarations of the estimo, put together from hand-written parts. Every name is invented in the manner of the time.
 * The strides are prime to the lengths, so that neighbours never look alike and two runs give the same text.
 */
export interface PolizzaSetting {
  year: number;
  code: string;
  quarter: string;
  start: number;
  count: number;
}

const MEN =
  'Zuane,Bortolamio,Piero,Antonio,Alvise,Menego,Bastian,Hieronimo,Benedetto,Nicolò,Matio,Francesco,Zan Battista,Domenego,Andrea,Lorenzo,Vido,Silvestro,Marin,Gasparo,Toffolo,Iseppo,Simon'.split(
    ',',
  );
const WOMEN = 'Caterina,Lucia,Anzola,Pasqua,Orsola,Maddalena,Isabetta,Zuana,Beatrice,Margarita,Bona'.split(',');
const FATHERS =
  'Jacomo,Rigo,Zordan,Zanantonio,Bernardin,Conte,Prosdocimo,Daniele,Pasin,Vettor,Salvador,Battista,Ventura'.split(',');

// $ is the man's forename, & the woman's, % the father's: so that no one lives through two and a half centuries.
const DECLARANTS: readonly (readonly [who: string, trade: string])[] = [
  ['$ di %', 'tintor'],
  ['dona &, relita di maestro %', 'già moglie di un pellizer'],
  ['$ dalla Volpe', 'marangon'],
  ['$ detto Mezopan', 'pistor'],
  ['messer $ Dottoranzo', 'dottor di legge'],
  ['$ Sgarzador, fo de %', 'lanaro'],
  ['dona & di %', 'revendigola'],
  ['$ de %', 'barcarolo al Portello'],
  ['maestro $ di %', 'cartolaro e ligador di libri'],
  ['$ Favaretto', 'favro'],
  ['li heredi di $ Scuarzafigo', 'sotto tutela'],
  ['dona & di maestro %', 'bombasara'],
  ['$ Pavan', 'ortolan'],
  ['$ fo de %', 'coltraro'],
  ['messer $ Altavilla', 'cittadino'],
  ['$ di maestro %', 'tagliapietra'],
  ['$ da Teolo', 'carrarolo'],
  ['dona & de %', 'lavandara'],
  ['$ di ser %', 'orefice al segno della Stella'],
  ['maestro $', 'barbiere e cerusico'],
  ['$ Fornaser', 'fornaciaro'],
  ['suor & di %', 'pizzocara'],
  ['$ e % fratelli', 'pettenari'],
  ['messer $ Spicier', 'speziale all’Angelo'],
  ['$ Molinaro, fo de %', 'molinaro'],
  ['$ di % da Bassan', 'strazzarolo'],
  ['$ di %, gastaldo', 'per la fraglia di San Rocco'],
  ['dona &, fia de %', 'sartora'],
  ['$ Becher', 'beccaro'],
  ['$ di % da Como', 'muraro'],
  ['$ Boccaler', 'boccalaro'],
];
const DISTRICTS: Readonly<Record<string, readonly string[]>> = {
  Duomo: [
    'contrada del Duomo',
    'contrada di San Nicolò',
    'contrada dei Tadi',
    'contrada di San Tomio',
    'contrada di Santa Lucia',
  ],
  Torricelle: [
    'contrada delle Torricelle',
    'contrada di San Daniele',
    'contrada di Santa Croce',
    'contrada di San Luca',
    'contrada di Vanzo',
  ],
  'Ponte Molino': [
    'contrada del Ponte Molino',
    'contrada di Santa Maria dei Carmini',
    'contrada del Savonarola',
    'contrada di San Leonardo',
    'contrada di Codalunga',
  ],
  'Ponte Altinate': [
    'contrada del Ponte Altinate',
    'contrada di Santa Sofia',
    'contrada di Ognissanti',
    'contrada del Portello',
    'contrada degli Eremitani',
  ],
};
const HOUSES = [
  'una casa di muro, coperta di coppi, con corte e pozzo in comune',
  'una caseta de legname in suso livello, con portico davanti',
  'la mità de una casa, l’altra mità essendo del fratello che sta a Venezia',
  'una bottega con volta sotto il portego e camera di sopra',
  'casa e orto di tavole cento fino al muro della città',
  'un mezado affittato a scolari tedeschi per ducati sei all’anno',
  'una casa ruinosa, che dice non valere le spese',
  'una casa da statio con tinazzara e stalla per doi cavalli',
];
const LANDS = [
  'campi tre arativi e piantati in villa di Abano',
  'campi doi e quarti tre prativi a Voltabarozzo, soggetti alle acque',
  'un livello di stara quattro di formento e un par di caponi a Camin',
  'campi cinque boschivi sotto Teolo, con roveri segnati per l’Arsenale',
  'una vigna de campo uno e mezo sotto Arquà',
  'campi sette in più pezzi a Limena, lavorati a mezadria',
  'un sedime con casone di paia a Brusegana',
  'nessun campo, ma un credito di lire sessanta sopra la fraglia',
  'una pezza di terra valliva a Codevigo, la più parte canne',
];
const BURDENS = [
  'Dichiara quattro fioli a carico e un debito con il Monte.',
  'Chiede che si guardi alla grandine dell’anno passato.',
  'Paga livello perpetuo alle monache di San Benedetto.',
  'Aggiunge in calce, d’altra mano, una correzione di cifra.',
  'Protesta di essere stata estimata due volte.',
  'Segna per debito la dote della figlia maritata a Este.',
  'In margine gli estimatori annotano: «visto, cala soldi quatro».',
  'Domanda esenzione per il figlio al servizio delle galee.',
  'Il foglio è piegato in quattro, con la cifra ripetuta sul dorso.',
  'Sottoscrive con un segno di croce, alla presenza del capo di contrada.',
  'Produce un instrumento di compera, oggi non allegato.',
];

/** Declarations of one quarter for one general renewal. */
export function polizze({ year, code, quarter, start, count }: PolizzaSetting): Unit[] {
  const streets = DISTRICTS[quarter] ?? [];
  return Array.from({ length: count }, (_, index) => {
    const n = start + index;
    const [pattern, trade] = DECLARANTS[(n * 7) % DECLARANTS.length] ?? ['', ''];
    const who = pattern
      .replace('$', MEN[(n * 5 + year) % MEN.length] ?? '')
      .replace('&', WOMEN[(n * 3 + year) % WOMEN.length] ?? '')
      .replace('%', FATHERS[(n * 4 + year) % FATHERS.length] ?? '');
    const street = streets[n % streets.length] ?? '';
    const house = HOUSES[(n * 5) % HOUSES.length] ?? '';
    const land = LANDS[(n * 4) % LANDS.length] ?? '';
    const burden = BURDENS[(n * 3) % BURDENS.length] ?? '';
    const month = ['gen.', 'mar.', 'apr.', 'giu.', 'set.', 'nov.'][n % 6] ?? 'gen.';
    return item(
      `${code}, pol. ${(n % 90) + 1}`,
      n % 4 === 3 ? String(year) : `${year} ${month} ${1 + ((n * 11) % 28)}`,
      `Polizza ${who.startsWith('li ') ? 'del' : 'di '}${who}, ${trade}, in ${street}`,
      `Denuncia ${house}; ${land}. ${burden}`,
      sheet(1 + (n % 3), {
        copy: n % 5 === 0 ? 'Copia coeva' : 'Originale',
        languages: ['ita'],
        places: [`${street.charAt(0).toUpperCase()}${street.slice(1)}`, `${quarter}, quartiere`],
        subjects: ['Polizze d’estimo', ...(n % 2 === 0 ? ['Beni immobili'] : ['Livelli'])],
      }),
    );
  });
}
