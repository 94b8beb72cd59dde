import { ESTIMO_1797 } from '#ingest/demo/asp-estimo-1797.ts';
import { AG, F } from '#ingest/demo/creators.ts';
import { dossier, register, volume } from '#ingest/demo/forms.ts';
import { ASPD } from '#ingest/demo/institutions.ts';
import { file, group, type Fonds, type Unit } from '#ingest/demo/model.ts';
import { polizze } from '#ingest/demo/polizze.ts';
import { fondsId } from '#ingest/demo/ead3/identifiers.ts';

type Piece = readonly [dates: string, title: string, scope: string];

interface Renewal {
  year: number;
  dates: string;
  scope: string;
  declarations: number;
  territory: readonly Piece[];
  clergy: readonly Piece[];
}

const QUARTERS = ['Duomo', 'Torricelle', 'Ponte Molino', 'Ponte Altinate'];

const RENEWALS: readonly Renewal[] = [
  {
    year: 1418,
    dates: '1418-1442',
    scope: 'Il più antico estimo conservato. Registri quadrati, di mano notarile, con la cifra in libbre d’estimo.',
    declarations: 5,
    territory: [
      [
        '1418',
        'Estimo delle ville di qua dalla Brenta',
        'Elenco di fuochi per villa, con il nome del degano e l’ammontare della cifra.',
      ],
      ['1421-1430', 'Correzioni ed esenzioni', 'Grazie a fuochi distrutti dal fuoco o dalla grandine.'],
    ],
    clergy: [
      [
        '1424 mag. 6 - 1430',
        'Primo estimo del clero',
        'Aperto in esecuzione del decreto del consiglio che aggiunse il clero ai corpi estimati.',
      ],
    ],
  },
  {
    year: 1518,
    dates: '1518-1560',
    scope: 'Rinnovazione che segue la guerra: le polizze raccontano case bruciate nei borghi e campi lasciati incolti.',
    declarations: 6,
    territory: [
      ['1519', 'Vicaria di Teolo', 'Polizze dei villici dei Colli, con i castagneti contati a piede.'],
      ['1520-1522', 'Vicaria di Conselve', 'Molti dichiarano bestiame preso dai soldati.'],
      ['1524', 'Campioncello del territorio', 'Riassunto di cifra per vicaria, in colonne.'],
    ],
    clergy: [['1518-1520', 'Abbazie e priorati', 'Santa Giustina, Praglia e Carceri occupano metà del volume.']],
  },
  {
    year: 1575,
    dates: '1573-1614',
    scope: 'Lavoro interrotto dalla peste del 1576 e ripreso con altri estimatori.',
    declarations: 6,
    territory: [
      ['1575 apr. 2 - 1576 giu. 10', 'Vicaria di Camposampiero', 'Si ferma con la nota «per el mal contagioso».'],
      ['1578', 'Vicaria di Mirano', 'Polizze di affittuali di patrizi, che rimandano ai padroni.'],
    ],
    clergy: [
      ['1576-1579', 'Parrocchie di città', 'Redditi di altari e commissarie.'],
      ['1580', 'Monasteri femminili', 'Con le doti spirituali delle professe.'],
    ],
  },
  {
    year: 1615,
    dates: '1611-1667',
    scope: 'Con la descrizione di case e botteghe strada per strada, base di molti studi sulla città.',
    declarations: 8,
    territory: [
      ['1615-1617', 'Vicaria di Piove di Sacco', 'Terre basse, valli e peschiere, con le prese d’acqua dei consorzi.'],
      ['1616', 'Vicaria di Arquà', 'Vigne e oliveti, una cava di masegna.'],
      ['1619-1630', 'Traslati del territorio', 'Passaggi di cifra da villici a cittadini e a veneziani.'],
    ],
    clergy: [['1615-1618', 'Capitolo della cattedrale', 'Possessioni, decime e case canonicali.']],
  },
  {
    year: 1668,
    dates: '1668-1787',
    scope: 'Ultima rinnovazione generale prima della fine dei corpi; usata e aggiornata per più di un secolo.',
    declarations: 8,
    territory: [
      ['1668-1671', 'Vicaria di Cittadella e podesteria', 'Lino, filatoi, prati adacquati.'],
      ['1672-1694', 'Notatorio del corpo del territorio', 'Atti dei deputati del contado in materia di estimo.'],
      ['1695-1780', 'Allibrazioni e cassature', 'Registro di lungo uso, molto consunto agli angoli.'],
    ],
    clergy: [['1670-1760', 'Aggiunte e soppressioni', 'Beni venduti per le guerre di Candia e di Morea.']],
  },
];

function renewal(entry: Renewal, place: number): Unit {
  const { year } = entry;
  const city = QUARTERS.map((quarter, index) => {
    const code = `Estimo ${year}, b. ${place * 20 + index + 1}`;
    const count = entry.declarations - (index % 2);
    return file(
      code,
      `${year}-${year + 2}`,
      `Polizze dei cittadini, quartiere ${quarter === 'Duomo' ? 'del Duomo' : quarter === 'Torricelle' ? 'delle Torricelle' : `di ${quarter}`}`,
      [
        'Polizze raccolte per contrada e cucite con la cifra degli estimatori sull’ultimo foglio.',
        'Le polizze seguono la numerazione delle case; mancano i primi tre quinterni.',
        'Fascicoli legati per iniziale del nome di battesimo, come usava nella cancelleria.',
        'Polizze in ordine di presentazione; in principio un indice di mano settecentesca.',
      ][(place + index) % 4] ?? '',
      dossier(90 + place * 31 + index * 17, {
        type: 'Busta',
        languages: year < 1500 ? ['lat', 'ita'] : ['ita'],
        places: [`${quarter}, quartiere`],
        subjects: ['Estimo', 'Polizze d’estimo'],
      }),
      polizze({ year, code, quarter, start: place * 31 + index * 8, count }),
    );
  });
  const campion = file(
    `Estimo ${year}, reg. ${place * 20 + 5}`,
    entry.dates,
    `Campione generale dell’estimo ${year < 1500 ? 'vecchio' : `del ${year}`}`,
    'Registro maggiore con le cifre di tutti gli estimati, aggiornato a margine fino alla rinnovazione seguente.',
    register(320 + place * 21, { subjects: ['Estimo'], formerCode: `Camera, arm. ${place + 2}` }),
  );
  const rows = (pieces: readonly Piece[], from: number, subject: string): Unit[] =>
    pieces.map(([dates, title, scope], index) =>
      file(
        `Estimo ${year}, reg. ${place * 20 + from + index}`,
        dates,
        title,
        scope,
        volume(140 + place * 13 + index * 29, { subjects: ['Estimo', subject] }),
      ),
    );
  return group(
    'series',
    `Estimo del ${year}`,
    {
      dates: entry.dates,
      scope: entry.scope,
      note: 'Gli anni della rinnovazione e la ripartizione in corpi sono indicativi: la serie va confrontata con l’inventario del fondo.',
    },
    [
      group('subseries', 'Città', { scope: 'Corpo dei cittadini.' }, [campion, ...city]),
      group(
        'subseries',
        'Territorio',
        { scope: 'Corpo del contado, per vicarie.' },
        rows(entry.territory, 8, 'Territorio padovano'),
      ),
      group(
        'subseries',
        'Clero',
        { scope: 'Corpo del clero, aggiunto con decreto del consiglio 6 maggio 1424.' },
        rows(entry.clergy, 14, 'Beni ecclesiastici'),
      ),
    ],
  );
}

/** Estimi: facts from the Guida generale; one series for each general renewal, as the Guida says. */
export const ESTIMI: Fonds = {
  level: 'fonds',
  number: F.estimi,
  slug: 'estimi',
  custodian: ASPD,
  title: 'Estimi',
  dates: '1418-1819',
  extent: 'voll., regg. e bb. 2.892',
  type: 'Registro',
  quantity: 2892,
  languages: ['ita', 'lat'],
  scope:
    'Descrizioni dei beni e dei redditi su cui si ripartivano le gravezze. Ogni estimato dichiarava per «polizza» tutte le proprie sostanze. Dei tre corpi, città, territorio e clero, l’ultimo fu aggiunto con decreto del consiglio 6 maggio 1424; un decreto del 30 gennaio 1789 li abolì e divise i contribuenti in due classi, padovani e veneti.',
  history:
    'Nel 1851 Tribunale e Delegazione cedettero all’archivio civico gli antichi estimi. Riordinati al Museo, passarono nel 1948 alla Sezione di Archivio di Stato.',
  arrangement: 'In ordine cronologico, una serie per ogni rinnovazione generale; sub-fondo a sé l’estimo del 1797.',
  findingAids: 'Inventario.',
  accruals: 'Fondo chiuso.',
  sources: 'Guida generale degli Archivi di Stato italiani, voce Padova.',
  creators: [
    { id: AG.council, dates: '1418-1805' },
    { id: AG.treasury, dates: 'sec. XV - 1805' },
    { id: AG.regulators, dates: '1652-1805' },
    { id: AG.comune, dates: '1806-1819' },
    { id: AG.museum, dates: '1859 -' },
    { id: AG.gloria, dates: '1851-1887' },
  ],
  related: [
    { title: 'Campatico', text: 'Per l’imposta sui terreni fruttiferi.', fonds: fondsId(F.campatico) },
    { title: 'Estimi (Archivio di Stato di Vicenza)', text: 'Fondo affine, 1427-1810, buste e registri 3.200.' },
  ],
  subjects: ['Estimo', 'Fiscalità', 'Storia della proprietà'],
  places: ['Padova', 'Territorio padovano'],
  abstracts: {
    ita: 'Estimi di Padova e del territorio: polizze, campioni e traslati dal 1418 al 1819.',
    eng: 'Tax assessments of Padua and its territory from 1418 to 1819: declarations of property by citizens, countryside and clergy, one series for each general renewal.',
  },
  children: [...RENEWALS.map(renewal), ESTIMO_1797],
};
