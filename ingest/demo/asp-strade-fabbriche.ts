import { at, map, plate } from '#ingest/demo/asp-strade-tavole.ts';
import { box, dossier, register, sheet, thread } from '#ingest/demo/forms.ts';
import { file, item, type Unit } from '#ingest/demo/model.ts';

/** Walls and gates. */
export const WALLS: readonly Unit[] = [
  file(
    'b. 40',
    '1513-1540',
    'Mura nuove: opere, condotte, pietre',
    'Contratti di fornaciari e carrettieri; note di pietra levata da borghi e conventi atterrati.',
    box(10, at(['Mura'], ['Mura', 'Cantieri'])),
  ),
  file(
    'b. 41',
    '1541-1570',
    'Terragli e fosse date a livello',
    'Livelli di erba e di pesca nelle fosse.',
    register(84, at(['Mura'], ['Livelli', 'Pesca'])),
    [
      plate([
        'b. 41, dis. 1',
        '1566 ott. 12',
        'Terraglio fra il torrione Impossibile e la porta Savonarola',
        'Pezze A-G affittate a ortolani; perito e condutore sottoscrivono.',
        38,
        70,
        map('Mappa', 'Scala di pertiche padovane 40', 'Acquerello', 'Ovest'),
        'Porta Savonarola',
      ]),
    ],
  ),
  file(
    'b. 42',
    '1571-1620',
    'Porte: chiavi, guardie, portelli',
    'Orario di chiusura e multe a chi scavalca.',
    dossier(37, at(['Porta Santa Croce', 'Porta Savonarola'], ['Mura', 'Ordine pubblico'])),
  ),
  file(
    'b. 43',
    '1621-1700',
    'Orti appoggiati alle mura',
    'Lite con il monastero della Misericordia per un fico.',
    dossier(26, at(['Mura'], ['Monasteri', 'Orti'])),
  ),
  file(
    'b. 44',
    '1701-1796',
    'Restauri di torrioni',
    'Perizie dopo il terremoto e le piene.',
    dossier(43, at(['Torrione della Gatta'], ['Mura'])),
    [
      plate([
        'b. 44, dis. 1',
        '1739 mag. 6',
        'Torrione della Gatta: lesioni',
        'Le crepe sono misurate con cartelle di gesso datate.',
        30,
        44,
        map('Prospetto', 'Scala di piedi padovani 50', 'Penna'),
        'Torrione della Gatta',
      ]),
      plate([
        'b. 44, dis. 2',
        '1788',
        'Porta Contarine e chiusa',
        'Profilo della conca con i due livelli.',
        26,
        60,
        map('Profilo', 'Scala di piedi padovani 60', 'Inchiostri policromi'),
        'Porte Contarine',
      ]),
    ],
  ),
  file(
    'b. 45',
    '1806-1850',
    'Mura e daziarie sotto il Regno e l’Austria',
    'Brecce, barriere, garitte.',
    box(7, { ...at(['Mura'], ['Dazi', 'Mura']), languages: ['ita', 'deu'] }),
  ),
];

/** Building permits, surveys and fines. */
export const BUILDINGS: readonly Unit[] = [
  file(
    'b. 60',
    '1500-1529',
    'Suppliche per fabbricar sopra la via',
    'La più antica chiede di chiudere un portico «ove se fano mille ribalderie».',
    thread(95, { ...at(['Padova'], ['Licenze edilizie']), languages: ['lat', 'ita'] }),
  ),
  file(
    'b. 61',
    '1530-1555',
    'Licenze di fabbrica in contrada del Duomo',
    'Con le risposte dei canonici confinanti.',
    dossier(52, {
      ...at(['Contrada del Duomo'], ['Licenze edilizie']),
      bodies: ['Capitolo della cattedrale di Padova'],
    }),
    [
      item(
        'b. 61, n. 4',
        '1538 mag. 22',
        'Supplica per una loggia presso il vescovado',
        'Il supplicante, gentiluomo con casa a Loreo, cita una loggia già fatta dal vicino Alvise Cornaro.',
        sheet(2, {
          copy: 'Originale',
          persons: ['Cornaro, Alvise, letterato'],
          ...at(['Contrada del Santo'], ['Logge']),
        }),
      ),
      item(
        'b. 61, n. 17',
        '1547 set. 5',
        'Visita a una casa pericolante in contrada dei Tadi',
        'Due muratori giurano che «la non pò star più di una invernata».',
        sheet(3, { copy: 'Copia coeva', ...at(['Contrada dei Tadi'], ['Edifici pericolanti']) }),
      ),
    ],
  ),
  file(
    'b. 62',
    '1556-1580',
    'Fabbriche, portici, pergoli',
    'Fascicoli in mazzo con segnatura antica.',
    {
      type: 'Mazzo',
      extent: '1 mazzo, nn. 31',
      formerCode: 'Mazzo 28',
      state: 'Discreto',
      ...at(['Padova'], ['Portici']),
    },
    [
      item(
        'b. 62, n. 20',
        '1569 feb. 3',
        'Pergolo di Marcantonio Volpato, spezial',
        'Antica segnatura «Mazzo 28 n. 20». Si concede un pergolo di legno largo piedi tre.',
        sheet(4, {
          copy: 'Originale',
          formerCode: 'Mazzo 28, n. 20',
          ...at(['Contrada di San Leonardo'], ['Licenze edilizie']),
        }),
      ),
      item(
        'b. 62, n. 23',
        '1571',
        'Scala esterna di dona Isabetta Pizzacara',
        'Negata, «perché imbraccia la via».',
        sheet(2, { copy: 'Originale', ...at(['Contrada di Santa Lucia'], ['Licenze edilizie']) }),
      ),
      item(
        'b. 62, n. 30',
        '1578 dic. 11',
        'Bottega di marangon presso il ponte dei Tadi',
        'Si concede, purché il lavoro non passi la soglia.',
        sheet(2, { copy: 'Originale', ...at(['Ponte dei Tadi'], ['Arti']) }),
      ),
    ],
  ),
  file(
    'b. 63',
    '1581-1605',
    'Fabbrica del palazzo delle Scuole: case vicine',
    'Compensi ad affittuali sloggiati per il cortile del Bo.',
    dossier(34, { ...at(['Palazzo del Bo'], ['Università', 'Espropriazioni']), bodies: ['Studio di Padova'] }),
  ),
  file(
    'b. 64',
    '1606-1640',
    'Incanti di fabbriche pubbliche',
    'Polizze d’incanto con le offerte a candela.',
    register(77, at(['Padova'], ['Appalti'])),
  ),
  file(
    'b. 65',
    '1641-1698',
    'Multe e avvisi',
    'Cedole affisse e strappate, una con la macchia di una mela.',
    thread(120, at(['Padova'], ['Sanzioni'])),
  ),
  file(
    'b. 66',
    '1699-1730',
    'Fabbriche di patrizi veneti',
    'Palazzi di villa in città: suppliche scritte come ordini.',
    dossier(39, at(['Padova'], ['Patriziato veneziano', 'Palazzi'])),
    [
      plate([
        'b. 66, dis. 1',
        '1718 mar. 30',
        'Facciata di palazzo a San Massimo',
        'Progetto con due soluzioni incollate l’una sull’altra.',
        44,
        63,
        map('Prospetto', 'Scala di piedi veneti 40', 'Acquerello'),
        'Contrada di San Massimo',
      ]),
    ],
  ),
  file(
    'b. 67',
    '1731-1769',
    'Case in contrada di Ognissanti',
    'Fabbricati di lavandai presso il fiume, con tettoie su pali.',
    dossier(45, at(['Contrada di Ognissanti'], ['Licenze edilizie'])),
    [
      plate([
        'b. 67, dis. 1',
        '1744',
        'Tettoie dei lavandai sul Piovego',
        'Mappa di rilievo in colore verde acqua.',
        31,
        49,
        map('Rilievo', 'Scala di pertiche padovane 8', 'Acquerello', 'Sud'),
        'Piovego',
      ]),
    ],
  ),
  file(
    'b. 68',
    '1770-1797',
    'Fabbriche private, ultimo periodo',
    'La pratica si fa stampata, con spazi da riempire.',
    box(13, at(['Padova'], ['Licenze edilizie'])),
  ),
  file(
    'b. 69',
    '1806-1829',
    'Commissione all’ornato: prime pratiche',
    'Pareri su colori e cornici; richiami alla simmetria.',
    dossier(92, { ...at(['Padova'], ['Ornato']), languages: ['ita', 'deu'] }),
    [
      plate([
        'b. 69, dis. 1',
        '1826 ago. 3',
        'Progetto di bottega da caffè presso le Debite',
        'Pianta e prospetto su carta velina, con nota «si approva levati i leoni».',
        48,
        66,
        map('Prospetto', '1:50', 'Inchiostri policromi'),
        'Piazza delle Debite',
      ]),
    ],
  ),
  file(
    'b. 70',
    '1830-1850',
    'Caffè, teatri, macello',
    'Carte sulle fabbriche dell’età di Giuseppe Jappelli: atti di ornato, di collaudo, di protesta.',
    dossier(105, {
      ...at(['Padova'], ['Ornato', 'Caffè', 'Macelli']),
      persons: ['Jappelli, Giuseppe, architetto'],
      languages: ['ita', 'deu'],
    }),
  ),
];

/** Weights and measures, formerly «Monete e misure». */
export const WEIGHTS: readonly Unit[] = [
  file(
    'b. 90',
    '1505-1560',
    'Bollatura di stadere e bilance',
    'Elenchi di bottegai bollati, con quattro segni diversi per quartiere.',
    register(70, { formerCode: 'Monete e misure, 1', ...at(['Padova'], ['Pesi e misure']) }),
  ),
  file(
    'b. 91',
    '1561-1630',
    'Processi per misure scarse',
    'Vin venduto a boccale piccolo, formento raso con mano pesante.',
    dossier(55, at(['Padova'], ['Pesi e misure', 'Processi'])),
  ),
  file(
    'b. 92',
    '1631-1720',
    'Campioni in ferro e loro custodia',
    'Inventario di campioni: piede, pertica, staro, boccale; prestito al territorio.',
    dossier(31, at(['Palazzo della Ragione'], ['Pesi e misure'])),
  ),
  file(
    'b. 93',
    '1721-1806',
    'Monete calanti e tariffe',
    'Tariffe a stampa, saggi di zecchini.',
    dossier(47, at(['Padova'], ['Monete'])),
  ),
  file(
    'b. 94',
    '1807-1830',
    'Passaggio alle misure metriche',
    'Tavole di ragguaglio fra pertica padovana e metro; un bottegaio rifiuta di imparare.',
    dossier(28, { ...at(['Padova'], ['Pesi e misure']), languages: ['ita', 'deu'] }),
  ),
];
