import { below, place, subject, type JudgedQuery } from '../judgement.ts';
import { campatico, comune, deputati, ducali, estimi, sanita, strade } from '../holdings.ts';

const bridge = comune.unit('Atti, cat. 10, b. 67', 'Ponte sul Bacchiglione al Bassanello');
const wallsSeries = strade.group('Mura e porte');
const streetsSeries = strade.group('Strade e ponti');
const clearing = deputati.unit('Atti, 6', 'Mandati per il guasto attorno alle mura');
const clearingLetter = ducali.unit('Ducali originali, b. 2, n. 5', 'Guasto attorno alle mura');
const wallsBook = ducali.unit('Ducali, cap. 3', 'Libro delle mura nuove');
const bastions = ducali.unit('Ducali originali, b. 3, n. 1', 'Baluardi fra Savonarola e la Saracinesca');
const recovery = ducali.unit('Ducali, civ. 5', 'Ducali dalla recuperazione alla morte del Gritti');
const sanLorenzo = deputati.unit('Atti, 15, dis. 1', 'Ponte di San Lorenzo: stato delle due arcate verso il mercato');

export const places: readonly JudgedQuery[] = [
  {
    query: 'prato della valle',
    kind: 'place',
    reader: 'architect',
    judged: {
      3: [
        deputati.unit('Atti, 19', 'Prato della Valle: appianamento e canale'),
        deputati.unit('Lettere, 14', 'Carteggio sul Prato della Valle e sulla fiera nuova'),
        ducali.unit('Ducali originali, b. 8, n. 5', 'Prato della Valle'),
        comune.unit('Mappe, cart. 1, f. 9', 'Foglio del Prato della Valle e allegato'),
      ],
      2: [place('Prato della Valle')],
      1: [place('Isola Memmia')],
    },
  },
  {
    query: 'contrada dei Tadi',
    kind: 'place',
    reader: 'genealogist',
    judged: {
      3: [place('Contrada dei Tadi')],
      1: [strade.unit('b. 62, n. 30', 'Bottega di marangon presso il ponte dei Tadi')],
    },
  },
  {
    query: 'porta savonarola',
    kind: 'place',
    reader: 'architect',
    judged: {
      3: [
        strade.unit('b. 41, dis. 1', 'Terraglio fra il torrione Impossibile e la porta Savonarola'),
        strade.unit('b. 12', 'Nuova strada regia da Porta Savonarola'),
        sanita.unit('b. 2, perg. 1', 'Licenza di scavare un fosso fuori di Porta Savonarola'),
      ],
      2: [strade.unit('b. 42', 'Porte: chiavi, guardie, portelli'), clearing, bastions],
    },
  },
  {
    query: 'Bassanello',
    kind: 'place',
    reader: 'local historian',
    judged: {
      3: [bridge, deputati.unit('Lettere, 15', 'Carteggio sulle acque pubbliche e sui mulini del Bassanello')],
      1: [below(bridge), comune.unit('Mappe, cart. 1, f. 12', 'Foglio del borgo di Santa Croce')],
    },
  },
  {
    query: 'piazza delle erbe',
    kind: 'place',
    reader: 'local historian',
    judged: {
      3: [strade.unit('b. 21', 'Piazza delle Erbe: ortolani e rivendigoli')],
      2: [strade.unit('b. 28', 'Mercati delle piazze: affitti e regolamenti')],
      1: [ducali.unit('Ducali originali, b. 4, n. 4', 'Prezzo del pane')],
    },
  },
  {
    query: 'palazzo della ragione',
    kind: 'place',
    reader: 'architect',
    judged: {
      3: [
        deputati.unit('Atti, 25', 'Carte per il tetto del Salone, levato dal turbine'),
        strade.unit('b. 20', 'Stazi sotto il Salone'),
      ],
      2: [
        deputati.unit('Atti, 12', 'Inventari dei beni della città'),
        strade.unit('b. 92', 'Campioni in ferro e loro custodia'),
      ],
      1: [
        estimi.unit('Estimo 1797, b. 12, n. 8', 'Polizza del cittadino Bonaventura Zambelin, libraio sotto il Salone'),
      ],
    },
  },
  {
    query: 'Eremitani',
    kind: 'place',
    reader: 'architect',
    judged: {
      3: [comune.unit('Lavori, b. 40', 'Eremitani: sgombero e ripari')],
      2: [
        comune.unit('Atti, cat. 10, b. 73', 'Sgombero di macerie e piccole ricostruzioni'),
        place('Contrada degli Eremitani'),
      ],
      1: [sanita.unit('Fedi di morte, vol. 20', 'Fedi di morte di scolari dello Studio')],
    },
  },
  {
    query: 'vicaria di Teolo',
    kind: 'place',
    reader: 'genealogist',
    judged: {
      3: [
        estimi.unit('Estimo 1518, reg. 28', 'Vicaria di Teolo'),
        campatico.unit('n. 117', 'Polizze della vicaria di Teolo'),
      ],
    },
  },
  {
    query: '"ponte di San Lorenzo"',
    kind: 'phrase',
    reader: 'architect',
    judged: { 3: [sanLorenzo] },
  },
  {
    query: 'ponti',
    kind: 'inflection',
    reader: 'architect',
    judged: {
      3: [
        streetsSeries,
        strade.unit('b. 4', 'Ponti di pietra e di legno'),
        comune.unit('Contratti, vol. 3', 'Contratti d’appalto: ponti di ferro'),
      ],
      2: [
        sanLorenzo,
        bridge,
        ducali.unit('Ducali originali, b. 1, n. 2', 'Riparazione del ponte di Torricelle'),
        deputati.unit('Atti, 15', 'Relazioni del pubblico proto'),
      ],
      1: [
        below(bridge),
        comune.unit('Mappe, cart. 2, tav. 3', 'Canali interni con livelli e chiaviche'),
        strade.unit('b. 62, n. 30', 'Bottega di marangon presso il ponte dei Tadi'),
        strade.unit('b. 2, dis. 1', 'Contrada di San Francesco dal ponte all’ospedale'),
        comune.unit('Mappe, cart. 1, f. 12', 'Foglio del borgo di Santa Croce'),
      ],
    },
  },
  {
    query: 'mura OR bastioni',
    kind: 'operator',
    reader: 'architect',
    judged: {
      3: [
        wallsSeries,
        wallsBook,
        bastions,
        clearing,
        clearingLetter,
        strade.unit('b. 40', 'Mura nuove: opere, condotte, pietre'),
        strade.unit('b. 45', 'Mura e daziarie sotto il Regno e l’Austria'),
      ],
      2: [subject('Mura'), place('Mura'), strade.itself, recovery],
      1: [below(wallsSeries)],
    },
  },
  {
    query: 'guasto attorno alle mura',
    kind: 'phrase',
    reader: 'scholar',
    judged: {
      3: [clearing, clearingLetter],
      1: [recovery, strade.unit('b. 40', 'Mura nuove: opere, condotte, pietre')],
    },
  },
];
