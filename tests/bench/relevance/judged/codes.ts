import { below, type JudgedQuery } from '../judgement.ts';
import { campatico, canapi, causePie, comune, deputati, ducali, estimi, sanita, strade } from '../holdings.ts';

const box63 = estimi.unit('Estimo 1615, b. 63', 'Polizze dei cittadini, quartiere di Ponte Molino');
const council7 = comune.unit('Consiglio, reg. 7', 'Verbali del Consiglio in tempo di guerra');
const box62 = strade.unit('b. 62', 'Fabbriche, portici, pergoli');
const lettersOfEnvoy = deputati.unit('Lettere, 7', 'Lettere del contagio del 1630');
const fedi = sanita.group('Fedi di morte');

/** Codes as they are typed: with and without commas, dots, capitals, spaces; present and former. */
export const codes: readonly JudgedQuery[] = [
  {
    query: 'Fedi di morte, vol. 9',
    kind: 'code',
    reader: 'genealogist',
    judged: { 3: [sanita.unit('Fedi di morte, vol. 9', 'Fedi di morte del contagio, I')], 1: [fedi] },
  },
  {
    query: 'estimo 1615 b. 63',
    kind: 'code',
    reader: 'genealogist',
    judged: { 3: [box63], 1: [below(box63), estimi.group('Estimo del 1615')] },
  },
  {
    query: 'b. 12',
    kind: 'code',
    reader: 'scholar',
    judged: {
      3: [
        canapi.unit('b. 12', 'Prezzi, condotte e pesate'),
        sanita.unit('b. 12', 'Cause e processi: lordure e acque'),
        strade.unit('b. 12', 'Nuova strada regia da Porta Savonarola'),
      ],
      1: [
        below(canapi.unit('b. 12', 'Prezzi, condotte e pesate')),
        below(sanita.unit('b. 12', 'Cause e processi: lordure e acque')),
        causePie.unit('Deputazione, b. 12', 'Visite a ospedali e conservatori'),
        comune.unit('Congregazione, b. 12', 'Ospizi marini e bambini scrofolosi'),
        estimi.unit('Estimo 1797, b. 12', 'Polizze democratiche del quartiere del Duomo'),
        sanita.unit('Lazzaretto, b. 12', 'Lite con gli affittuali del brolo'),
      ],
    },
  },
  {
    query: 'ducali originali b.5 n.5',
    kind: 'code',
    reader: 'scholar',
    judged: {
      3: [ducali.unit('Ducali originali, b. 5, n. 5', 'Lettura delle matematiche')],
      1: [ducali.unit('Ducali originali, b. 5', 'Ducali da Alvise Mocenigo a Marino Grimani')],
    },
  },
  {
    query: 'lettere 7 c. 15',
    kind: 'code',
    reader: 'scholar',
    judged: {
      3: [deputati.unit('Lettere, 7, c. 15', 'Numero dei morti e richiesta di medici')],
      1: [lettersOfEnvoy],
    },
  },
  {
    query: 'Consiglio reg. 7',
    kind: 'code',
    reader: 'local historian',
    judged: { 3: [council7], 1: [below(council7), comune.group('Deliberazioni del Consiglio comunale')] },
  },
  {
    query: 'Ducali, rif. 2',
    kind: 'code',
    reader: 'scholar',
    judged: {
      3: [ducali.unit('Ducali, rif. 2', 'Condotte e ballottazioni')],
      1: [ducali.group('Riformatori allo Studio', 'Ducali')],
    },
  },
  {
    query: 'piani b. 6 tav. 1',
    kind: 'code',
    reader: 'architect',
    judged: {
      3: [comune.unit('Piani, b. 6, tav. 1', 'Zonizzazione del territorio comunale')],
      1: [comune.unit('Piani, b. 6', 'Piano regolatore generale del dopoguerra')],
    },
  },
  {
    query: 'mazzo 28 n. 20',
    kind: 'former code',
    reader: 'scholar',
    judged: { 3: [strade.unit('b. 62, n. 20', 'Pergolo di Marcantonio Volpato, spezial')], 1: [box62] },
  },
  {
    query: 'Nunzi n. 31',
    kind: 'former code',
    reader: 'scholar',
    judged: { 3: [deputati.unit('Lettere, 9', 'Carteggio ordinario')] },
  },
  {
    query: 'Sanità A',
    kind: 'former code',
    reader: 'scholar',
    judged: {
      3: [sanita.unit('b. 1', 'Copie di parti antiche in materia di sanità, dal 1260')],
      1: [sanita.itself],
    },
  },
  {
    query: 'vecchio n. 47',
    kind: 'former code',
    reader: 'scholar',
    judged: { 3: [campatico.unit('n. 44', 'Quaderno del gran freddo')] },
  },
  {
    query: 'D, n. 14',
    kind: 'former code',
    reader: 'scholar',
    judged: {
      3: [deputati.unit('Atti, 3', 'Catastico degli attrezzi contro gli incendi, centenaro per centenaro')],
    },
  },
];
