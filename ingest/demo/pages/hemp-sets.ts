import { Chance } from './chance.ts';
import { pitsMap } from './maps.ts';
import { leafLabel, type DemoPage, type DemoPageSet } from './page-set.ts';
import { printedPage, printedTitle } from './printed.ts';
import { tablePage } from './table-page.ts';

const printed = 'b. 2, fasc. 1';
const chapters: readonly (readonly [title: string, text: string])[] = [
  [
    'I',
    'Che in ogni villa del Padovano i Degani, entro il giorno quindici di Settembre, abbiano a notificare al Vicario la quantità del canape raccolto, distinguendo il lungo dal corto e questo dalla stoppa, col nome di chi lo ha seminato e delle pertiche di terra che vi furono impiegate.',
  ],
  [
    'II',
    'Che niuno ardisca estrarre canape dal Territorio senza bolletta della Casa del Canape, sotto pena della perdita della robba, de’ carri e degli animali, da dividersi per metà tra il denunziante e la pubblica Cassa.',
  ],
  [
    'III',
    'Che i macerati si facciano lontano dall’abitato non meno di pertiche cinquanta, e non mai in acqua che serva a bere o ad abbeverare animali, dovendo i pescatori essere uditi prima che se ne aprano di nuovi.',
  ],
  [
    'IV',
    'Che il seme migliore, detto di Bologna, sia dispensato in Febbraro a chi ne farà ricerca, da restituirsi in natura dopo il raccolto con la giunta di uno staro ogni dodeci.',
  ],
  [
    'V',
    'Che al portatore del canape di prima natta sia pagato in contanti, alla consegna, il prezzo stabilito di anno in anno, senza trattenuta alcuna sotto qualsivoglia pretesto.',
  ],
  [
    'VI',
    'Che i pesi e le stadere delle ville siano ogni anno confrontati con quelli della Città, e bollati; e i trovati scarsi si rompano alla presenza del Degano.',
  ],
  [
    'VII',
    'Che le vedove e i pupilli, i quali attendono a questa coltura, godano della precedenza nella dispensa del seme, e non possano per debiti essere spogliati del canape non ancora pesato.',
  ],
  [
    'VIII',
    'Che la presente sia stampata e pubblicata ne’ luoghi soliti, letta dai Parrochi nella prima festa, e inviata agli otto Vicari del Padovano, perché da ogn’uno sia intesa ed obbedita.',
  ],
];
const preamble =
  'Essendo il bisogno della Casa dell’Arsenale di un milione e mezzo di libbre di canape ad ogni anno, e riconoscendosi che dalle terre suddite del Padovano, quando la coltura vi sia animata e protetta, può trarsene la maggior parte senza che il denaro passi in mani forestiere, hanno gl’Illustrissimi ed Eccellentissimi Signori, uditi i Vicari ed esaminate le note de’ raccolti degli anni passati, terminato e con la presente terminano quanto segue.';
const assents =
  'E perché della esecuzione di questo capitolo niuno possa allegare ignoranza, restano i Vicari incaricati di darne conto di mese in mese, con lettere da registrarsi nella Cancelleria, nelle quali sia detto il nome di chi avrà obbedito e di chi no, e le cause che ciascuno avrà addotto.';

/** The order on hemp as it was printed and, by another hand, annotated. */
export function orderSet(): DemoPageSet {
  const texts: string[][] = [
    [preamble, chapterText(0)],
    ...[1, 2, 3, 4, 5, 6].map((at) => [
      chapterText(at),
      assents.replace('questo capitolo', `questo capitolo ${chapters[at]?.[0] ?? ''}`),
    ]),
  ];
  texts.at(-1)?.push(chapterText(7));
  const notes = [null, 'vedi la ducale 12 agosto', null, 'i pescatori di Vighizzolo', null, 'non si osserva', null];
  const title: DemoPage = {
    label: 'frontespizio',
    sheet: () =>
      printedTitle(
        printed,
        [
          { text: 'TERMINAZIONE', size: 250 },
          { text: 'DEGL’ILLUSTRISSIMI ED ECCELLENTISSIMI SIGNORI', size: 88 },
          { text: 'INQUISITORE E PROVVEDITORI', size: 130 },
          { text: 'ALL’ARSENALE', size: 170 },
          { text: 'Sopra i Canapi del Padovano', size: 120 },
          { text: '4. Maggio 1784.', size: 100 },
        ],
        'STAMPATA PER COMANDO PUBBLICO',
      ),
  };
  const pages = texts.map((paragraphs, at): DemoPage => {
    const next = texts[at + 1]?.[0]?.split(' ').slice(0, 2).join(' ') ?? null;
    return { label: `p. ${at + 2}`, sheet: () => printedPage(printed, at + 2, paragraphs, next, notes[at] ?? null) };
  });
  const parts = [
    { label: 'Frontespizio', from: 1, to: 1 },
    { label: 'Proemio e capitolo I', from: 2, to: 2 },
    { label: 'Capitoli II-VIII', from: 3, to: pages.length + 1 },
  ];
  return { fonds: 'canapi', code: printed, language: 'ita', paged: true, pages: [title, ...pages], parts };
}

const chapterText = (at: number): string => `${chapters[at]?.[0] ?? ''}. ${chapters[at]?.[1] ?? ''}`;

const villages =
  'Carceri,Vighizzolo,Ospedaletto,Saletto,Megliadino,Santa Margherita,Ponso,Villa di Villa,Piacenza,Sant’Urbano,Baone,Calaone,Cinto,Lozzo,Valbona,Rivadolmo'.split(
    ',',
  );
const register = 'reg. 3';

/** Six years of harvests of Este and its sixteen villages. */
export function harvestSet(): DemoPageSet {
  const years = [1785, 1786, 1787, 1788, 1789, 1790];
  const pages = years.map((year, at): DemoPage => ({
    label: leafLabel(at),
    sheet: () => {
      const chance = new Chance(`${register} ${year}`);
      return tablePage({
        code: register,
        label: leafLabel(at),
        title: ['Vicaria di Este', `Nota de’ Canapi raccolti l’anno ${year}, in libbre`],
        heads: ['Canape lungo', 'Corto', 'Stoppa'],
        rows: villages.map((name) => ({
          name,
          figures:
            chance.next() < 0.07
              ? [0, 0, 0]
              : [chance.whole(40, 980) * 10, chance.whole(10, 240) * 10, chance.whole(5, 120) * 5],
        })),
        total: 'Somma',
      });
    },
  }));
  const parts = years.map((year, at) => ({ label: `Raccolto ${year}`, from: at + 1, to: at + 1 }));
  return { fonds: 'canapi', code: register, language: 'ita', paged: true, pages, parts };
}

export function pitsSet(): DemoPageSet {
  const code = 'b. 11, dis. 1';
  const sheet = () =>
    pitsMap({
      code,
      title: ['Maceri a Vighizzolo', 'fosse e scoli, 12 settembre 1786'],
      names: [
        { text: 'Case che si dolgono', x: 1700, y: 2640 },
        { text: 'Scolo di Vighizzolo', x: 2500, y: 1560, size: 84 },
        { text: 'Strada comune', x: 620, y: 1060, size: 84 },
      ],
      added: null,
    });
  return { fonds: 'canapi', code, language: 'ita', paged: false, pages: [{ label: 'dis. 1', sheet }], parts: [] };
}
