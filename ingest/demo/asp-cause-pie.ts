import { AG, F } from '#ingest/demo/creators.ts';
import { box, dossier, parchment, register, sheet, thread } from '#ingest/demo/forms.ts';
import { ASPD } from '#ingest/demo/institutions.ts';
import { file, group, item, type Fonds, type Unit } from '#ingest/demo/model.ts';

const S = (...subjects: string[]): { subjects: string[] } => ({ subjects: ['Luoghi pii', ...subjects] });

const VARIOUS: readonly Unit[] = [
  file(
    'Atti vari, b. 1',
    'sec. XV-XVI',
    'Testamenti e legati in copia',
    'Copie di testamenti raccolte da un procuratore: doti a donzelle povere, messe, pane ai carcerati.',
    dossier(84, { ...S('Testamenti'), languages: ['lat', 'ita'] }),
    [
      item('Atti vari, b. 1, perg. 1', '1449 gen. 23', 'Legato di dona Beatrice, vedova di un cambiatore', '', {
        ...parchment(31, 44, {
          copy: 'Copia autentica',
          issuedAt: 'Padova',
          regesto: 'Lascia cento ducati per maritare ogni anno una donzella della contrada di Santa Lucia.',
          dorsal: '«Pro maritandis».',
        }),
        ...S('Doti'),
      }),
      item('Atti vari, b. 1, perg. 3', '1483 giu. 16', 'Livello a favore dell’ospedale di San Francesco', '', {
        ...parchment(27, 36, {
          copy: 'Originale',
          issuedAt: 'Padova',
          regesto:
            'Un fornaio promette all’ospedale uno staio di frumento ogni anno, ipotecando la casa in contrada del Santo.',
          dorsal: '«Forner, livello».',
        }),
        ...S('Ospedali', 'Livelli'),
      }),
      item(
        'Atti vari, b. 1, n. 12',
        '1541 mar. 4',
        'Codicillo di un libraio',
        'Lascia i libri non venduti alle monache «che li legano in pace».',
        sheet(2, { copy: 'Copia coeva', ...S('Testamenti', 'Librai') }),
      ),
    ],
  ),
  file(
    'Atti vari, b. 3',
    '1500-1590',
    'Ospedali e ospizi: entrate',
    'Quaderni di piccoli ospizi di contrada, alcuni di sei letti.',
    box(12, S('Ospedali')),
  ),
  file(
    'Atti vari, b. 5',
    '1560-1630',
    'Commissarie di famiglie estinte',
    'Liti su chi debba eleggere il commissario.',
    dossier(73, S('Commissarie')),
  ),
  file(
    'Atti vari, b. 7',
    '1601-1680',
    'Fraglie e scuole: mariegole e conti',
    'Conti di cera, inventari di argenti, un elenco di confratelli sospesi.',
    box(9, S('Confraternite')),
    [
      item(
        'Atti vari, b. 7, fasc. 2',
        '1622 ago. 16',
        'Inventario della fraglia di San Rocco',
        'Pennello dipinto, sei torcieri, una cassa con tre chiavi.',
        sheet(3, { copy: 'Originale', ...S('Confraternite', 'Inventari') }),
      ),
      item(
        'Atti vari, b. 7, fasc. 5',
        '1668 apr. 2',
        'Lite per il posto in processione',
        'Due fraglie si contendono la destra del gonfalone.',
        sheet(5, { copy: 'Copia coeva', ...S('Confraternite') }),
      ),
    ],
  ),
  file(
    'Atti vari, b. 10',
    '1640-1720',
    'Doti per donzelle',
    'Suppliche di padri, attestati di parroci, estrazioni a sorte in chiesa.',
    thread(160, S('Doti')),
  ),
  file(
    'Atti vari, b. 13',
    '1681-1760',
    'Monti frumentari e pane dei poveri',
    'Registri di villa e polizze di credito in formento.',
    dossier(59, S('Annona', 'Poveri')),
  ),
  file(
    'Atti vari, b. 16',
    '1700-1790',
    'Processi per legati non adempiuti',
    'Fasce di processo con titoli latini sul dorso.',
    box(14, S('Processi')),
  ),
  file(
    'Atti vari, b. 20',
    '1720-1797',
    'Scuola di carità e catechismo',
    'Elenchi di maestri e fanciulli, premi in immagini.',
    dossier(31, S('Scuole')),
  ),
  file(
    'Atti vari, b. 24',
    '1798-1819',
    'Concentrazione di luoghi pii',
    'Carte della Congregazione di carità, con bolli dei tre governi.',
    dossier(88, { ...S('Congregazione di carità'), languages: ['ita', 'deu', 'fra'] }),
  ),
];

const DEPUTATION: readonly Unit[] = [
  file(
    'Deputazione, reg. 1',
    '1511-1767',
    'Documenti anteriori allegati',
    'Registro messo insieme dai primi deputati con carte anteriori all’ufficio: per questo la serie si può dire iniziata nel 1511.',
    register(142, S('Legati pii')),
  ),
  file(
    'Deputazione, reg. 2',
    '1768 gen. 15 - 1775',
    'Terminazioni e ordini dei deputati',
    'In principio l’atto del Maggior Consiglio 20 settembre 1767.',
    register(201, S('Terminazioni')),
  ),
  file(
    'Deputazione, reg. 3',
    '1776-1790',
    'Terminazioni e ordini, registro secondo',
    'Crescono le visite a ospedali e conservatori.',
    register(230, S('Terminazioni')),
  ),
  file(
    'Deputazione, reg. 4',
    '1791-1806',
    'Terminazioni e ordini, registro terzo',
    'Due fogli bianchi fra maggio e dicembre del 1797.',
    register(118, S('Terminazioni')),
  ),
  file(
    'Deputazione, b. 7',
    '1768-1780',
    'Catastico dei legati per parrocchia',
    'Tavole di legati, obblighi e commissari, con la nota «in corso» o «smarrito».',
    box(26, {
      ...S('Catastici'),
      places: ['San Clemente, parrocchia', 'San Canziano, parrocchia', 'Santa Sofia, parrocchia'],
    }),
    [
      item(
        'Deputazione, b. 7, fasc. 4',
        '1770 giu. 9',
        'Legati della parrocchia di San Clemente',
        'Quindici legati, sei «non più eseguibili».',
        sheet(8, { copy: 'Originale', places: ['San Clemente, parrocchia'], ...S('Catastici') }),
      ),
      item(
        'Deputazione, b. 7, fasc. 11',
        '1771 mar. 27',
        'Legati della parrocchia di Santa Sofia',
        'Con uno schizzo di altare e i nomi dei mansionari.',
        sheet(9, { copy: 'Originale', places: ['Santa Sofia, parrocchia'], ...S('Catastici') }),
      ),
    ],
  ),
  file(
    'Deputazione, b. 9',
    '1769-1797',
    'Relazioni dell’avvocato fiscale',
    'Pareri chiari, con la massima in principio e il dubbio in fine.',
    dossier(97, S('Pareri legali')),
  ),
  file(
    'Deputazione, b. 12',
    '1770-1805',
    'Visite a ospedali e conservatori',
    'Stato di letti, biancheria, scuole di lavoro; elenchi di ricoverate con il solo nome di battesimo.',
    box(15, S('Ospedali')),
    [
      item(
        'Deputazione, b. 12, fasc. 3',
        '1774 set. 21',
        'Visita al conservatorio di Santa Caterina',
        'Ventisei figlie, due maestre, un orto «buono e poco guardato».',
        sheet(4, { copy: 'Originale', places: ['Conservatorio di Santa Caterina'], ...S('Conservatori') }),
      ),
      item(
        'Deputazione, b. 12, fasc. 9',
        '1786 dic. 2',
        'Visita all’ospedale dei Proietti',
        'Numero di balie in villa e conto di fasce.',
        sheet(6, { copy: 'Originale', ...S('Esposti') }),
      ),
      item(
        'Deputazione, b. 12, fasc. 14',
        '1802 mag. 18',
        'Visita allo spedale nuovo',
        'Misura delle sale in piedi e prova della cucina economica.',
        sheet(7, { copy: 'Originale', ...S('Ospedali') }),
      ),
    ],
  ),
  file(
    'Deputazione, reg. 15',
    '1772-1796',
    'Quaderno dell’esattore',
    'Crediti di livelli e censi.',
    register(133, S('Finanze')),
  ),
  file(
    'Deputazione, b. 18',
    '1780-1797',
    'Comandador: citazioni e pegni',
    'Striscioline di citazione infilzate a spago.',
    thread(240, S('Processi')),
  ),
  file(
    'Deputazione, b. 19',
    '1783-1796',
    'Suppliche di poveri vergognosi',
    'Lettere a nome di parroci, con il nome del supplicante coperto da una cartolina incollata.',
    dossier(118, S('Poveri')),
    [
      item(
        'Deputazione, b. 19, n. 5',
        '1784 dic. 18',
        'Supplica per legna e farina',
        'Sul verso il rescritto: «si dia, per questa volta».',
        sheet(1, { copy: 'Originale', ...S('Poveri') }),
      ),
      item(
        'Deputazione, b. 19, n. 31',
        '1789 feb. 3',
        'Supplica di un maestro di scuola cieco',
        'Dettata a uno scolaro, che firma per lui.',
        sheet(1, { copy: 'Originale', ...S('Poveri', 'Scuole') }),
      ),
    ],
  ),
  file(
    'Deputazione, b. 21',
    '1797 mag. - 1798 gen.',
    'Comitato di pubblica beneficenza',
    'L’ufficio muta nome e intestazione; ritorna l’antico all’arrivo degli Austriaci.',
    dossier(46, S('Municipalità democratica')),
  ),
  file(
    'Deputazione, b. 25',
    '1798-1806',
    'Ultime carte e consegna',
    'Inventario di consegna con sigilli e ricevuta.',
    dossier(39, { ...S('Archivi'), languages: ['ita', 'deu'] }),
  ),
];

/** Ufficio alle cause pie: facts from the archival record; the extents disagree. */
export const CAUSE_PIE: Fonds = {
  level: 'fonds',
  number: F.pious,
  slug: 'cause-pie',
  custodian: ASPD,
  title: 'Ufficio alle cause pie',
  dates: '1511-1819',
  extent: 'bb., regg. 66',
  type: 'Busta',
  quantity: 66,
  languages: ['ita', 'lat'],
  scope:
    'Carte su lasciti, confraternite, ospedali e altri luoghi pii. Il fondo è nato dalla riunione di due archivi: gli atti vari in materia di cause pie e l’archivio della deputazione istituita dopo il 1767.',
  history:
    'Della Deputazione si contavano 42 pezzi nel 1903 e 44 nel 1938. Nel 1986 gli atti vari risultavano non ordinati, quelli della deputazione ordinati.',
  disagreement:
    'la scheda del Sistema informativo degli Archivi di Stato dà 66 pezzi; la Guida generale del 1986 ne contava 70, pari alla somma delle due parti (26 e 44).',
  sources: 'scheda del Sistema informativo degli Archivi di Stato; Guida generale degli Archivi di Stato italiani.',
  accruals: 'Fondo chiuso.',
  creators: [{ id: AG.pious, dates: '1768-1806' }],
  subjects: ['Luoghi pii', 'Assistenza'],
  places: ['Padova'],
  abstracts: {
    ita: 'Lasciti, ospedali, confraternite sotto la vigilanza della città, 1511-1819. Le fonti contano 66 o 70 pezzi.',
    eng: 'Bequests, hospitals and confraternities under the city’s oversight, 1511-1819; a merger of two archives. Sources count 66 or 70 pieces.',
  },
  children: [
    group(
      'series',
      'Atti vari in materia di cause pie e luoghi pii',
      {
        dates: 'sec. XV-XIX',
        extent: 'voll. e bb. 26',
        type: 'Busta',
        quantity: 26,
        scope: 'Raccolta di carte di varia provenienza.',
      },
      VARIOUS,
    ),
    group(
      'series',
      'Atti della deputazione alle cause pie',
      {
        dates: '1768-1806',
        dateNote: 'Con atti dal 1511.',
        extent: 'voll. e bb. 44',
        type: 'Busta',
        quantity: 44,
        scope: 'Archivio proprio dell’ufficio.',
      },
      DEPUTATION,
    ),
  ],
};
