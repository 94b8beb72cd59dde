import { AG, F } from '#ingest/demo/creators.ts';
import { register } from '#ingest/demo/forms.ts';
import { ASPD } from '#ingest/demo/institutions.ts';
import { file, group, type Fonds, type Unit, type UnitType } from '#ingest/demo/model.ts';
import { fondsId } from '#ingest/demo/ead3/identifiers.ts';

type Piece = readonly [number: number, dates: string, title: string, scope: string];
interface Series {
  title: string;
  dates: string;
  extent: string;
  type: UnitType;
  quantity: number;
  scope: string;
  note?: string;
  pieces: readonly Piece[];
}

const SERIES: readonly Series[] = [
  {
    title: 'Indici alfabetici',
    dates: '1683-1791',
    extent: 'voll. 25',
    type: 'Volume',
    quantity: 25,
    scope: 'Indici dei contribuenti, per cognome e per villa.',
    pieces: [
      [
        1,
        '1683',
        'Alfabeto primo delle ditte campatiche',
        'Per nome di battesimo, all’antica; una mano del 1720 vi aggiunge i cognomi.',
      ],
      [
        3,
        '1690-1702',
        'Alfabeto con i numeri di mappa aggiunti',
        'I numeri rimandano a disegni che non si conservano con il fondo.',
      ],
      [
        9,
        '1721',
        'Indice delle ditte veneziane',
        'Patrizi con palazzo in villa lungo la Brenta, ciascuno con il fattore.',
      ],
      [14, '1744-1750', 'Indice per villa, da Abano a Limena', 'Di grande formato, con linguette di pergamena.'],
      [
        15,
        '1744-1750',
        'Indice per villa, da Maserà a Zovon',
        'Compagno del precedente; macchie di inchiostro alle ultime carte.',
      ],
      [25, '1791', 'Ultimo alfabeto', 'Lasciato in bianco oltre la lettera P.'],
    ],
  },
  {
    title: 'Quaderni di cassa',
    dates: '1682-1805',
    extent: 'regg. 84',
    type: 'Registro',
    quantity: 84,
    scope: 'Entrata e uscita annuale della cassa del campatico.',
    pieces: [
      [
        26,
        '1682',
        'Quaderno primo, a dare e avere',
        'Comincia con il debito di ciascuna villa e chiude in pareggio per lire quattro.',
      ],
      [31, '1690', 'Quaderno dell’anno della grandine', 'Metà delle partite passa ai resti.'],
      [44, '1709', 'Quaderno del gran freddo', 'Il quaderniere annota la Brenta gelata e gli esattori fermi.'],
      [
        58,
        '1733',
        'Quaderno di Anzolo Bembozzi, quaderniere',
        'Scrittura minuta, conti esatti; in fine una filastrocca cancellata.',
      ],
      [
        67,
        '1751',
        'Quaderno con il ragguaglio delle monete',
        'Tabella di zecchini, ducati e lire sul piatto anteriore.',
      ],
      [79, '1768-1769', 'Quaderno doppio', 'Due annate per la malattia del cassiere.'],
      [92, '1785', 'Quaderno riveduto dai Revisori', 'Segni di spunta rossi a ogni partita.'],
      [
        104,
        '1797',
        'Quaderno dell’anno primo della libertà',
        'Da giugno le partite sono datate anche secondo il nuovo stile.',
      ],
      [109, '1805', 'Ultimo quaderno', 'Si arresta ad agosto.'],
    ],
  },
  {
    title: 'Libri di resti',
    dates: '1687-1772',
    extent: 'voll. 7',
    type: 'Volume',
    quantity: 7,
    scope: 'Debitori rimasti in partita.',
    pieces: [
      [110, '1687-1698', 'Resti vecchi', 'Debiti ereditati dal primo decennio, con i pegni levati.'],
      [112, '1711-1720', 'Resti delle ville di montagna', 'Colli Euganei: debitori poveri, partite piccole.'],
      [
        114,
        '1735-1744',
        'Resti esigibili e inesigibili',
        'Distinti in due colonne, con ragioni brevissime: «morto», «fuggito», «casa brusata».',
      ],
      [116, '1760-1772', 'Resti passati alla Cassa di città', 'Consegna con ricevuta del tesoriere.'],
    ],
  },
  {
    title: 'Polizze',
    dates: '1743-1789',
    extent: 'voll. 26',
    type: 'Volume',
    quantity: 26,
    scope: 'Denunce dei terreni per qualità: arativo, bosco, prato.',
    pieces: [
      [117, '1743', 'Polizze della vicaria di Teolo', 'Castagneti dichiarati come bosco da legna.'],
      [
        119,
        '1743-1744',
        'Polizze della vicaria di Mirano',
        'Prati irrigui; spesso allegato lo schizzo della peschiera.',
      ],
      [122, '1745', 'Polizze della podesteria di Este', 'Canapa e frumento, con le rotte dell’Adige.'],
      [126, '1748', 'Polizze di Piove di Sacco', 'Valli salse, barene, campi «che si seminano in barca».'],
      [131, '1756', 'Polizze di luoghi pii', 'Ospedali e scuole, con la copia di decreti di esenzione.'],
      [136, '1770-1771', 'Polizze di Conselve e Bagnoli', 'Vi è la corte dei Widmann, in diciotto carte.'],
      [142, '1789', 'Polizze ultime', 'Solo sette ville, poi il volume è bianco.'],
    ],
  },
  {
    title: 'Ditte nuove',
    dates: '1743-1789',
    extent: 'quaderni 10',
    type: 'Quaderno',
    quantity: 10,
    scope: 'Nuovi intestatari per compera, dote o eredità.',
    pieces: [
      [143, '1743-1747', 'Ditte nuove per compera', 'Con data dell’istrumento e nome del nodaro.'],
      [
        146,
        '1757-1760',
        'Ditte nuove per divisione fra fratelli',
        'Si vedono sparire in tre anni quattro grandi possessioni.',
      ],
      [
        149,
        '1771-1775',
        'Ditte nuove per soppressione di conventi',
        'Acquirenti dei beni di conventi soppressi dal Senato.',
      ],
      [152, '1785-1789', 'Ditte nuove, decimo quaderno', 'Carta azzurra, legatura di fortuna.'],
    ],
  },
  {
    title: 'Campatico ordinario: Camera fiscal',
    dates: '1764-1788',
    extent: 'voll. 11',
    type: 'Volume',
    quantity: 11,
    scope: 'Conti del campatico ordinario tenuti con la Camera fiscale.',
    pieces: [
      [153, '1764', 'Conto primo con la Camera', 'Premesse le regole della nuova tenuta dei conti.'],
      [157, '1770', 'Conto dell’anno delle acque alte', 'Sospensioni di pagamento per le ville sommerse.'],
      [160, '1777', 'Conto e contrasto con il camerlengo', 'Lettere cucite fra le carte.'],
      [163, '1788', 'Conto di chiusura', 'Bilancio generale dal 1764.'],
    ],
  },
  {
    title: 'Quadernaria fiscale: decreti per regolazioni campatici e tanse',
    dates: '1692-1793',
    extent: 'voll. 9',
    type: 'Volume',
    quantity: 9,
    scope: 'Decreti che correggono partite di campatico e di tansa.',
    pieces: [
      [
        164,
        '1692-1710',
        'Regolazioni per terre corrose dai fiumi',
        'Perizie di campi perduti in Brenta e Bacchiglione.',
      ],
      [167, '1731-1740', 'Regolazioni per doppia scrittura', 'Contribuenti scritti due volte sotto nomi diversi.'],
      [170, '1761-1775', 'Regolazioni delle tanse dell’arti', 'Tessitori, cappellai, conciapelli.'],
      [172, '1786-1793', 'Regolazioni ultime', 'Con stampe del Magistrato alle Rason vecchie.'],
    ],
  },
  {
    title: 'Campatico Adige e Brenta',
    dates: 'sec. XVII-XVIII',
    extent: 'voll. 7',
    type: 'Volume',
    quantity: 7,
    scope:
      'Imposta per la difesa dalle acque di Adige e Brenta. Si conservano anche trenta pezzi di «Materie diverse», senza data.',
    pieces: [
      [
        173,
        'sec. XVII ex.',
        'Catastico dei campi beneficati dall’Adige',
        'Campi in ordine di argine; a ogni presa il nome del guardiano.',
      ],
      [175, '1712-1726', 'Campatico di Brenta, sponda destra', 'Con i danni delle rotte di Limena.'],
      [176, '1727-1741', 'Campatico di Brenta, sponda sinistra', 'Registro gemello, meno curato.'],
      [179, 'sec. XVIII metà', 'Conti di lavori agli argini', 'Carriole, pali, giornate di badilanti.'],
      [181, 's.d.', 'Materie diverse: carte sciolte', 'Biglietti e ricevute senza data, in camicia moderna.'],
    ],
  },
];

const children = SERIES.map(({ pieces, ...series }): Unit =>
  group(
    'series',
    series.title,
    series,
    pieces.map(([number, dates, title, scope]) =>
      file(
        `n. ${number}`,
        dates,
        title,
        scope,
        register(60 + ((number * 37) % 210), {
          type: series.type,
          formerCode: `vecchio n. ${number + 3}`,
          subjects: ['Campatico'],
        }),
      ),
    ),
  ),
);

/** Campatico: the eight series recognised in 1938, with their real dates and extents. */
export const CAMPATICO: Fonds = {
  level: 'fonds',
  number: F.campatico,
  slug: 'campatico',
  custodian: ASPD,
  title: 'Campatico',
  dates: '1682-1805',
  extent: 'regg., voll. 286',
  type: 'Registro',
  quantity: 286,
  scope:
    'Carte dell’imposta annua sui terreni fruttiferi secondo la loro qualità (arativi, boschi, prati), stabilita con decreto 14 gennaio 1681. Se ne conoscevano tre specie: ordinario, Adige e Brenta.',
  history:
    'Il fondo uscì dal riordino per materia del Museo civico. Nel 1938 Andrea Moschetti vi riconobbe le serie qui riprese.',
  arrangement: 'Otto serie, con numerazione unica corrente da 1 a 286.',
  numbering: '1-286 (numerazione unica dei pezzi)',
  findingAids: 'indice parziale.',
  disagreement:
    'la consistenza è di 286 pezzi secondo la numerazione attuale; nel 1903 e nel 1938 se ne contavano 211. La differenza non è spiegata dalle fonti.',
  sources: 'scheda del Sistema informativo degli Archivi di Stato; Guida generale degli Archivi di Stato italiani.',
  accruals: 'Fondo chiuso.',
  creators: [
    { id: AG.treasury, dates: '1682-1805' },
    { id: AG.museum, dates: '1859 -' },
  ],
  related: [{ title: 'Estimi', text: 'Per la descrizione generale dei beni.', fonds: fondsId(F.estimi) }],
  subjects: ['Campatico', 'Fiscalità', 'Agricoltura'],
  places: ['Territorio padovano', 'Brenta', 'Adige'],
  abstracts: {
    ita: 'Registri dell’imposta sui campi nel Padovano, 1682-1805, in otto serie. Le fonti contano 286 o 211 pezzi.',
    eng: 'Registers of the yearly tax on fruitful land in the Paduan countryside, 1682-1805, in eight series. Sources disagree on the extent: 286 or 211 pieces.',
  },
  children,
};
