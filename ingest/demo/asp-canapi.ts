import { AG, F } from '#ingest/demo/creators.ts';
import { dossier, drawing, register, sheet } from '#ingest/demo/forms.ts';
import { ASPD } from '#ingest/demo/institutions.ts';
import { file, item, type Fonds, type Unit } from '#ingest/demo/model.ts';
import { fondsId } from '#ingest/demo/ead3/identifiers.ts';

const S = (...subjects: string[]): { subjects: string[] } => ({ subjects: ['Canapa', ...subjects] });

const HARVEST: readonly (readonly [place: string, scope: string])[] = [
  ['Este', 'Raccolti di sedici ville; il canape lungo è distinto dal corto e dalla stoppa.'],
  ['Montagnana', 'La zona più produttiva. In margine i nomi dei portatori alla Casa del canape.'],
  ['Monselice', 'Registro breve, con la scusa della siccità.'],
  ['Conselve', 'Canape «di prima natta»; si annota il seme di Bologna.'],
  ['Piove di Sacco', 'Poche partite e molte dichiarazioni negative.'],
  ['Camposampiero', 'Vi compare una vedova come maggiore produttrice.'],
  ['Cittadella', 'Con la stima del pubblico estimatore.'],
  ['Castelbaldo', 'Raccolti perduti nella rotta dell’Adige.'],
];

const children: readonly Unit[] = [
  file(
    'b. 1',
    '1751-1783',
    'Carte anteriori alla Terminazione',
    'Progetti per crescere la coltura e rendere l’Arsenale meno dipendente da fuori.',
    dossier(72, S('Arsenale di Venezia')),
  ),
  file(
    'b. 2',
    '1784 mag. 4 - 1790',
    'Terminazione sopra i canapi e lettere di accompagnamento',
    'Stampa della Terminazione con lettere ai rettori e agli otto vicari.',
    dossier(45, S('Terminazioni')),
    [
      item(
        'b. 2, fasc. 1',
        '1784 mag. 4',
        'Terminazione a stampa',
        'Esemplare postillato: il bisogno dell’Arsenale è detto di un milione e mezzo di libbre.',
        sheet(12, { copy: 'Copia coeva', ...S('Terminazioni', 'Arsenale di Venezia') }),
      ),
      item(
        'b. 2, fasc. 4',
        '1785 gen. 19',
        'Lettera del magistrato sui macerati',
        'Ordina di tener lontani i maceri dall’abitato.',
        sheet(2, { copy: 'Originale', issuedAt: 'Venezia', ...S('Maceri') }),
      ),
      item(
        'b. 2, fasc. 6',
        '1787 nov. 2',
        'Lettera di un vicario sulla scarsità di braccia',
        'I villici preferiscono il frumentone.',
        sheet(2, { copy: 'Originale', ...S('Agricoltura') }),
      ),
    ],
  ),
  ...HARVEST.map(([place, scope], index) =>
    file(
      `reg. ${index + 3}`,
      `${1785 + (index % 4)}-${1791 + (index % 5)}`,
      `Raccolti di canape: ${place} e ville`,
      scope,
      register(48 + index * 13, { ...S('Raccolti'), places: [place] }),
    ),
  ),
  file(
    'b. 11',
    '1785-1796',
    'Ordini sui maceri e sulle acque',
    'Fosse da macero, distanze dalle strade e dai pozzi; liti con i pescatori.',
    dossier(69, S('Maceri', 'Acque')),
    [
      item(
        'b. 11, dis. 1',
        '1786 set. 12',
        'Maceri a Vighizzolo: fosse e scoli',
        'Nove fosse numerate lungo uno scolo; segnate le case «che si dolgono».',
        drawing(
          38,
          54,
          {
            kind: 'Mappa',
            technique: 'Disegno',
            means: 'Acquerello',
            scale: 'Scala di pertiche padovane 50',
            north: 'Nord',
          },
          { ...S('Maceri'), places: ['Vighizzolo'] },
        ),
      ),
      item(
        'b. 11, dis. 2',
        '1791',
        'Fossa da macero: sezione tipo',
        'Modello di fossa con pareti di vimini.',
        drawing(
          26,
          37,
          { kind: 'Sezione', technique: 'Disegno', means: 'Penna', scale: 'Scala di piedi padovani 12' },
          S('Maceri'),
        ),
      ),
      item(
        'b. 11, fasc. 7',
        '1793 lug. 28',
        'Ricorso di pescatori di Battaglia',
        'Pesci morti nel canale dopo lo svuotamento dei maceri.',
        sheet(3, { copy: 'Originale', ...S('Pesca'), places: ['Battaglia'] }),
      ),
    ],
  ),
  file(
    'b. 12',
    '1786-1797',
    'Prezzi, condotte e pesate',
    'Note di peso alla consegna, contese sul bagnato.',
    dossier(51, S('Prezzi')),
    [
      item(
        'b. 12, fasc. 2',
        '1788 feb. 15',
        'Contesa sul canape bagnato',
        'Il pesatore prova tre balle e ne rifiuta due.',
        sheet(4, { copy: 'Originale', ...S('Prezzi') }),
      ),
    ],
  ),
  file(
    'b. 13',
    '1787-1795',
    'Premi ai coltivatori',
    'Attestati, suppliche e un saggio di filo incollato sul foglio.',
    dossier(33, S('Agricoltura')),
    [
      item(
        'b. 13, fasc. 5',
        '1790 dic. 20',
        'Premio a un colono di Urbana',
        'Cinquanta lire per canape «lungo piedi dieci».',
        sheet(2, { copy: 'Originale', ...S('Agricoltura'), places: ['Urbana'] }),
      ),
    ],
  ),
  file(
    'b. 14',
    '1788-1796',
    'Gargiolari, filatori, cordaroli',
    'Capitoli e liti di mestiere fra chi pettina e chi torce.',
    dossier(47, S('Arti')),
  ),
  file(
    'b. 15',
    '1789-1797',
    'Contrabbandi di canape verso il Ferrarese',
    'Sequestri al Po e al passo di Boara.',
    dossier(58, { ...S('Contrabbando'), places: ['Boara'] }),
    [
      item(
        'b. 15, fasc. 3',
        '1792 mag. 9',
        'Sequestro di sei carri a Boara',
        'I carrettieri dichiarano di portare lino.',
        sheet(6, { copy: 'Copia coeva', ...S('Contrabbando'), places: ['Boara'] }),
      ),
    ],
  ),
  file(
    'b. 19',
    '1793-1804',
    'Carteggio con la Casa del canape di Montagnana',
    'Note di magazzino e richieste di corda torta; una lettera avvisa di sorci nelle balle.',
    dossier(44, { ...S('Magazzini'), places: ['Montagnana'] }),
    [
      item(
        'b. 19, n. 6',
        '1795 gen. 30',
        'Nota di balle spedite all’Arsenale',
        'Ottantadue balle per la via di Este e del canale.',
        sheet(2, { copy: 'Originale', ...S('Arsenale di Venezia'), places: ['Montagnana', 'Este'] }),
      ),
      item(
        'b. 19, n. 14',
        '1796 mag. 21',
        'Avviso di sospensione delle condotte',
        'Le strade sono tenute dai soldati; si domanda che fare del canape già pesato.',
        sheet(1, { copy: 'Originale', ...S('Campagne napoleoniche'), places: ['Montagnana'] }),
      ),
    ],
  ),
  file(
    'b. 16',
    '1790-1799',
    'Semente: provviste e prove',
    'Semi di Bologna, di Carmagnola e «nostrani» a confronto in un campo di prova.',
    dossier(29, S('Agricoltura')),
  ),
  file(
    'b. 17',
    'sec. XVIII seconda metà',
    'Memorie e trattatelli',
    'Memorie non datate sull’utilità del canape, una dedicata all’Accademia di agricoltura.',
    dossier(64, S('Agronomia')),
  ),
  file(
    'b. 18',
    '1792-1800',
    'Roveri e canapi: carte comuni con il Soprintendente ai boschi',
    'Carte in cui legname e corda per l’Arsenale si trattano insieme.',
    dossier(38, S('Boschi')),
  ),
];

/** Canapi: facts of the fonds from the Guida generale. */
export const CANAPI: Fonds = {
  level: 'fonds',
  number: F.hemp,
  slug: 'canapi',
  custodian: ASPD,
  title: 'Canapi',
  dates: 'sec. XVIII seconda metà',
  extent: 'bb. e voll. 36',
  type: 'Busta',
  quantity: 36,
  scope:
    'Coltura e vendita della canapa nel Padovano: registri dei raccolti, lettere dei magistrati, ordini sui maceri. L’Arsenale di Venezia ne chiedeva circa un milione e mezzo di libbre; la materia fu regolata dalla Terminazione 4 maggio 1784.',
  history: 'Fondo per materia, ordinato nell’Ottocento presso il Museo civico.',
  sources: 'Guida generale degli Archivi di Stato italiani, voce Padova.',
  accruals: 'Fondo chiuso.',
  creators: [
    { id: AG.deputies, dates: '1784-1797' },
    { id: AG.woods, dates: '1792-1806' },
    { id: AG.museum, dates: '1859 -' },
  ],
  related: [{ title: 'Campatico', text: 'Per la qualità dei terreni.', fonds: fondsId(F.campatico) }],
  subjects: ['Canapa', 'Agricoltura', 'Arsenale di Venezia'],
  places: ['Territorio padovano', 'Venezia'],
  abstracts: {
    ita: 'Coltivazione e commercio della canapa per l’Arsenale, seconda metà del Settecento.',
    eng: 'Growing and selling hemp for the Venetian Arsenal in the second half of the eighteenth century: harvest registers, letters, orders on retting pits.',
  },
  children,
};
