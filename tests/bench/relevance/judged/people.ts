import { below, type JudgedQuery } from '../judgement.ts';
import { deputati, ducali, sanita, strade } from '../holdings.ts';

const gritti = ducali.unit('Ducali originali, b. 3', 'Ducali del tempo di Andrea Gritti');
const cattle = sanita.unit('b. 22', 'Malattie delle bestie: il mal bovino');

export const people: readonly JudgedQuery[] = [
  {
    query: 'Galileo Galilei',
    kind: 'name',
    reader: 'student',
    judged: {
      3: [
        ducali.unit('Ducali, rif. 2', 'Condotte e ballottazioni'),
        // the clerk wrote his name on the back
        ducali.unit('Ducali originali, b. 5, n. 5', 'Lettura delle matematiche'),
      ],
      1: [ducali.unit('Ducali originali, b. 6, n. 2', 'Licenza al lettore delle matematiche')],
    },
  },
  {
    query: 'Andrea Memmo',
    kind: 'name',
    reader: 'local historian',
    judged: {
      3: [
        deputati.unit('Atti, 19', 'Prato della Valle: appianamento e canale'),
        deputati.unit('Lettere, 14', 'Carteggio sul Prato della Valle e sulla fiera nuova'),
        strade.unit('b. 27', 'Nuova fiera nell’Isola Memmia'),
      ],
      1: [ducali.unit('Ducali originali, b. 8, n. 5', 'Prato della Valle')],
    },
  },
  {
    query: 'Elena Cornaro Piscopia',
    kind: 'name',
    reader: 'student',
    judged: {
      3: [ducali.unit('Ducali originali, b. 7, n. 4', 'Laurea di Elena Lucrezia Cornaro Piscopia')],
    },
  },
  {
    query: 'Cornaro',
    kind: 'name',
    reader: 'scholar',
    judged: {
      3: [
        ducali.unit('Ducali originali, b. 7, n. 4', 'Laurea di Elena Lucrezia Cornaro Piscopia'),
        strade.unit('b. 61, n. 4', 'Supplica per una loggia presso il vescovado'),
      ],
    },
  },
  {
    query: 'Jappelli architetto',
    kind: 'name',
    reader: 'architect',
    judged: { 3: [strade.unit('b. 70', 'Caffè, teatri, macello')] },
  },
  {
    query: 'Andrea Gritti',
    kind: 'name',
    reader: 'scholar',
    judged: {
      3: [gritti],
      2: [
        below(gritti),
        ducali.unit('Ducali, civ. 5', 'Ducali dalla recuperazione alla morte del Gritti'),
        deputati.unit('Atti, 5', 'Spese straordinarie per la difesa della città'),
      ],
    },
  },
  {
    query: 'Francesco Foscari',
    kind: 'name',
    reader: 'scholar',
    judged: { 3: [ducali.unit('Ducali, civ. 2', 'Ducali del tempo di Francesco Foscari')] },
  },
  {
    query: 'Ramazzini',
    kind: 'name',
    reader: 'scholar',
    judged: { 3: [cattle], 1: [below(cattle)] },
  },
  {
    query: 'Vesalio',
    kind: 'name',
    reader: 'scholar',
    judged: { 3: [ducali.unit('Ducali, rif. 1', 'Riapertura dello Studio e condotte dei lettori')] },
  },
];
