import { below, type JudgedQuery } from '../judgement.ts';
import { causePie, comune, deputati, estimi, sanita, strade } from '../holdings.ts';

const heirs = 'Polizza delli heredi di';
const civilStatus = comune.group('Stato civile');
const conscription = comune.group('Liste di leva e ruoli matricolari');
const class1899 = comune.unit('Leva, reg. 28', 'Lista di leva della classe 1899');
const riverside = strade.unit('b. 5', 'Strada del Portello e riva dei barcaroli');
const declarations = below(estimi.itself, /barcarolo al Portello/);

export const family: readonly JudgedQuery[] = [
  {
    query: 'Scuarzafigo',
    kind: 'name',
    reader: 'genealogist',
    judged: {
      3: [
        estimi.unit(
          'Estimo 1518, b. 24, pol. 60',
          `${heirs} Gasparo Scuarzafigo, sotto tutela, in contrada degli Eremitani`,
        ),
        estimi.unit(
          'Estimo 1575, b. 44, pol. 1',
          `${heirs} Bortolamio Scuarzafigo, sotto tutela, in contrada del Ponte Altinate`,
        ),
        estimi.unit(
          'Estimo 1615, b. 64, pol. 32',
          `${heirs} Zan Battista Scuarzafigo, sotto tutela, in contrada di Santa Sofia`,
        ),
        estimi.unit(
          'Estimo 1668, b. 84, pol. 63',
          `${heirs} Domenego Scuarzafigo, sotto tutela, in contrada di Ognissanti`,
        ),
      ],
    },
  },
  {
    query: 'Zambelin libraio',
    kind: 'name',
    reader: 'genealogist',
    judged: {
      3: [
        estimi.unit('Estimo 1797, b. 12, n. 8', 'Polizza del cittadino Bonaventura Zambelin, libraio sotto il Salone'),
      ],
    },
  },
  {
    query: 'Francesco Sgarzador lanaro',
    kind: 'name',
    reader: 'genealogist',
    judged: {
      3: [
        estimi.unit(
          'Estimo 1615, b. 62, pol. 18',
          'Polizza di Francesco Sgarzador, fo de Zordan, lanaro, in contrada di Santa Croce',
        ),
      ],
      1: [below(estimi.itself, /Sgarzador/)],
    },
  },
  {
    query: 'registro di nascita 1885',
    kind: 'dated',
    reader: 'genealogist',
    judged: {
      3: [comune.unit('Nati, reg. 15', 'Registro degli atti di nascita')],
      2: [civilStatus],
      1: [comune.unit('Popolazione, reg. 1', 'Registro di popolazione, città entro le mura')],
    },
  },
  {
    query: 'stato civile',
    kind: 'fonds',
    reader: 'genealogist',
    judged: {
      3: [civilStatus],
      2: [
        below(civilStatus),
        comune.group(
          'Categoria XII, Stato civile, censimento, statistica',
          'Atti amministrativi per categoria e classe',
        ),
      ],
      1: [
        sanita.unit('Fedi di morte, vol. 50', 'Ultimo registro delle fedi'),
        below(
          comune.group(
            'Categoria XII, Stato civile, censimento, statistica',
            'Atti amministrativi per categoria e classe',
          ),
        ),
        sanita.itself,
      ],
    },
  },
  {
    query: 'lista di leva classe 1899',
    kind: 'dated',
    reader: 'genealogist',
    judged: {
      3: [class1899],
      2: [conscription],
      1: [
        comune.unit('Leva, reg. 4', 'Lista di leva della classe 1871'),
        comune.unit('Ruoli, reg. 9', 'Ruoli matricolari comunali'),
      ],
    },
  },
  {
    query: 'emigranti in Brasile',
    kind: 'phrase',
    reader: 'genealogist',
    judged: { 3: [comune.unit('Atti, cat. 13, b. 85', 'Emigranti: passaporti e notizie')] },
  },
  {
    query: 'matrimoni',
    kind: 'inflection',
    reader: 'genealogist',
    judged: {
      3: [comune.unit('Matrimoni, reg. 12', 'Registro degli atti di matrimonio')],
      2: [civilStatus],
      1: [comune.unit('Nati, reg. 15', 'Registro degli atti di nascita')],
    },
  },
  {
    query: 'barcaroli del Portello',
    kind: 'phrase',
    reader: 'local historian',
    judged: {
      3: [riverside],
      2: [declarations],
      1: [
        strade.unit('b. 5, dis. 1', 'Porta Portello con la scalinata e gli approdi'),
        sanita.unit('Lazzaretto, b. 5, n. 37', 'Supplica di un barcarolo rimasto solo'),
        deputati.unit('Lettere, 15', 'Carteggio sulle acque pubbliche e sui mulini del Bassanello'),
      ],
    },
  },
  {
    query: 'tintor*',
    kind: 'operator',
    reader: 'scholar',
    judged: {
      3: [below(estimi.itself, /, tintor,/)],
      2: [sanita.unit('b. 12', 'Cause e processi: lordure e acque')],
      1: [sanita.unit('b. 1', 'Copie di parti antiche in materia di sanità, dal 1260')],
    },
  },
  {
    query: 'fraglia di San Rocco',
    kind: 'phrase',
    reader: 'local historian',
    judged: {
      3: [causePie.unit('Atti vari, b. 7, fasc. 2', 'Inventario della fraglia di San Rocco')],
      2: [below(estimi.itself, /per la fraglia di San Rocco/)],
      1: [causePie.unit('Atti vari, b. 7', 'Fraglie e scuole: mariegole e conti')],
    },
  },
];
