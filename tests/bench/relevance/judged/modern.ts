import { below, subject, type JudgedQuery } from '../judgement.ts';
import { comune, deputati, sanita, strade } from '../holdings.ts';

const refugees = comune.unit('Atti, cat. 2, b. 11', 'Sussidi ai profughi del Piave');
const war = comune.unit('Consiglio, reg. 7', 'Verbali del Consiglio in tempo di guerra');
const cholera = comune.unit('Atti, cat. 4, b. 22', 'Colera del 1886');
const election = comune.unit('Atti, cat. 6, b. 39', 'Elezioni e referendum del 1946');
const plan1921 = comune.unit('Piani, b. 1', 'Piano regolatore: relazione e osservazioni');
const plan1954 = comune.unit('Piani, b. 6', 'Piano regolatore generale del dopoguerra');
const eremitani = comune.unit('Lavori, b. 40', 'Eremitani: sgombero e ripari');

/** Since 1885, and building. */
export const modern: readonly JudgedQuery[] = [
  {
    query: 'profughi',
    kind: 'word',
    reader: 'student',
    judged: {
      3: [refugees, comune.unit('Consiglio, reg. 7, all. 12', 'Relazione sull’accoglienza dei profughi')],
      2: [war, below(refugees)],
      1: [comune.unit('Atti, cat. 15, b. 102', 'Alloggi di emergenza per richiedenti asilo')],
    },
  },
  {
    query: 'acquedotto',
    kind: 'word',
    reader: 'architect',
    judged: {
      3: [comune.unit('Lavori, b. 9', 'Acquedotto: posa delle condotte in città')],
      2: [comune.unit('Consiglio, reg. 2', 'Verbali del Consiglio comunale: tramvie e acquedotto')],
    },
  },
  {
    query: '"leggi razziali"',
    kind: 'phrase',
    reader: 'student',
    judged: {
      3: [
        comune.unit('Podestà, reg. 4', 'Deliberazioni del Podestà: leggi razziali e rifugi'),
        comune.unit('Atti, cat. 9, b. 60', 'Espulsione di alunni e maestri dalle scuole'),
      ],
    },
  },
  {
    query: 'alluvioni',
    kind: 'inflection',
    reader: 'local historian',
    judged: {
      3: [
        comune.unit('Protocollo, vol. 120', 'Protocollo dell’alluvione'),
        comune.unit('Atti, cat. 14, b. 95', 'Soccorsi ad altre città alluvionate'),
        comune.unit('Mappe, cart. 2', 'Pianta della città con le piene'),
        comune.unit('Mappe, cart. 2, tav. 1', 'Città di Padova: aree allagate nel 1882'),
      ],
      2: [subject('Alluvioni'), comune.unit('Atti, cat. 10, b. 64', 'Ripari dopo la piena del 1882')],
    },
  },
  {
    query: 'colera 1886',
    kind: 'dated',
    reader: 'student',
    judged: {
      3: [cholera],
      2: [below(cholera)],
      1: [comune.unit('Ordinanze, b. 2', 'Ordinanze in tempo di colera')],
    },
  },
  {
    query: 'elezioni 1946',
    kind: 'dated',
    reader: 'student',
    judged: {
      3: [election, comune.unit('Verbali, b. 5', 'Verbali di sezione per la Costituente e il referendum')],
      2: [below(election), comune.unit('Liste, vol. 31', 'Liste elettorali femminili')],
      1: [comune.group('Liste elettorali e verbali')],
    },
  },
  {
    query: 'bombardamenti 1944',
    kind: 'dated',
    reader: 'student',
    judged: {
      3: [comune.unit('Protocollo, vol. 88', 'Protocollo dell’anno dei bombardamenti')],
      2: [comune.unit('Commissario, reg. 6', 'Deliberazioni del Commissario prefettizio'), eremitani],
      1: [comune.unit('Atti, cat. 10, b. 73', 'Sgombero di macerie e piccole ricostruzioni')],
    },
  },
  {
    query: 'influenza spagnola',
    kind: 'phrase',
    reader: 'student',
    judged: {
      3: [comune.unit('Atti, cat. 4, b. 25', 'Influenza detta spagnola')],
      1: [comune.unit('Morti, reg. 31', 'Registro degli atti di morte')],
    },
  },
  {
    query: 'piano regolatore',
    kind: 'phrase',
    reader: 'architect',
    judged: {
      3: [plan1921, plan1954, comune.group('Piani regolatori e cartografia')],
      2: [
        subject('Piano regolatore'),
        below(plan1954),
        comune.unit('Consiglio, reg. 12', 'Verbali del Consiglio: piano regolatore e zona industriale'),
      ],
    },
  },
  {
    query: 'licenze edilizie',
    kind: 'phrase',
    reader: 'architect',
    judged: {
      3: [
        comune.group('Lavori pubblici, licenze, edilizia'),
        deputati.unit('Atti, 7', 'Licenze di fabbricare portici e pergoli'),
        strade.unit('b. 61', 'Licenze di fabbrica in contrada del Duomo'),
        strade.group('Fabbriche'),
      ],
      2: [
        subject('Licenze edilizie'),
        strade.itself,
        comune.unit('Edilizia, reg. 1', 'Registro delle denunce di opere edilizie'),
      ],
      1: [below(strade.group('Fabbriche')), comune.itself],
    },
  },
  {
    query: 'restauro monumenti guerra',
    kind: 'word',
    reader: 'architect',
    judged: {
      3: [comune.unit('Lavori, b. 28', 'Restauro di monumenti colpiti dalle incursioni')],
      2: [eremitani],
    },
  },
  {
    query: 'facciata prospetto',
    kind: 'word',
    reader: 'architect',
    judged: {
      3: [
        strade.unit('b. 66, dis. 1', 'Facciata di palazzo a San Massimo'),
        strade.unit('b. 8, dis. 2', 'Portico dei Battuti: facciata e colonne'),
        comune.unit('Lavori, b. 15, tav. 1', 'Scuola al Carmine: facciata'),
      ],
      2: [strade.unit('b. 69, dis. 1', 'Progetto di bottega da caffè presso le Debite')],
      1: [
        strade.unit('b. 44, dis. 1', 'Torrione della Gatta: lesioni'),
        sanita.unit('Lazzaretto, b. 7, dis. 2', 'Loggia verso il Piovego: alzato'),
        deputati.unit('Atti, 15, dis. 1', 'Ponte di San Lorenzo: stato delle due arcate verso il mercato'),
      ],
    },
  },
  {
    query: 'chi votava nel 1946',
    kind: 'question',
    reader: 'student',
    judged: {
      3: [election, comune.unit('Liste, vol. 31', 'Liste elettorali femminili')],
      2: [below(election), comune.unit('Verbali, b. 5', 'Verbali di sezione per la Costituente e il referendum')],
    },
  },
];
