import { below, place, subject, type JudgedQuery } from '../judgement.ts';
import { comune, deputati, ducali, estimi, sanita, strade } from '../holdings.ts';

const lazzaretto = sanita.group('Lazzaretto');
const fedi = sanita.group('Fedi di morte');
const outside = sanita.unit('b. 17', 'Peste: avvisi di fuori');
const byStreet = sanita.unit('b. 18', 'Peste: liste per contrada');
const guards = sanita.unit('b. 19', 'Peste: rastelli, guardie, fedi');
const thanks = sanita.unit('b. 20', 'Peste: pianto e ringraziamento');
const levant = sanita.unit('b. 21', 'Peste: timori da Levante e da Messina');
const thefts = sanita.unit('b. 14', 'Cause e processi del contagio: furti nelle case serrate');
const acts1575 = sanita.unit('reg. 5', 'Parti e lettere nel contagio');
const acts1630 = sanita.unit('reg. 8', 'Parti e lettere, «Contagio»');
const greatBook = sanita.unit('Lazzaretto, reg. 8', 'Libro grande del contagio');
const deaths1 = sanita.unit('Fedi di morte, vol. 9', 'Fedi di morte del contagio, I');
const deaths2 = sanita.unit('Fedi di morte, vol. 10', 'Fedi di morte del contagio, II');
const payments = deputati.unit('Atti, 13', 'Libro degli sborsi per la peste');
const provisions = deputati.unit('Atti, 9', 'Provvisioni nel tempo del contagio');
const letters1574 = deputati.unit('Lettere, 3', 'Carteggio nel tempo della peste');
const letters1630 = deputati.unit('Lettere, 7', 'Lettere del contagio del 1630');
const suspicion = ducali.unit('Ducali originali, b. 6, n. 4', 'Sospetto di peste nei borghi');
const fairs = strade.unit('b. 24', 'Fiere riprese dopo la peste');
const box5 = ducali.unit('Ducali originali, b. 5', 'Ducali da Alvise Mocenigo a Marino Grimani');
const box6 = ducali.unit('Ducali originali, b. 6', 'Ducali da Leonardo Donà a Francesco Erizzo');
const flight = sanita.unit('b. 14, fasc. 11', 'Fuga dal Lazzaretto di due fratelli');

export const plague: readonly JudgedQuery[] = [
  {
    query: 'peste',
    kind: 'word',
    reader: 'local historian',
    judged: {
      3: [
        sanita.itself,
        outside,
        byStreet,
        guards,
        thanks,
        levant,
        thefts,
        acts1575,
        acts1630,
        greatBook,
        payments,
        provisions,
        letters1574,
        letters1630,
      ],
      2: [subject('Peste'), deaths1, deaths2, suspicion],
      1: [
        fairs,
        box5,
        box6,
        estimi.group('Estimo del 1575'),
        sanita.unit('reg. 6', 'Parti e lettere, registro quarto'),
      ],
    },
  },
  {
    query: 'peste 1630',
    kind: 'dated',
    reader: 'student',
    judged: {
      3: [letters1630, guards, payments, thefts, acts1630, greatBook, deaths1, deaths2, suspicion],
      2: [
        box6,
        thanks,
        sanita.unit('Lazzaretto, b. 9', 'Conti di becchini e nettatori'),
        sanita.unit('Lazzaretto, b. 10', 'Robe bruciate e compensate'),
        deputati.unit('Lettere, 7, c. 15', 'Numero dei morti e richiesta di medici'),
        sanita.unit('b. 14, fasc. 2', 'Furto di lenzuola in contrada dei Carmini'),
      ],
      1: [
        flight,
        deputati.unit('Lettere, 7, c. 88', 'Ringraziamenti per la liberazione dalla peste'),
        ducali.unit('Ducali originali, b. 6, n. 5', 'Beni degli eredi morti nel contagio'),
        ducali.unit('Ducali, civ. 7', 'Ducali di materie diverse'),
        sanita.itself,
      ],
    },
  },
  {
    query: 'peste -lazzaretto',
    kind: 'operator',
    reader: 'scholar',
    judged: {
      3: [outside, byStreet, guards, thanks, levant, thefts, acts1575, acts1630, payments, letters1574],
      2: [
        suspicion,
        deaths1,
        below(byStreet),
        below(acts1575),
        sanita.unit('b. 2, perg. 11', 'Voto della città per la liberazione dalla peste'),
        sanita.unit('b. 14, fasc. 2', 'Furto di lenzuola in contrada dei Carmini'),
        deputati.unit('Lettere, 7, c. 15', 'Numero dei morti e richiesta di medici'),
        deputati.unit('Lettere, 7, c. 88', 'Ringraziamenti per la liberazione dalla peste'),
        deputati.unit('Lettere, 3, c. 66', 'Il nunzio, sequestrato in casa, scrive per interposta persona'),
        ducali.unit('Ducali originali, b. 5, n. 2', 'Bando del commercio con Padova'),
        ducali.unit('Ducali originali, b. 5, n. 3', 'Restituzione del commercio'),
      ],
      1: [
        fairs,
        box5,
        box6,
        estimi.group('Estimo del 1575'),
        ducali.unit('Ducali, civ. 7', 'Ducali di materie diverse'),
      ],
    },
  },
  {
    query: 'lazzaretto',
    kind: 'word',
    reader: 'local historian',
    judged: {
      3: [lazzaretto],
      2: [below(lazzaretto), sanita.itself, flight],
      1: [provisions, letters1630, deaths2],
    },
  },
  {
    query: 'pianta del lazzaretto',
    kind: 'phrase',
    reader: 'architect',
    judged: {
      3: [sanita.unit('Lazzaretto, b. 7, dis. 1', 'Pianta del Lazzaretto con l’orto e il cimitero')],
      2: [
        sanita.unit('Lazzaretto, b. 7', 'Disegni e perizie dell’ospizio'),
        sanita.unit('Lazzaretto, b. 7, dis. 2', 'Loggia verso il Piovego: alzato'),
      ],
      1: [lazzaretto, sanita.unit('Lazzaretto, b. 2', 'Fabbrica dell’ospizio')],
    },
  },
  {
    query: 'case serrate',
    kind: 'phrase',
    reader: 'scholar',
    judged: {
      3: [byStreet, below(byStreet)],
      2: [thefts],
    },
  },
  {
    query: 'fedi di morte',
    kind: 'fonds',
    reader: 'genealogist',
    judged: { 3: [fedi], 2: [below(fedi)], 1: [sanita.itself] },
  },
  {
    query: 'ufficio di sanità',
    kind: 'fonds',
    reader: 'scholar',
    judged: { 3: [sanita.itself], 2: [fedi, lazzaretto], 1: [provisions] },
  },
  {
    query: 'provveditori alla sanita',
    kind: 'office',
    reader: 'scholar',
    judged: {
      3: [sanita.itself, ducali.unit('Ducali originali, b. 3, n. 3', 'Provveditori sopra la sanità')],
      2: [
        provisions,
        sanita.unit('reg. 3', 'Parti e lettere, registro primo'),
        sanita.unit('b. 2, perg. 16', 'Patente di protomedico'),
      ],
      1: [ducali.unit('Ducali originali, b. 5, n. 2', 'Bando del commercio con Padova')],
    },
  },
  {
    query: 'levatrici',
    kind: 'word',
    reader: 'scholar',
    judged: {
      3: [
        sanita.unit('b. 16', 'Cause e processi: levatrici, cerusici, ciarlatani'),
        sanita.unit('b. 16, fasc. 4', 'Esame di Pasqua Bellon, comare'),
      ],
    },
  },
  {
    query: 'porta Portello',
    kind: 'place',
    reader: 'architect',
    judged: {
      3: [
        strade.unit('b. 5, dis. 1', 'Porta Portello con la scalinata e gli approdi'),
        strade.unit('b. 5', 'Strada del Portello e riva dei barcaroli'),
      ],
      2: [lazzaretto, provisions],
      1: [place('Porta Portello'), ducali.unit('Ducali originali, b. 5, n. 3', 'Restituzione del commercio')],
    },
  },
  {
    query: 'dove sono i registri dei morti',
    kind: 'question',
    reader: 'genealogist',
    judged: {
      3: [fedi, comune.unit('Morti, reg. 31', 'Registro degli atti di morte')],
      2: [subject('Morti')],
      1: [comune.group('Stato civile')],
    },
  },
];
