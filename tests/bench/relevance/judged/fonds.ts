import { below, subject, type JudgedQuery } from '../judgement.ts';
import { campatico, canapi, causePie, comune, deputati, ducali, estimi, strade } from '../holdings.ts';

const estimi1797 = estimi.group('Estimo del 1797');
const renewals = [1418, 1518, 1575, 1615, 1668].map((year) => estimi.group(`Estimo del ${year}`));
const renewal1518 = estimi.group('Estimo del 1518');
const decree = ducali.unit('Ducali originali, b. 7, n. 5', 'Campatico');
const pretorian = ducali.group('Cancelleria pretoria', 'Ducali');

const comuneSeries = [
  'Deliberazioni del Consiglio comunale',
  'Deliberazioni della Giunta, poi del Podestà',
  'Protocolli e rubriche',
  'Atti amministrativi per categoria e classe',
  'Contratti, repertori, ordinanze e determinazioni',
  'Registri di popolazione e censimenti',
  'Stato civile',
  'Liste di leva e ruoli matricolari',
  'Liste elettorali e verbali',
  'Piani regolatori e cartografia',
  'Lavori pubblici, licenze, edilizia',
  'Congregazione di carità, ECA, Patronato scolastico',
];

/** Names of fonds, series and their parts: the highest level of that name stands above its own units. */
export const fonds: readonly JudgedQuery[] = [
  {
    query: 'estimi',
    kind: 'fonds',
    reader: 'scholar',
    judged: { 3: [estimi.itself], 2: [estimi1797, ...renewals], 1: [below(estimi.itself)] },
  },
  {
    query: 'estimo 1518',
    kind: 'dated',
    reader: 'scholar',
    judged: {
      3: [renewal1518],
      2: [estimi.unit('Estimo 1518, reg. 25', 'Campione generale dell’estimo del 1518')],
      1: [below(renewal1518)],
    },
  },
  {
    query: 'estimo del 1797',
    kind: 'dated',
    reader: 'scholar',
    judged: { 3: [estimi1797], 2: [estimi.itself], 1: [below(estimi1797)] },
  },
  {
    query: 'polizze democratiche',
    kind: 'phrase',
    reader: 'scholar',
    judged: {
      3: [
        estimi.unit('Estimo 1797, b. 12', 'Polizze democratiche del quartiere del Duomo'),
        estimi.unit('Estimo 1797, b. 13', 'Polizze democratiche del quartiere di Ponte Altinate'),
      ],
      2: [estimi1797, estimi.unit('Estimo 1797, reg. 1', 'Cittadini padovani, lettere A-C')],
      1: [below(estimi.unit('Estimo 1797, b. 12', 'Polizze democratiche del quartiere del Duomo'))],
    },
  },
  {
    query: 'ducali',
    kind: 'fonds',
    reader: 'scholar',
    judged: {
      3: [ducali.itself],
      2: [ducali.group('Ducali'), ducali.group('Ducali originali')],
      1: [below(ducali.itself)],
    },
  },
  {
    query: 'cancelleria pretoria',
    kind: 'fonds',
    reader: 'scholar',
    judged: { 3: [pretorian], 2: [ducali.itself], 1: [below(pretorian)] },
  },
  {
    query: 'campatico',
    kind: 'fonds',
    reader: 'scholar',
    judged: {
      3: [campatico.itself],
      2: [campatico.group('Campatico ordinario: Camera fiscal'), campatico.group('Campatico Adige e Brenta'), decree],
      1: [below(campatico.itself)],
    },
  },
  {
    query: 'deputati ad utilia',
    kind: 'fonds',
    reader: 'scholar',
    judged: {
      3: [deputati.itself],
      2: [
        deputati.group('Atti'),
        deputati.group('Lettere'),
        deputati.unit('Atti, 8', 'Atti dei deputati ad utilia'),
        strade.itself,
        canapi.itself,
      ],
      1: [below(deputati.itself, /deputati/i), ducali.itself],
    },
  },
  {
    query: 'ufficio alle cause pie',
    kind: 'fonds',
    reader: 'scholar',
    judged: {
      3: [causePie.itself],
      2: [
        causePie.group('Atti vari in materia di cause pie e luoghi pii'),
        causePie.group('Atti della deputazione alle cause pie'),
      ],
    },
  },
  {
    query: 'strade piazze fabbriche',
    kind: 'fonds',
    reader: 'architect',
    judged: {
      3: [strade.itself],
      2: [strade.group('Strade e ponti'), strade.group('Piazze, fiere e mercati, stazi'), strade.group('Fabbriche')],
      1: [strade.group('Mura e porte'), strade.group('Pesi e misure'), deputati.itself, comune.itself],
    },
  },
  {
    query: 'archivio generale comune di padova',
    kind: 'fonds',
    reader: 'student',
    judged: { 3: [comune.itself], 1: [...comuneSeries.map((title) => comune.group(title)), strade.itself] },
  },
  {
    query: 'canapa',
    kind: 'inflection',
    reader: 'scholar',
    judged: {
      3: [canapi.itself],
      2: [subject('Canapa')],
      1: [campatico.unit('n. 122', 'Polizze della podesteria di Este')],
    },
  },
  {
    query: 'pesi e misure',
    kind: 'fonds',
    reader: 'scholar',
    judged: {
      3: [strade.group('Pesi e misure')],
      2: [below(strade.group('Pesi e misure')), strade.itself],
    },
  },
];
