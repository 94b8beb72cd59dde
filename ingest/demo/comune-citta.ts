import { box, dossier, drawing } from '#ingest/demo/forms.ts';
import { file, item, type Description, type MapFacts, type Unit } from '#ingest/demo/model.ts';

const S = (...subjects: string[]): { subjects: string[] } => ({ subjects });
const at = (places: readonly string[], ...subjects: string[]): Description => ({ places, subjects });
const map = (kind: MapFacts['kind'], technique: MapFacts['technique'], scale: string): MapFacts => ({
  kind,
  technique,
  means: 'Tecnica mista',
  scale,
  north: 'Nord',
});

/** Town plans and cartography. */
export const PLANS: readonly Unit[] = [
  file(
    'Mappe, cart. 1',
    '1838-1848',
    'Mappe catastali in copia',
    'Fogli d’intestazione, quadro d’unione e allegati, copiati per l’ufficio tecnico dal censo stabile.',
    box(3, at(['Padova'], 'Catasto')),
    [
      item(
        'Mappe, cart. 1, f. 1',
        '1838',
        'Quadro d’unione del comune censuario di Padova',
        'Litografia in nero con numero di matrice; bordi dei fogli acquerellati.',
        drawing(64, 96, map('Mappa', 'Litografia', '1:4000'), at(['Padova'], 'Catasto')),
      ),
      item(
        'Mappe, cart. 1, f. 9',
        '1845',
        'Foglio del Prato della Valle e allegato',
        'Disegno a mano a colori, con correzioni rosse.',
        drawing(60, 90, map('Mappa', 'Disegno', '1:2000'), at(['Prato della Valle'], 'Catasto')),
      ),
      item(
        'Mappe, cart. 1, f. 12',
        '1848',
        'Foglio del borgo di Santa Croce',
        'Con gli orti numerati e il ponte del Bassanello in un riquadro.',
        drawing(60, 90, map('Mappa', 'Disegno', '1:2000'), at(['Borgo Santa Croce'], 'Catasto')),
      ),
    ],
  ),
  file(
    'Mappe, cart. 2',
    '1887',
    'Pianta della città con le piene',
    'Rilievo per il piano di risanamento.',
    dossier(8, at(['Padova'], 'Alluvioni')),
    [
      item(
        'Mappe, cart. 2, tav. 1',
        '1887',
        'Città di Padova: aree allagate nel 1882',
        'Base litografica ripresa a mano in due azzurri.',
        drawing(82, 110, map('Pianta', 'Litografia', '1:5000'), at(['Padova'], 'Alluvioni')),
      ),
      item(
        'Mappe, cart. 2, tav. 3',
        '1889',
        'Canali interni con livelli e chiaviche',
        'Livelli in centimetri alla soglia di ogni ponte.',
        drawing(70, 104, map('Planimetria', 'Disegno', '1:2000'), at(['Naviglio interno'], 'Acque')),
      ),
    ],
  ),
  file(
    'Piani, b. 1',
    '1921-1926',
    'Piano regolatore: relazione e osservazioni',
    'Relazione di massima, fogli di osservazioni di proprietari e di una società d’arte.',
    dossier(130, at(['Padova'], 'Piano regolatore')),
    [
      item(
        'Piani, b. 1, tav. 2',
        '1922',
        'Sventramento nel quartiere centrale: stato e progetto',
        'Tinta gialla per le demolizioni.',
        drawing(
          90,
          120,
          map('Planimetria', 'Cianografia', '1:1000'),
          at(['Quartiere Santa Lucia'], 'Piano regolatore'),
        ),
      ),
    ],
  ),
  file(
    'Piani, b. 6',
    '1954-1957',
    'Piano regolatore generale del dopoguerra',
    'Elaborati adottati, con varianti.',
    dossier(210, at(['Padova'], 'Piano regolatore')),
    [
      item(
        'Piani, b. 6, tav. 1',
        '1954',
        'Zonizzazione del territorio comunale',
        'Copia eliografica colorata a pastello.',
        drawing(100, 140, map('Planimetria', 'Eliografia', '1:10000'), at(['Padova'], 'Piano regolatore')),
      ),
      item(
        'Piani, b. 6, tav. 7',
        '1957',
        'Zona industriale: lottizzazione',
        'Con raccordo ferroviario e canale.',
        drawing(84, 118, map('Planimetria', 'Eliografia', '1:5000'), at(['Zona industriale'], 'Zona industriale')),
      ),
    ],
  ),
];

/** Public works and building. */
export const WORKS: readonly Unit[] = [
  file(
    'Lavori, b. 2',
    '1885-1888',
    'Nuovo macello e mercato del bestiame',
    'Progetto, computi, verbali di collaudo.',
    dossier(144, at(['Padova'], 'Macelli')),
  ),
  file(
    'Lavori, b. 9',
    '1892 mar. 2 - 1896 ott. 30',
    'Acquedotto: posa delle condotte in città',
    'Diari di cantiere, con le strade aperte giorno per giorno.',
    dossier(188, at(['Padova'], 'Acquedotto')),
  ),
  file(
    'Lavori, b. 15',
    '1903-1907',
    'Scuola elementare al Carmine',
    'Piante con bagni e cortile, polemica sulla spesa.',
    dossier(92, at(['Contrada di Santa Maria dei Carmini'], 'Scuole')),
    [
      item(
        'Lavori, b. 15, tav. 1',
        '1904',
        'Scuola al Carmine: facciata',
        'Acquerello con figure di bambini.',
        drawing(52, 74, { kind: 'Prospetto', technique: 'Disegno', means: 'Acquerello', scale: '1:100' }, S('Scuole')),
      ),
    ],
  ),
  file(
    'Lavori, b. 28',
    '1919-1925',
    'Restauro di monumenti colpiti dalle incursioni',
    'Perizie, fotografie, elenchi di pietre numerate.',
    dossier(71, at(['Padova'], 'Restauro', 'Prima guerra mondiale')),
  ),
  file(
    'Lavori, b. 40',
    '1944 mar. 11 - 1948',
    'Eremitani: sgombero e ripari',
    'Verbali di raccolta di frammenti ad opera di operai e soldati.',
    dossier(86, { ...at(['Eremitani'], 'Restauro', 'Seconda guerra mondiale'), state: 'Mediocre' }),
  ),
  file(
    'Lavori, b. 61',
    '1963-1969',
    'Quartieri popolari: fognature e strade',
    'Progetti tipo, carteggio con la Gestione case lavoratori.',
    dossier(160, at(['Arcella', 'Guizza'], 'Case popolari')),
  ),
  file(
    'Licenze, b. 4',
    '1909-1911',
    'Licenze di commercio fisso',
    'Domande di caffè, cappelli, fotografi; con disegni d’insegna.',
    box(50, S('Commercio')),
  ),
  file(
    'Edilizia, reg. 1',
    '1896-1914',
    'Registro delle denunce di opere edilizie',
    'Registro di rinvio: le pratiche edilizie si chiedono al settore Edilizia privata.',
    { ...box(1, S('Edilizia')), type: 'Registro', extent: 'cc. 190' },
  ),
];
