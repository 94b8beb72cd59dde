import { LETTERS } from '#ingest/demo/asp-deputati-lettere.ts';
import { AG, F } from '#ingest/demo/creators.ts';
import { dossier, drawing, register, volume } from '#ingest/demo/forms.ts';
import { ASPD } from '#ingest/demo/institutions.ts';
import { file, group, item, type Fonds } from '#ingest/demo/model.ts';
import { fondsId } from '#ingest/demo/ead3/identifiers.ts';

const acts = [
  file(
    'Atti, 1',
    '1419-1446',
    'Provvisioni dei deputati sopra i pozzi e le vie',
    'Registro di provvisioni brevi, quasi tutte di poche righe: spurgo dei pozzi di contrada, selciati, canalette intasate davanti alle botteghe. Le prime carte, rilegate in disordine, ricordano il trasporto delle scritture dopo il fuoco della cancelleria.',
    register(142, { languages: ['lat'], subjects: ['Pozzi', 'Strade', 'Incendi'], places: ['Padova'] }),
  ),
  file(
    'Atti, 2',
    '1447-1469',
    'Elezioni dei deputati e giuramenti',
    'Nomine quadrimestrali a coppie, con formula del giuramento prestato davanti al podestà. A margine una mano più tarda aggiunge le sostituzioni per malattia e per assenza in villa.',
    register(98, { languages: ['lat'], subjects: ['Cariche cittadine'] }),
  ),
  file(
    'Atti, 3',
    '1470 gen. 12 - 1488 dic. 23',
    'Catastico degli attrezzi contro gli incendi, centenaro per centenaro',
    'Elenchi di secchie di cuoio, scale e rampini distribuiti a ogni centenaro, cioè cento famiglie, con il nome del capo che ne risponde. Chiude il registro una visita del 1488, con i pezzi mancanti.',
    register(76, {
      formerCode: 'D, n. 14',
      subjects: ['Incendi', 'Centenari'],
      places: ['Duomo, quartiere', 'Torricelle, quartiere', 'Ponte Molino, quartiere', 'Ponte Altinate, quartiere'],
    }),
  ),
  file(
    'Atti, 4',
    '1489-1508',
    'Parti del Consiglio e loro esecuzione',
    'Copie delle parti che riguardano i deputati, ciascuna seguita dai mandati con cui fu messa in opera. Si interrompe alla vigilia dell’assedio.',
    register(210, { languages: ['lat', 'ita'], subjects: ['Deliberazioni'] }),
  ),
  file(
    'Atti, 5',
    '1509 lug. 17 - 1513',
    'Spese straordinarie per la difesa della città',
    'Conti e mandati del tempo della guerra di Cambrai: guastatori, legname, pane per le compagnie. Molte partite sono cancellate e rifatte; alcune carte portano tracce d’acqua.',
    register(120, {
      state: 'Mediocre',
      restoration: 'Risarcite le carte 3-18.',
      persons: ['Gritti, Andrea, provveditore poi doge'],
      subjects: ['Guerra della Lega di Cambrai', 'Mura'],
    }),
  ),
  file(
    'Atti, 6',
    '1514-1532',
    'Mandati per il guasto attorno alle mura',
    'Risarcimenti a proprietari di case, orti e mulini atterrati per far libero il campo davanti alle nuove fortificazioni. Per ogni stima sono dati il confine e il nome del perito pubblico.',
    register(188, {
      subjects: ['Guasto', 'Mura', 'Stime'],
      places: ['Porta Savonarola', 'Porta Santa Croce', 'Porta Saracinesca'],
    }),
  ),
  file(
    'Atti, 7',
    '1533-1551',
    'Licenze di fabbricare portici e pergoli',
    'Concessioni a privati di sporgere sul suolo pubblico, con misura in piedi e oncie e obbligo di non togliere luce ai vicini.',
    register(164, { subjects: ['Portici', 'Licenze edilizie'] }),
  ),
  file(
    'Atti, 8',
    '1552-1570',
    'Atti dei deputati ad utilia',
    'Registro misto: suppliche, relazioni del proto, ordini a zavatteri e pellattieri di non lavare pelli nel naviglio. A c. 88 la creazione del nunzio residente in Venezia.',
    register(203, { persons: [], bodies: ['Nunzio di Padova in Venezia'], subjects: ['Naviglio', 'Arti'] }),
  ),
  file(
    'Atti, 9',
    '1571-1577',
    'Provvisioni nel tempo del contagio',
    'Ordini presi insieme ai provveditori alla sanità: chiusura di portelli, pane ai sequestrati, fosse fuori di Porta Portello. Le sottoscrizioni si diradano nell’estate del 1576.',
    register(91, {
      subjects: ['Peste', 'Poveri'],
      places: ['Porta Portello', 'Lazzaretto'],
      bodies: ['Ufficio di sanità'],
    }),
  ),
  file(
    'Atti, 10',
    '1578-1599',
    '«Liber actorum magnificorum deputatorum»',
    'Verbali delle sedute con indice alfabetico premesso. Vi ricorrono le liti con i canonici per le acque del canale delle Acquette.',
    register(256, { originalTitle: true, languages: ['lat', 'ita'], subjects: ['Acque', 'Clero'] }),
  ),
  file(
    'Atti, 11',
    '1600-1618',
    'Case ruinose: visite e intimazioni',
    'Sopralluoghi del proto in edifici pericolanti, precetti ai proprietari e demolizioni a loro spese. Ogni visita è datata e localizzata per contrada.',
    register(174, {
      subjects: ['Edifici pericolanti'],
      places: ['Contrada dei Colombini', 'Contrada di San Leonardo', 'Contrada delle Beccherie'],
    }),
  ),
  file(
    'Atti, 12',
    '1619-1629',
    'Inventari dei beni della città',
    'Botteghe sotto il Salone, osterie, stallaggi e terreni di ragione del comune, con affittuali e scadenze.',
    register(130, { subjects: ['Beni comunali', 'Affittanze'], places: ['Palazzo della Ragione'] }),
  ),
  file(
    'Atti, 13',
    '1630-1632',
    'Libro degli sborsi per la peste',
    'Paghe di becchini, nettatori e guardie alle porte; acquisto di calce e di paglia. Gli importi salgono da agosto a novembre del 1630, poi cadono.',
    register(88, { state: 'Mediocre', subjects: ['Peste', 'Spese pubbliche'] }),
  ),
  file(
    'Atti, 14',
    '1633-1660',
    'Parti, regole e capitoli',
    'Chiude il registro la copia delle regole dell’8 giugno 1660 sull’elezione dei sedici.',
    register(222, {
      subjects: ['Cariche cittadine', 'Deliberazioni'],
      bodies: ['Consiglio generale della magnifica città di Padova'],
    }),
  ),
  file(
    'Atti, 15',
    '1661-1689',
    'Relazioni del pubblico proto',
    'Perizie su ponti, selciati, chiaviche e campanili, talvolta con uno schizzo a penna.',
    register(197, { subjects: ['Ponti', 'Perizie'] }),
    [
      item(
        'Atti, 15, dis. 1',
        '1674 mag. 9',
        'Ponte di San Lorenzo: stato delle due arcate verso il mercato',
        'Prospetto con le lesioni segnate in rosso e la proposta di una catena di ferro.',
        drawing(
          31,
          44,
          {
            kind: 'Prospetto',
            technique: 'Disegno',
            means: 'Inchiostri policromi',
            scale: 'Scala di piedi padovani 20',
            north: 'Nord',
          },
          { places: ['Ponte di San Lorenzo'], subjects: ['Ponti'] },
        ),
      ),
      item(
        'Atti, 15, dis. 2',
        '1681',
        'Chiavica sotto la piazza dei Frutti',
        'Sezione e pianta della condotta, con i pozzetti da rifare e il livello dell’acqua in piena.',
        drawing(
          28,
          40,
          { kind: 'Sezione', technique: 'Disegno', means: 'Penna', scale: 'Scala di pertiche padovane 6' },
          { places: ['Piazza dei Frutti'], subjects: ['Fognature'] },
        ),
      ),
    ],
  ),
  file(
    'Atti, 16',
    '1690-1720',
    'Mandati e cauzioni dei condutori di dazi civici',
    'Incanti, pieggerie e quietanze; le cauzioni sono spesso in case della contrada del condutore.',
    register(181, { subjects: ['Dazi', 'Appalti'] }),
  ),
  file(
    'Atti, 17',
    '1721-1744',
    'Illuminazione e guardie notturne: proposte non accolte',
    'Memorie di cittadini per ferali ai capi di contrada, tutte respinte per la spesa.',
    dossier(46, { subjects: ['Illuminazione pubblica'] }),
  ),
  file(
    'Atti, 18',
    '1745-1766',
    'Terminazioni dei rettori in materia di strade',
    'Copie a stampa e manoscritte, con le relazioni da cui nacquero.',
    volume(168, { subjects: ['Strade', 'Terminazioni'] }),
  ),
  file(
    'Atti, 19',
    '1767-1775',
    'Prato della Valle: appianamento e canale',
    'Carte sul prosciugamento del Prato voluto dal provveditore Andrea Memmo: stime di terra, scavo dell’anello d’acqua, collocazione delle prime statue, lamentele dei fieranti.',
    dossier(112, {
      persons: ['Memmo, Andrea, provveditore straordinario'],
      places: ['Prato della Valle'],
      subjects: ['Fiere', 'Lavori pubblici'],
    }),
  ),
  file(
    'Atti, 20',
    '1776-1797 apr. 27',
    'Ultimi atti della magistratura',
    'Le carte finali trattano alloggi di truppe e requisizioni di fieno. Una nota a matita rinvia alla Municipalità.',
    register(140, { subjects: ['Alloggi militari', 'Caduta della Repubblica di Venezia'] }),
  ),
  file(
    'Atti, 21',
    'sec. XVII ex.',
    'Repertorio delle parti prese dai deputati, lettere A-L',
    'Compilato per i Regolatori agli archivi; rinvia a volumi con segnature oggi mutate.',
    register(154, { type: 'Rubrica', bodies: ['Regolatori agli archivi'], subjects: ['Archivi'] }),
  ),
  file(
    'Atti, 22',
    'sec. XVII ex.',
    'Repertorio delle parti prese dai deputati, lettere M-Z',
    'Seguito del precedente; la voce «Pozzi» occupa da sola undici carte.',
    register(149, { type: 'Rubrica', bodies: ['Regolatori agli archivi'], subjects: ['Archivi', 'Pozzi'] }),
  ),
  file(
    'Atti, 23',
    '1556 nov. 4 - 1561',
    'Libro dei ruoli dei centenari',
    'Capi di centenaro e loro sostituti, con la casa dove si tengono le secchie.',
    register(62, { subjects: ['Incendi', 'Centenari'] }),
  ),
  file(
    'Atti, 24',
    '[1640 ca.]',
    'Sommario di privilegi della città',
    'Copie scelte a uso dei deputati nuovi, in scrittura calligrafica con iniziali rosse.',
    register(58, { languages: ['lat', 'ita'], subjects: ['Privilegi'] }),
  ),
  file(
    'Atti, 25',
    '1756 ago. 18 - 1757',
    'Carte per il tetto del Salone, levato dal turbine',
    'Atti che seguono il turbine dell’agosto 1756: perizie, conti di piombo e di larice, progetti per la nuova copertura.',
    dossier(83, {
      persons: ['Ferracina, Bartolomeo, ingegnere'],
      places: ['Palazzo della Ragione'],
      subjects: ['Cantieri'],
    }),
  ),
  file(
    'Atti, 26',
    '1730-1797',
    'Minute e carte sciolte',
    'Quanto restò sui tavoli: minute senza data, conti della cera, un sonetto per nozze.',
    dossier(97, { subjects: ['Minute'] }),
  ),
];

/** Deputati ad utilia: facts of the fonds and of its two series from the Guida generale. */
export const DEPUTATI: Fonds = {
  level: 'fonds',
  number: F.deputies,
  slug: 'deputati-ad-utilia',
  custodian: ASPD,
  title: 'Deputati ad utilia',
  dates: '1419-1797',
  type: 'Volume',
  quantity: 193,
  extent: 'voll. e bb. 193',
  languages: ['ita', 'lat'],
  scope:
    'Carte dell’esecutivo cittadino: pulizia di pozzi e strade, attrezzi contro gli incendi assegnati a ogni centenaro di famiglie, beni del comune, edifici pericolanti. Alla serie degli atti si affianca quella, molto più ampia, delle lettere scambiate con i nunzi a Venezia.',
  history:
    'Le carte più antiche della cancelleria civica andarono perdute nell’incendio del 1420. Quelle dei deputati passarono dall’Archivio civico antico, riordinato da Andrea Gloria dal 1845, al Museo civico e da questo, nel 1948, alla Sezione di Archivio di Stato.',
  arrangement:
    'Due serie: Atti (26 volumi) e Lettere (167 volumi e buste). Qui se ne descrive a scopo dimostrativo una scelta.',
  findingAids: 'Inventario.',
  accruals: 'Fondo chiuso. Non sono previsti incrementi.',
  sources: 'Guida generale degli Archivi di Stato italiani, voce Padova.',
  creators: [
    { id: AG.deputies, dates: '1419-1797' },
    { id: AG.nuncio, dates: '1562-1797' },
    { id: AG.chancellor, dates: '1419-1797' },
  ],
  related: [
    {
      title: 'Strade, piazze, mura, fiere e mercati, stazi, fabbriche',
      text: 'Per le perizie e le licenze su suolo pubblico raccolte per materia nell’Ottocento.',
      fonds: fondsId(F.streets),
    },
    {
      title: 'Ducali',
      text: 'Per gli ordini del governo veneziano a cui le lettere rispondono.',
      fonds: fondsId(F.ducali),
    },
  ],
  subjects: ['Governo cittadino', 'Lavori pubblici'],
  places: ['Padova', 'Venezia'],
  abstracts: {
    ita: 'Archivio dell’esecutivo della città di Padova in età veneziana: atti e carteggio con i nunzi a Venezia.',
    eng: 'Records of the executive magistrates of Padua under Venetian rule: acts on wells, streets, fire equipment and city property, and letters exchanged with the city’s envoys in Venice.',
  },
  children: [
    group(
      'series',
      'Atti',
      {
        extent: 'voll. 26',
        type: 'Volume',
        quantity: 26,
        dates: '1419-1797',
        dateNote: 'La Guida generale non dà estremi propri per la serie: si riportano quelli del fondo.',
        scope: 'Atti che riflettono le competenze dei deputati: acque, strade, incendi, beni, edifici.',
        findingAids: 'Inventario.',
      },
      acts,
    ),
    group(
      'series',
      'Lettere',
      {
        extent: 'voll. e bb. 167',
        type: 'Volume',
        quantity: 167,
        dates: '1419-1797',
        dateNote: 'La Guida generale non dà estremi propri per la serie: si riportano quelli del fondo.',
        scope: 'Lettere originali e in copia indirizzate dai deputati ai nunzi in Venezia, e loro risposte.',
        findingAids: 'Inventario.',
      },
      LETTERS,
    ),
  ],
};
