import { below, subject, type JudgedQuery } from '../judgement.ts';
import { campatico, canapi, causePie, comune, deputati, ducali, estimi, sanita, strade } from '../holdings.ts';

const officesBox = causePie.unit('Deputazione, b. 12', 'Visite a ospedali e conservatori');
const nunneries = estimi.unit('Estimo 1797, b. 24', 'Polizze dei monasteri femminili');
const candia = ducali.unit('Ducali originali, b. 7', 'Ducali delle guerre di Candia e di Morea');
const terminazione = canapi.unit('b. 2', 'Terminazione sopra i canapi e lettere di accompagnamento');
const cadastre = comune.unit('Mappe, cart. 1', 'Mappe catastali in copia');
const legacies = causePie.unit('Deputazione, b. 7', 'Catastico dei legati per parrocchia');
const riformatori = ducali.group('Riformatori allo Studio', 'Ducali');

/** Matters of the old city. */
export const city: readonly JudgedQuery[] = [
  {
    query: 'ebrei',
    kind: 'word',
    reader: 'student',
    judged: {
      3: [ducali.unit('Ducali originali, b. 4, n. 1', 'Ebrei dimoranti presso il Duomo')],
      2: [
        comune.unit('Podestà, reg. 4', 'Deliberazioni del Podestà: leggi razziali e rifugi'),
        comune.unit('Atti, cat. 9, b. 60', 'Espulsione di alunni e maestri dalle scuole'),
      ],
    },
  },
  {
    query: 'illuminazione',
    kind: 'word',
    reader: 'architect',
    judged: {
      3: [
        deputati.unit('Atti, 17', 'Illuminazione e guardie notturne: proposte non accolte'),
        strade.unit('b. 14, fasc. 3', 'Rapporto sull’illuminazione a olio della piazza dei Signori'),
        comune.unit('Contratti, vol. 27', 'Contratto per la luce elettrica nelle vie'),
      ],
      1: [strade.unit('b. 27, fasc. 5', 'Conto di lumi e suonatori')],
    },
  },
  {
    query: 'testamento',
    kind: 'inflection',
    reader: 'genealogist',
    judged: {
      3: [causePie.unit('Atti vari, b. 1', 'Testamenti e legati in copia')],
      2: [causePie.unit('Atti vari, b. 1, n. 12', 'Codicillo di un libraio')],
      1: [
        causePie.unit('Atti vari, b. 1, perg. 1', 'Legato di dona Beatrice, vedova di un cambiatore'),
        causePie.unit('Atti vari, b. 16', 'Processi per legati non adempiuti'),
      ],
    },
  },
  {
    query: '"orto dei semplici"',
    kind: 'phrase',
    reader: 'student',
    judged: { 3: [ducali.unit('Ducali originali, b. 4, n. 2', 'Orto dei semplici')] },
  },
  {
    query: 'monte di pieta',
    kind: 'accent or elision',
    reader: 'scholar',
    judged: { 3: [ducali.unit('Ducali originali, b. 5, n. 4', 'Monte di pietà')] },
  },
  {
    query: 'guerra di Candia',
    kind: 'phrase',
    reader: 'scholar',
    judged: {
      3: [candia, deputati.unit('Lettere, 8', 'Lettere dei nunzi durante la guerra di Candia')],
      2: [
        ducali.unit('Ducali originali, b. 7, n. 1', 'Offerta della città per Candia'),
        ducali.unit('Ducali originali, b. 7, n. 3', 'Ritorno dei soldati da Candia'),
      ],
      1: [estimi.unit('Estimo 1668, reg. 94', 'Aggiunte e soppressioni')],
    },
  },
  {
    query: 'mulino',
    kind: 'inflection',
    reader: 'local historian',
    judged: {
      3: [deputati.unit('Lettere, 15', 'Carteggio sulle acque pubbliche e sui mulini del Bassanello')],
      2: [sanita.unit('b. 18, fasc. 3', 'Lista di case serrate nel quartiere di Ponte Molino')],
      1: [
        deputati.unit('Atti, 6', 'Mandati per il guasto attorno alle mura'),
        ducali.unit('Ducali originali, b. 2, n. 2', 'Scavo del naviglio di Battaglia'),
      ],
    },
  },
  {
    query: 'ospedale',
    kind: 'inflection',
    reader: 'local historian',
    judged: {
      3: [causePie.unit('Atti vari, b. 3', 'Ospedali e ospizi: entrate'), officesBox],
      2: [
        causePie.itself,
        causePie.unit('Atti vari, b. 1, perg. 3', 'Livello a favore dell’ospedale di San Francesco'),
        causePie.unit('Deputazione, b. 12, fasc. 9', 'Visita all’ospedale dei Proietti'),
        causePie.unit('Deputazione, b. 12, fasc. 14', 'Visita allo spedale nuovo'),
        sanita.unit('Fedi di morte, vol. 36', 'Fedi di morte: ospedale di San Francesco'),
      ],
      1: [
        subject('Ospedali'),
        causePie.unit('Deputazione, reg. 3', 'Terminazioni e ordini, registro secondo'),
        campatico.unit('n. 131', 'Polizze di luoghi pii'),
        strade.unit('b. 2', 'Selciato della contrada di San Francesco'),
        strade.unit('b. 2, dis. 1', 'Contrada di San Francesco dal ponte all’ospedale'),
        sanita.unit('Fedi di morte, vol. 26', 'Fedi di morte: soldati'),
      ],
    },
  },
  {
    query: 'monastero',
    kind: 'inflection',
    reader: 'scholar',
    judged: {
      3: [
        nunneries,
        estimi.unit('Estimo 1575, reg. 55', 'Monasteri femminili'),
        estimi.unit('Estimo 1797, b. 24, n. 9', 'Polizza del monastero della Misericordia'),
        sanita.unit('Lazzaretto, b. 1', 'Monastero di Fistomba: titoli e cessione'),
      ],
      2: [
        subject('Monasteri'),
        below(nunneries),
        ducali.unit('Ducali, pret. 4', 'Lettere per le liti fra comuni e monasteri'),
        estimi.unit('Estimo 1518, reg. 34', 'Abbazie e priorati'),
      ],
      1: [
        sanita.group('Lazzaretto'),
        sanita.unit('b. 12', 'Cause e processi: lordure e acque'),
        ducali.unit('Ducali originali, b. 4, n. 2', 'Orto dei semplici'),
      ],
    },
  },
  {
    query: 'universita',
    kind: 'accent or elision',
    reader: 'student',
    judged: {
      3: [comune.unit('Atti, cat. 14, b. 92', 'Settimo centenario dell’Università'), riformatori],
      2: [subject('Università'), below(riformatori)],
      1: [
        ducali.unit('Ducali, pret. 5', 'Lettere in materia di duelli e scolari'),
        sanita.unit('Fedi di morte, vol. 20', 'Fedi di morte di scolari dello Studio'),
      ],
    },
  },
  {
    query: 'l’Arsenale di Venezia',
    kind: 'accent or elision',
    reader: 'scholar',
    judged: {
      3: [
        canapi.itself,
        canapi.unit('b. 19, n. 6', 'Nota di balle spedite all’Arsenale'),
        ducali.unit('Ducali originali, b. 3, n. 5', 'Legnami per l’Arsenale'),
      ],
      2: [
        subject('Arsenale di Venezia'),
        ducali.unit('Ducali originali, b. 8, n. 6', 'Terminazione sui canapi'),
        canapi.unit('b. 18', 'Roveri e canapi: carte comuni con il Soprintendente ai boschi'),
      ],
    },
  },
  {
    query: "l'interdetto",
    kind: 'accent or elision',
    reader: 'scholar',
    judged: {
      3: [
        ducali.unit('Ducali originali, b. 6, n. 1', 'Fine dell’Interdetto'),
        deputati.unit('Lettere, 5', 'Carteggio del tempo dell’Interdetto'),
      ],
      2: [deputati.unit('Lettere, 5, c. 112', 'Avviso sulla partenza dei padri Gesuiti dal collegio')],
    },
  },
  {
    query: 'botteghe di legno',
    kind: 'phrase',
    reader: 'architect',
    judged: {
      3: [
        strade.unit('b. 25', 'Botteghe di legno in piazza dei Signori'),
        deputati.unit('Lettere, 14, fasc. 3', 'Conti delle prime botteghe di legno attorno all’Isola'),
      ],
      2: [strade.group('Piazze, fiere e mercati, stazi')],
      1: [
        strade.unit('b. 27', 'Nuova fiera nell’Isola Memmia'),
        strade.unit('b. 27, dis. 1', 'Ellisse delle botteghe con i numeri d’affitto'),
      ],
    },
  },
  {
    query: 'quando fu levato l’assedio di Padova',
    kind: 'question',
    reader: 'student',
    judged: {
      3: [ducali.unit('Ducali originali, b. 2, n. 4', 'Levata dell’assedio imperiale')],
      2: [ducali.unit('Ducali originali, b. 2', 'Ducali del tempo di Leonardo Loredan')],
      1: [
        deputati.unit('Atti, 4', 'Parti del Consiglio e loro esecuzione'),
        deputati.unit('Atti, 5', 'Spese straordinarie per la difesa della città'),
      ],
    },
  },
  {
    query: 'medici OR barbieri',
    kind: 'operator',
    reader: 'scholar',
    judged: {
      3: [
        sanita.unit('Fedi di morte, vol. 18', 'Fedi di morte: medici e barbieri'),
        sanita.unit('reg. 5, c. 77', 'Parere di medici dello Studio sulla natura del male'),
        deputati.unit('Lettere, 7, c. 15', 'Numero dei morti e richiesta di medici'),
      ],
      2: [subject('Medici'), below(estimi.itself, /, barbiere/)],
      1: [
        sanita.unit('Fedi di morte, vol. 1', 'Fedi di morte, primo registro'),
        sanita.unit('Fedi di morte, vol. 12', 'Fedi di morte: ritorno all’ordinario'),
        sanita.unit('b. 25', 'Sanità del Regno italico: vaccinazioni'),
      ],
    },
  },
  {
    query: 'catast*',
    kind: 'operator',
    reader: 'architect',
    judged: {
      3: [
        cadastre,
        legacies,
        campatico.unit('n. 173', 'Catastico dei campi beneficati dall’Adige'),
        deputati.unit('Atti, 3', 'Catastico degli attrezzi contro gli incendi, centenaro per centenaro'),
      ],
      2: [subject('Catasto')],
      1: [subject('Catastici')],
    },
  },
  {
    query: '(lettera OR terminazione) canapi',
    kind: 'operator',
    reader: 'scholar',
    judged: {
      3: [terminazione, ducali.unit('Ducali originali, b. 8, n. 6', 'Terminazione sui canapi')],
      2: [below(terminazione), canapi.itself],
      1: [canapi.unit('b. 1', 'Carte anteriori alla Terminazione')],
    },
  },
];
