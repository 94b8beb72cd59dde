import { dossier, register, sheet, volume } from '#ingest/demo/forms.ts';
import { file, group, item, type Unit } from '#ingest/demo/model.ts';

const CITIZENS: readonly Unit[] = [
  file(
    'Estimo 1797, reg. 1',
    '1797-1799',
    'Cittadini padovani, lettere A-C',
    'Partite di estimo intestate «al Cittadino» e, dalla metà del 1798, di nuovo «al Signor»: il cambio di formula segna il ritorno dell’amministrazione precedente.',
    register(301, { subjects: ['Polizze democratiche'] }),
  ),
  file(
    'Estimo 1797, reg. 2',
    '1797-1799',
    'Cittadini padovani, lettere D-M',
    'Ogni partita rimanda al numero della polizza e al quartiere.',
    register(288),
  ),
  file(
    'Estimo 1797, reg. 3',
    '1797-1799',
    'Cittadini padovani, lettere N-Z',
    'In fine un sommario di cifra per quartiere, non chiuso.',
    register(262),
  ),
  file(
    'Estimo 1797, b. 12',
    '1797 giu. 16 - 1797 lug. 10',
    'Polizze democratiche del quartiere del Duomo',
    'Polizze presentate dopo il proclama del 16 giugno, che chiedeva di denunciare i beni entro dieci giorni; molte arrivano tardi e lo confessano.',
    dossier(410, { places: ['Duomo, quartiere'], subjects: ['Polizze democratiche'] }),
    [
      item(
        'Estimo 1797, b. 12, n. 8',
        '1797 giu. 19',
        'Polizza del cittadino Bonaventura Zambelin, libraio sotto il Salone',
        'Bottega in affitto, casa a San Canziano, torchio «fermo da due anni».',
        sheet(2, { copy: 'Originale', subjects: ['Librai'] }),
      ),
      item(
        'Estimo 1797, b. 12, n. 41',
        '1797 giu. 25',
        'Polizza della cittadina Teresa vedova Cavagnis',
        'Scrive di non possedere «che quanto mi bisogna per vivere senza domandar nulla alla Nazione».',
        sheet(1, { copy: 'Originale' }),
      ),
      item(
        'Estimo 1797, b. 12, n. 77',
        '1797 lug. 3',
        'Polizza presentata fuori termine da Giacomo Marostegan, barbiere',
        'Giustifica il ritardo con l’alloggio di sei granatieri.',
        sheet(2, { copy: 'Originale', subjects: ['Alloggi militari'] }),
      ),
      item(
        'Estimo 1797, b. 12, n. 102',
        '1797 lug. 9',
        'Polizza della Fraglia dei portatori da vino, in scioglimento',
        'Elenca due pennelli, una cassa e un debito di cera.',
        sheet(3, { copy: 'Originale', subjects: ['Arti'] }),
      ),
    ],
  ),
  file(
    'Estimo 1797, b. 13',
    '1797 giu. - 1797 lug.',
    'Polizze democratiche del quartiere di Ponte Altinate',
    'Con un elenco dei renitenti steso dal comitato.',
    dossier(377, { places: ['Ponte Altinate, quartiere'] }),
  ),
];

const CLERGY: readonly Unit[] = [
  file(
    'Estimo 1797, reg. 21',
    '1797-1806',
    'Ecclesiastici: capitolo, parrocchie, chiericati',
    'Partite di enti ecclesiastici con annotazione delle soppressioni.',
    register(190, { subjects: ['Beni ecclesiastici'] }),
  ),
  file(
    'Estimo 1797, b. 24',
    '1797',
    'Polizze dei monasteri femminili',
    'Le badesse sottoscrivono «cittadina priora»; in molte si lamenta la perdita degli argenti.',
    dossier(133, { subjects: ['Monasteri'] }),
    [
      item(
        'Estimo 1797, b. 24, n. 3',
        '1797 giu. 28',
        'Polizza delle monache di Santa Chiara',
        'Campi a Saonara e a Legnaro, orto, censi attivi e un forno.',
        sheet(6, { copy: 'Originale', places: ['Saonara', 'Legnaro'] }),
      ),
      item(
        'Estimo 1797, b. 24, n. 9',
        '1797 lug. 2',
        'Polizza del monastero della Misericordia',
        'Si aggiunge, su foglietto cucito, il conto del medico.',
        sheet(4, { copy: 'Originale', subjects: ['Monasteri'] }),
      ),
    ],
  ),
];

const VENETIANS: readonly Unit[] = [
  file(
    'Estimo 1797, reg. 31',
    '1788-1805',
    'Veneti possidenti nel Padovano',
    'Registro iniziato prima della caduta della Repubblica e continuato senza mutar forma: dice quanto la burocrazia sia più lenta della storia.',
    register(244, { subjects: ['Patriziato veneziano'] }),
  ),
  file(
    'Estimo 1797, b. 33',
    '1797-1870',
    'Traslati e volture',
    'Passaggi di partita fino al nuovo catasto; gli ultimi fogli portano bolli austriaci e poi del Regno.',
    volume(402, { languages: ['ita', 'deu'], subjects: ['Catasto', 'Volture'] }),
  ),
  file(
    'Estimo 1797, b. 34',
    '1806-1830',
    'Corrispondenza con la Direzione del censo',
    'Lettere su numeri di mappa e discordanze di superficie fra pertiche padovane e pertiche metriche.',
    dossier(118, { languages: ['ita', 'deu'], subjects: ['Catasto', 'Misure'] }),
  ),
];

/** The sub-fonds of 1797: real title, dates, extent and history; invented units. */
export const ESTIMO_1797: Unit = group(
  'subfonds',
  'Estimo del 1797',
  {
    dates: '1788-1870',
    extent: 'bb., voll. 207',
    type: 'Volume',
    quantity: 207,
    scope:
      'Carte dell’estimo ordinato dalla Municipalità democratica con decreto 5 giugno 1797. Il proclama del 16 giugno chiese a tutti nuove polizze, dette democratiche, entro dieci giorni. I possidenti furono divisi in tre classi: padovani, ecclesiastici, veneti.',
    sources: 'scheda del Sistema informativo degli Archivi di Stato.',
    subjects: ['Estimo', 'Municipalità democratica'],
  },
  [
    group('series', 'Padovani', { scope: 'Polizze e registri della prima classe.' }, CITIZENS),
    group('series', 'Ecclesiastici', { scope: 'Polizze e registri della seconda classe.' }, CLERGY),
    group('series', 'Veneti', { scope: 'Polizze e registri della terza classe, con le volture più tarde.' }, VENETIANS),
  ],
);
