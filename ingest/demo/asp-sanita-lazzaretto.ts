import { dossier, drawing, parchment, register, sheet, thread } from '#ingest/demo/forms.ts';
import { file, item, type Unit } from '#ingest/demo/model.ts';

const HERE = { places: ['Lazzaretto', 'Porta Portello'] };

/** The hospice outside Porta Portello and its estate. */
export const LAZZARETTO: readonly Unit[] = [
  file(
    'Lazzaretto, b. 1',
    '1436-1460',
    'Monastero di Fistomba: titoli e cessione',
    'Carte del monastero sulle cui rovine sorse l’ospizio nel 1459.',
    dossier(18, { ...HERE, languages: ['lat'], subjects: ['Monasteri'] }),
    [
      item('Lazzaretto, b. 1, perg. 1', '1436 ott. 8', 'Livello di terre presso Fistomba', '', {
        ...parchment(34, 22, {
          copy: 'Originale',
          issuedAt: 'Padova',
          regesto:
            'La badessa di Fistomba concede a livello perpetuo a un barcarolo campi due di terra con salici, per un canone annuo di due paia di capponi.',
          dorsal: '«Livello vecchio», di mano del secolo XVII.',
          diplomatic: 'Rogatario: notaio della curia, signum tabellionis a forma di torre (nome illeggibile).',
          seal: {
            nature: 'Sigillo deperdito',
            material: 'Cera',
            applied: 'Pendente',
            text: 'Restano i tagli per la coda.',
          },
        }),
        ...HERE,
      }),
      item('Lazzaretto, b. 1, perg. 2', '1459 mar. 30', 'Cessione del luogo alla città', '', {
        ...parchment(41, 36, {
          copy: 'Copia autentica',
          issuedAt: 'Padova',
          regesto:
            'Si cede alla comunità di Padova il luogo rovinato di Fistomba con orto e corte, per fabbricarvi un ospizio degli infetti.',
          dorsal: '«Principium hospitii».',
        }),
        ...HERE,
      }),
    ],
  ),
  file(
    'Lazzaretto, b. 2',
    '1461-1530',
    'Fabbrica dell’ospizio',
    'Conti di mattoni, coppi e di un muro verso l’acqua; giornate di barcaroli.',
    dossier(49, { ...HERE, subjects: ['Cantieri'] }),
  ),
  file(
    'Lazzaretto, reg. 3',
    '1531-1575',
    'Libro del prior',
    'Entrate di robe, letti, coperte, con l’inventario fatto a ogni cambio di priore.',
    register(120, { ...HERE, subjects: ['Inventari'] }),
  ),
  file(
    'Lazzaretto, reg. 4',
    '1575 ott. - 1577 mar.',
    'Registro degli entrati e usciti',
    'Nome, contrada, giorno di entrata, esito. Una stella indica i risanati.',
    register(168, {
      ...HERE,
      state: 'Mediocre',
      restoration: 'Restaurate le prime trenta carte.',
      subjects: ['Peste'],
    }),
  ),
  file(
    'Lazzaretto, b. 5',
    '1576',
    'Polizze di spesa nel contagio',
    'Calce, aceto, capestri per le bestie, «confetti per li putti».',
    thread(88, { ...HERE, subjects: ['Peste', 'Spese pubbliche'] }),
    [
      item(
        'Lazzaretto, b. 5, n. 14',
        '1576 lug. 2',
        'Conto di aceto e ginepro',
        'Pagamento allo speziale all’insegna dell’Angelo.',
        sheet(1, { copy: 'Originale', ...HERE, subjects: ['Spezierie'] }),
      ),
      item(
        'Lazzaretto, b. 5, n. 37',
        '1576 ago. 21',
        'Supplica di un barcarolo rimasto solo',
        'Domanda il salario della moglie, morta mentre serviva da lavandara.',
        sheet(1, { copy: 'Originale', ...HERE, subjects: ['Peste'] }),
      ),
    ],
  ),
  file(
    'Lazzaretto, reg. 6',
    '1578-1629',
    'Affittanze dei campi del Lazzaretto',
    'Contratti di cinque anni; gli affittuali devono tenere sgombra la corte in caso di bisogno.',
    register(133, { ...HERE, subjects: ['Affittanze'] }),
  ),
  file(
    'Lazzaretto, b. 7',
    '1600-1628',
    'Disegni e perizie dell’ospizio',
    'Rilievi per il rifacimento della loggia.',
    dossier(22, HERE),
    [
      item(
        'Lazzaretto, b. 7, dis. 1',
        '1607 mag. 15',
        'Pianta del Lazzaretto con l’orto e il cimitero',
        'Camere numerate da 1 a 38, pozzo, chiesetta di San Lazzaro, fossa. Perito: il pubblico proto.',
        drawing(
          52,
          71,
          {
            kind: 'Pianta',
            technique: 'Disegno',
            means: 'Tecnica mista',
            scale: 'Scala di pertiche padovane 25',
            north: 'Nord',
          },
          { ...HERE, subjects: ['Disegni e mappe'] },
        ),
      ),
      item(
        'Lazzaretto, b. 7, dis. 2',
        '[1625 ca.]',
        'Loggia verso il Piovego: alzato',
        'Tredici archi, l’ultimo aggiunto su lista incollata.',
        drawing(
          29,
          63,
          { kind: 'Prospetto', technique: 'Disegno', means: 'Penna', scale: 'Scala di piedi padovani 60' },
          { ...HERE, subjects: ['Disegni e mappe'] },
        ),
      ),
    ],
  ),
  file(
    'Lazzaretto, reg. 8',
    '1630 giu. 25 - 1631 dic. 18',
    'Libro grande del contagio',
    'Elenco giornaliero di portati al Lazzaretto, con somme a fine settimana.',
    register(240, { ...HERE, state: 'Mediocre', subjects: ['Peste'] }),
  ),
  file(
    'Lazzaretto, b. 9',
    '1630-1632',
    'Conti di becchini e nettatori',
    'Paga, vino, scarpe; sette becchini firmano con lo stesso segno.',
    dossier(76, { ...HERE, subjects: ['Peste', 'Lavoro'] }),
  ),
  file(
    'Lazzaretto, b. 10',
    '1631',
    'Robe bruciate e compensate',
    'Stime di mobili bruciati, famiglia per famiglia: materassi, casse, un clavicembalo.',
    dossier(110, { ...HERE, subjects: ['Peste', 'Cultura materiale'] }),
    [
      item(
        'Lazzaretto, b. 10, n. 52',
        '1631 mar. 11',
        'Stima di robe di un maestro di liuto',
        'Quattro liuti «da riconzar» e una cassa di libri di musica.',
        sheet(2, { copy: 'Originale', ...HERE, subjects: ['Musica', 'Cultura materiale'] }),
      ),
    ],
  ),
  file(
    'Lazzaretto, reg. 11',
    '1633-1690',
    'Entrate e uscite ordinarie',
    'L’ospizio vuoto si affitta a lavandai e a un fabbricante di corde.',
    register(150, { ...HERE, subjects: ['Affittanze'] }),
  ),
  file(
    'Lazzaretto, b. 12',
    '1691-1740',
    'Lite con gli affittuali del brolo',
    'Processo per noci tagliate; perizia con il numero di ceppi.',
    dossier(64, { ...HERE, subjects: ['Processi'] }),
  ),
  file(
    'Lazzaretto, b. 13',
    '1741-1780',
    'Depositi di lana sospetta',
    'Sciorini di lana del Levante e dubbi del priore.',
    dossier(35, { ...HERE, subjects: ['Quarantena', 'Lana'] }),
  ),
  file(
    'Lazzaretto, b. 14',
    '1781-1810',
    'Ultime carte dell’ospizio',
    'Vendita di materiali e inventario di consegna al Demanio.',
    dossier(41, { ...HERE, subjects: ['Demanio'] }),
  ),
];
