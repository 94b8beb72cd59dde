import { below, type JudgedQuery } from '../judgement.ts';
import { campatico, canapi, causePie, comune, deputati, ducali, estimi, sanita, strade } from '../holdings.ts';

const camerlenghi = ducali.group('Camerlenghi da Comun', 'Ducali');
const riformatori = ducali.group('Riformatori allo Studio', 'Ducali');
const letters = deputati.group('Lettere');
const charity = comune.group('Congregazione di carità, ECA, Patronato scolastico');
const board = comune.group('Deliberazioni della Giunta, poi del Podestà');

/** Magistracies and offices, and those who made a fonds. */
export const offices: readonly JudgedQuery[] = [
  {
    query: 'camerlenghi',
    kind: 'office',
    reader: 'scholar',
    judged: {
      3: [camerlenghi],
      2: [below(camerlenghi)],
      1: [ducali.itself, campatico.unit('n. 160', 'Conto e contrasto con il camerlengo')],
    },
  },
  {
    query: 'riformatori allo studio',
    kind: 'office',
    reader: 'scholar',
    judged: {
      3: [riformatori],
      1: [below(riformatori), ducali.itself, ducali.unit('Ducali originali, b. 5, n. 5', 'Lettura delle matematiche')],
    },
  },
  {
    query: 'regolatori agli archivi',
    kind: 'creator',
    reader: 'scholar',
    judged: {
      3: [
        ducali.unit('Ducali, civ. 8', 'Repertorio e ducali estratte'),
        deputati.unit('Atti, 21', 'Repertorio delle parti prese dai deputati, lettere A-L'),
        deputati.unit('Atti, 22', 'Repertorio delle parti prese dai deputati, lettere M-Z'),
        ducali.itself,
        estimi.itself,
      ],
    },
  },
  {
    query: 'nunzio di Padova in Venezia',
    kind: 'creator',
    reader: 'scholar',
    judged: {
      3: [deputati.itself, letters],
      2: [
        deputati.unit('Lettere, 1', 'Primo carteggio con il nunzio residente'),
        deputati.unit('Lettere, 10', 'Regole della nunziatura e primi carteggi quinquennali'),
        deputati.unit('Lettere, 10, c. 1', 'Parte sulla durata e sul salario del nunzio'),
        deputati.unit('Lettere, 16', 'Ultime lettere del nunzio'),
        deputati.unit('Lettere, 8', 'Lettere dei nunzi durante la guerra di Candia'),
        deputati.unit('Atti, 8', 'Atti dei deputati ad utilia'),
        ducali.unit('Ducali originali, b. 4, n. 5', 'Nunzio della città'),
        ducali.unit('Ducali, civ. 6', 'Liber ducalium signatus H'),
      ],
      1: [below(letters)],
    },
  },
  {
    query: 'deliberazioni del podesta',
    kind: 'accent or elision',
    reader: 'student',
    judged: {
      3: [
        board,
        comune.unit('Podestà, reg. 1', 'Deliberazioni del Podestà'),
        comune.unit('Podestà, reg. 4', 'Deliberazioni del Podestà: leggi razziali e rifugi'),
      ],
      1: [comune.unit('Commissario, reg. 6', 'Deliberazioni del Commissario prefettizio')],
    },
  },
  {
    query: 'congregazione di carita',
    kind: 'accent or elision',
    reader: 'local historian',
    judged: {
      3: [charity, comune.unit('Congregazione, reg. 1', 'Deliberazioni della Congregazione di carità')],
      2: [
        comune.unit('Congregazione, b. 12', 'Ospizi marini e bambini scrofolosi'),
        causePie.unit('Atti vari, b. 24', 'Concentrazione di luoghi pii'),
      ],
    },
  },
  {
    query: 'Andrea Gloria',
    kind: 'creator',
    reader: 'scholar',
    judged: { 3: [estimi.itself], 2: [deputati.itself] },
  },
  {
    query: 'Museo civico',
    kind: 'creator',
    reader: 'scholar',
    judged: {
      3: [strade.itself, estimi.itself, campatico.itself, ducali.itself, canapi.itself],
      2: [
        deputati.itself,
        sanita.itself,
        comune.unit('Atti, cat. 1, b. 1', 'Riordino dell’archivio e stanze a Palazzo Moroni'),
        comune.unit('Atti, cat. 1, b. 1, doc. 1', 'Lettera della direzione del Museo per la consegna di carte antiche'),
      ],
    },
  },
  {
    query: 'cassa di città',
    kind: 'creator',
    reader: 'scholar',
    judged: {
      3: [campatico.itself, estimi.itself, campatico.unit('n. 116', 'Resti passati alla Cassa di città')],
      1: [campatico.group('Quaderni di cassa')],
    },
  },
  {
    query: 'soprintendente ai boschi',
    kind: 'creator',
    reader: 'scholar',
    judged: {
      3: [
        canapi.itself,
        canapi.unit('b. 18', 'Roveri e canapi: carte comuni con il Soprintendente ai boschi'),
        ducali.unit('Ducali originali, b. 8, n. 7', 'Boschi del Padovano e del Vicentino'),
      ],
    },
  },
];
