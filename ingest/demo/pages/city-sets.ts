import { Chance } from './chance.ts';
import { elevation } from './elevations.ts';
import { formPage } from './form-page.ts';
import { gateMap } from './maps.ts';
import type { DemoPage, DemoPageSet } from './page-set.ts';
import { photograph } from './photographs.ts';
import { poster } from './printed.ts';

const one = (fonds: string, code: string, label: string, sheet: DemoPage['sheet']): DemoPageSet => ({
  fonds,
  code,
  language: 'ita',
  paged: false,
  pages: [{ label, sheet }],
  parts: [],
});

export const gateSet = (): DemoPageSet =>
  one('strade-piazze-fabbriche', 'b. 5, dis. 1', 'dis. 1', () =>
    gateMap({
      code: 'b. 5, dis. 1',
      title: ['Porta Portello', 'con la scalinata e gli approdi'],
      names: [
        { text: 'Borgo di Ognissanti', x: 560, y: 1990 },
        { text: 'Piovego', x: 3350, y: 1900 },
        { text: 'Porta', x: 2800, y: 1560, size: 84 },
        { text: 'Ortaglie fuori delle mura', x: 3050, y: 1640, size: 84 },
      ],
      added: 'qui si paga',
    }),
  );

export const arcadeSet = (): DemoPageSet =>
  one('strade-piazze-fabbriche', 'b. 8, dis. 2', 'dis. 2', () =>
    elevation({
      code: 'b. 8, dis. 2',
      title: ['Portico dei Battuti', 'facciata e colonne, delle quali A e B dissimili dalle altre'],
      signed: 'Alvise, pubblico perito, 1665',
      scale: 'Scala di piedi padovani 30',
      bays: 7,
      storeys: 2,
      arcade: true,
      named: [
        { bay: 2, letter: 'A' },
        { bay: 5, letter: 'B' },
      ],
      children: false,
      wash: '#e9d9b6',
      ink: '#43301f',
    }),
  );

export const schoolSet = (): DemoPageSet =>
  one('archivio-generale', 'Lavori, b. 15, tav. 1', 'tav. 1', () =>
    elevation({
      code: 'Lavori, b. 15, tav. 1',
      title: ['Scuola elementare al Carmine', 'prospetto sulla contrada di Santa Maria dei Carmini'],
      signed: 'Ufficio tecnico comunale, 1904',
      scale: 'Scala 1:100',
      bays: 9,
      storeys: 3,
      arcade: false,
      named: [],
      children: true,
      wash: '#e6c9a2',
      ink: '#2f2d33',
    }),
  );

export const posterSet = (): DemoPageSet =>
  one('archivio-generale', 'Consiglio, reg. 7, all. 20', 'manifesto', () =>
    poster(
      'Consiglio, reg. 7, all. 20',
      [
        { text: 'COMUNE DI PADOVA', size: 150 },
        { text: 'CITTADINI!', size: 320 },
      ],
      [
        'È firmato l’armistizio. A Villa Giusti, alle porte della nostra città, l’esercito nemico ha deposto le armi.',
        'Padova, che per tre anni ha vegliato sotto le incursioni e ha dato tetto e pane ai profughi, saluta i suoi soldati e piange i suoi morti.',
        'Questa sera le campane suoneranno a festa. Il coprifuoco è tolto; le lampade delle strade siano riaccese.',
      ],
      ['Padova, 7 novembre 1918', 'IL SINDACO'],
      'tutte le campane',
    ),
  );

const photos = 'Lavori, b. 28';

/** Photographs of what air raids had struck, and of the works. */
export function photographSet(): DemoPageSet {
  const shots = [
    {
      caption: ['Contrada presso il Duomo dopo l’incursione', 'veduta da ponente, gennaio 1919'],
      damaged: true,
      scaffolding: false,
      people: 8,
    },
    {
      caption: ['La stessa contrada durante lo sgombero', 'operai e carrettieri, marzo 1919'],
      damaged: true,
      scaffolding: true,
      people: 15,
    },
    {
      caption: ['Ponteggi per il restauro delle facciate', 'settembre 1921'],
      damaged: false,
      scaffolding: true,
      people: 11,
    },
    {
      caption: ['La contrada restituita al passaggio', 'giorno di mercato, maggio 1924'],
      damaged: false,
      scaffolding: false,
      people: 34,
    },
  ] as const;
  const pages = shots.map((shot, at): DemoPage => ({
    label: `fot. ${at + 1}`,
    sheet: () => photograph({ code: photos, number: at + 1, ...shot }),
  }));
  return { fonds: 'archivio-generale', code: photos, language: 'ita', paged: false, pages, parts: [] };
}

const cards = 'Atti, cat. 4, b. 28';

/** Vaccination cards, with nobody's name: what is kept closed in the demonstration. */
export function cardSet(): DemoPageSet {
  const pages = [118, 119, 120, 121].map((number): DemoPage => ({
    label: `scheda ${number}`,
    sheet: () => {
      const chance = new Chance(`${cards} ${number}`);
      const day = (month: string) => `${chance.whole(2, 27)} ${month}`;
      return formPage({
        code: cards,
        number,
        heading: [
          'COMUNE DI PADOVA · UFFICIO D’IGIENE',
          'SCHEDA DI VACCINAZIONE',
          'Campagna antipoliomielitica 1961-1965',
        ],
        fields: [
          {
            label: 'Cognome e nome',
            answer: chance.pick(['Rossi Mario (inventato)', 'Bianchi Anna (inventata)', 'Verdi Carlo (inventato)']),
          },
          { label: 'Nato il', answer: `${day('aprile')} ${chance.whole(1955, 1962)}` },
          { label: 'Abitazione', answer: chance.pick(['Arcella', 'Guizza', 'Portello', 'Savonarola']) },
          { label: 'Scuola', answer: chance.pick(['elementare al Carmine', 'materna comunale', 'non frequenta']) },
          { label: 'Decorso', answer: chance.pick(['regolare', 'febbre lieve, due giorni', 'regolare']) },
        ],
        table: {
          heads: ['Dose', 'Data', 'Osservazioni'],
          rows: [
            ['prima', day('marzo'), 'nessuna'],
            ['seconda', day('maggio'), chance.pick(['nessuna', 'rinviata'])],
            ['terza', day('novembre'), 'nessuna'],
          ],
        },
        stamp: 'UFFICIO D’IGIENE',
      });
    },
  }));
  return { fonds: 'archivio-generale', code: cards, language: 'ita', paged: false, pages, parts: [] };
}
