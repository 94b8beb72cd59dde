import { AGC, ASPD } from '#ingest/demo/institutions.ts';

export interface Agent {
  id: string;
  kind: 'corporateBody' | 'person';
  name: string;
  heading: string;
  /** For persons. */
  forename?: string;
  surname?: string;
  dates: string;
  others?: readonly string[];
  category: string;
  history: string;
  structure?: string;
  remarks?: string;
  place: string;
  custodian: string;
  /** Numbers of the fonds this agent made, and of those it keeps. */
  made: readonly number[];
  keeps?: readonly number[];
  linked?: readonly {
    id: string;
    type: 'TemporalePrecedente' | 'TemporaleSuccessiva' | 'Associativa' | 'GerarchicaPadre' | 'GerarchicaFiglio';
  }[];
  sources: string;
}

export const AG = {
  council: 'DEMO-AG-000001',
  deputies: 'DEMO-AG-000002',
  nuncio: 'DEMO-AG-000003',
  treasury: 'DEMO-AG-000004',
  presidents: 'DEMO-AG-000005',
  regulators: 'DEMO-AG-000006',
  chancellor: 'DEMO-AG-000007',
  victuals: 'DEMO-AG-000008',
  health: 'DEMO-AG-000009',
  pious: 'DEMO-AG-000010',
  woods: 'DEMO-AG-000011',
  comune: 'DEMO-AG-000012',
  museum: 'DEMO-AG-000013',
  gloria: 'DEMO-AG-000014',
  aspd: 'DEMO-AG-000020',
  agc: 'DEMO-AG-000021',
} as const;

/** The numbers by which fonds cite each other. */
export const F = {
  deputies: 1,
  ducali: 2,
  estimi: 3,
  campatico: 4,
  streets: 5,
  health: 6,
  hemp: 7,
  pious: 8,
  comune: 9,
} as const;

const SIAS = 'scheda di soggetto produttore del Sistema informativo degli Archivi di Stato';
const GUIDE = 'Guida generale degli Archivi di Stato italiani, voce Padova';

const asp = (agent: Omit<Agent, 'custodian' | 'kind' | 'place' | 'category'>): Agent => ({
  kind: 'corporateBody',
  place: 'Padova',
  category: 'Organo periferico o locale di stato di Antico regime',
  custodian: ASPD,
  ...agent,
});

export const AGENTS: readonly Agent[] = [
  asp({
    id: AG.council,
    name: 'Consiglio generale della magnifica città di Padova',
    heading: 'Consiglio generale della magnifica città di Padova, Padova (sec. XIII - 1805)',
    dates: 'sec. XIII - 1805',
    others: ['Consiglio maggiore', 'Magnifico Consiglio'],
    history:
      'Organo deliberante della città, attestato dal secolo XIII e attivo, con un’interruzione fra il 1797 e il 1798, fino al 1805.\nLe regole dell’8 giugno 1660 fissarono l’adunanza annuale del 28 dicembre, nella quale si eleggevano le cariche cittadine; fra queste i sedici deputati «nuovi», che insieme ai «vecchi» dell’anno precedente formavano il Consiglio dei Sedici. Ne raccolse in qualche modo l’eredità il Consiglio comunale istituito nel 1808.',
    made: [F.estimi, F.ducali, F.streets],
    linked: [
      { id: AG.deputies, type: 'GerarchicaFiglio' },
      { id: AG.comune, type: 'TemporaleSuccessiva' },
    ],
    sources: SIAS,
  }),
  asp({
    id: AG.deputies,
    name: 'Deputati ad utilia',
    heading: 'Deputati ad utilia, Padova (sec. XIII - 1805)',
    dates: 'sec. XIII - 1805',
    others: ['Deputati attuali', 'Deputazione del Consiglio generale (1798-1805)'],
    history:
      'Esecutivo del Consiglio. Già lo statuto del 1372 nomina quattro deputati; in età veneziana dodici cittadini si alternavano in carica a gruppi di quattro, per quattro mesi, rinnovandosi a coppie ogni due mesi. Gli altri quattro dei sedici eletti erano deputati alle chiese.\nPer precedenza venivano subito dopo i rettori. Curavano pozzi e strade, gli attrezzi contro gli incendi distribuiti per centenari (cento famiglie), i beni del comune e gli edifici pericolanti. Dal 1798 al 1805 ne tenne le funzioni la Deputazione del Consiglio generale.',
    made: [F.deputies, F.streets, F.hemp],
    linked: [
      { id: AG.council, type: 'GerarchicaPadre' },
      { id: AG.nuncio, type: 'Associativa' },
    ],
    sources: `${SIAS}; ${GUIDE}`,
  }),
  asp({
    id: AG.nuncio,
    name: 'Nunzio di Padova in Venezia',
    heading: 'Nunzio di Padova in Venezia (1562 - 1806)',
    dates: '1562 - 1806',
    history:
      'Rappresentante stabile della città presso il governo veneziano, creato il 30 gennaio 1562 con incarico triennale. L’8 aprile 1687 l’ufficio ebbe forma definitiva: cinque anni di durata, seicento ducati annui poi portati a milleduecento, divieto di rielezione, sei mesi di affiancamento fra il nunzio che usciva e quello che entrava. La disciplina fu confermata il 22 luglio 1774.',
    made: [F.deputies],
    linked: [{ id: AG.deputies, type: 'Associativa' }],
    sources: SIAS,
  }),
  asp({
    id: AG.treasury,
    name: 'Cassa di città',
    heading: 'Cassa di città, Padova (sec. XV - 1805)',
    dates: 'sec. XV - 1805',
    history:
      'Riscuoteva imposte pubbliche e civiche fino al decreto del Senato 30 aprile 1789, poi le sole civiche. La servivano un cassiere, un incontro, un quaderniere, un nodaro e, dal 1603, due tesorieri.',
    made: [F.estimi, F.campatico],
    linked: [{ id: AG.council, type: 'GerarchicaPadre' }],
    sources: SIAS,
  }),
  asp({
    id: AG.presidents,
    name: 'Presidenti alla cancelleria',
    heading: 'Presidenti alla cancelleria, Padova (1538 - 1806)',
    dates: '1538 - 1806',
    history:
      'Tre cittadini incaricati di vigilare sulla buona tenuta delle carte della cancelleria; potevano opporsi alla conferma annuale del personale.',
    remarks:
      'Le fonti discordano sull’origine: l’intestazione di autorità porta il 1538, mentre la nota storica riconduce l’istituzione a una parte dell’11 giugno 1583. Qui si riporta la data più alta, senza preferirla.',
    made: [F.ducali],
    linked: [{ id: AG.chancellor, type: 'Associativa' }],
    sources: SIAS,
  }),
  asp({
    id: AG.regulators,
    name: 'Regolatori agli archivi',
    heading: 'Regolatori agli archivi, Padova (1652 - 1805)',
    dates: '1652 - 1805',
    history:
      'Magistratura di tre cittadini istituita il 30 aprile 1652 per rimettere in ordine le carte della città e compilarne i catastici. La carica durava tre anni; faceva da segretario il massaro agli archivi.',
    remarks: 'L’intestazione di autorità indica il 1682; la nota storica e la parte istitutiva il 1652.',
    made: [F.estimi, F.ducali],
    linked: [{ id: AG.presidents, type: 'Associativa' }],
    sources: SIAS,
  }),
  asp({
    id: AG.chancellor,
    name: 'Cancelliere di città',
    heading: 'Cancelliere di città, Padova (sec. XIII - 1805)',
    dates: 'sec. XIII - 1805',
    history:
      'Notaio eletto a vita, ricordato nello statuto del 1420. Teneva gli atti del Consiglio, del Consiglio dei Sedici e dei Deputati e stendeva i mandati di pagamento, con uno stipendio di trecento ducati l’anno.',
    made: [F.deputies, F.ducali],
    linked: [{ id: AG.presidents, type: 'Associativa' }],
    sources: SIAS,
  }),
  asp({
    id: AG.victuals,
    name: 'Officio alle vettovaglie e danni dati',
    heading: 'Officio alle vettovaglie e danni dati, Padova (1420 - 1806)',
    dates: '1420 - 1806',
    history:
      'Officio notarile al servizio del giudice competente e dei quattro Presidenti alle vettovaglie. Si articolava in una cassa principale e otto territoriali: Camposampiero, Teolo, Conselve, Cittadella, Arquà, Termini, Piove di Sacco e Mirano. Nel 1527 passarono all’Ufficio di sanità le attribuzioni su strade e pulizia.',
    made: [F.streets],
    linked: [{ id: AG.health, type: 'Associativa' }],
    sources: SIAS,
  }),
  asp({
    id: AG.health,
    name: 'Ufficio di sanità',
    heading: 'Ufficio di sanità, Padova (1530 - 1810)',
    dates: '1530 - 1810',
    others: ['Provveditori alla sanità'],
    history:
      'Nato per le emergenze di peste, dapprima con incarichi occasionali documentati dal 1522, divenne ufficio stabile. Lo reggevano tre e poi cinque provveditori; un cancelliere ne teneva gli atti, un coadiutore registrava i mendicanti e i morti, un capitanio sorvegliava strade e vagabondi. Amministrava anche il Lazzaretto fuori di porta Portello.',
    remarks:
      'La Guida generale considera stabile l’ufficio dopo il 1530; il Sistema informativo degli Archivi di Stato indica il 1527, anno in cui gli passarono competenze dell’Officio alle vettovaglie.',
    made: [F.health],
    linked: [{ id: AG.victuals, type: 'Associativa' }],
    sources: `${GUIDE}; ${SIAS}`,
  }),
  asp({
    id: AG.pious,
    name: 'Officio alle Cause pie',
    heading: 'Officio alle Cause pie, Padova (1768 - 1806)',
    dates: '1768 - 1806',
    others: ['Deputazione alle cause pie'],
    history:
      'Istituito in esecuzione dell’atto del Maggior Consiglio 20 settembre 1767. Tre deputati, in carica tre anni, sorvegliavano lasciti e luoghi pii con l’aiuto di un avvocato fiscale, un cancelliere, un procuratore, un comandador, un quaderniere e un esattore. Negli anni 1797-1798 ebbe altro nome.',
    made: [F.pious],
    linked: [{ id: AG.council, type: 'Associativa' }],
    sources: SIAS,
  }),
  asp({
    id: AG.woods,
    name: 'Soprintendente ai boschi del Padovano',
    heading: 'Soprintendente ai boschi del Padovano (1792 - 1806)',
    dates: '1792 - 1806',
    history:
      'Creato con decreto del Senato 27 settembre 1792 per i roveri di Padova e Vicenza, poi del solo Padovano; disponeva di un assistente e di guardie.',
    made: [F.hemp],
    sources: SIAS,
  }),
  {
    id: AG.comune,
    kind: 'corporateBody',
    name: 'Comune di Padova',
    heading: 'Comune di Padova, Padova (1806 - )',
    dates: '1806 -',
    others: ['Municipalità di Padova', 'Congregazione municipale della regia città di Padova'],
    category: 'Comune/città metropolitana/unione di comuni',
    history:
      'Ente territoriale. Caduta la Repubblica di Venezia, la città ebbe una Municipalità democratica (1797), poi ordinamenti austriaci e napoleonici; nel 1808 fu istituito il Consiglio comunale. Sotto la dominazione asburgica la Congregazione municipale adottò la registratura, che univa protocollo, archivio corrente e archivio storico.\nCon l’unione al Regno d’Italia il Comune ebbe sindaco, giunta e consiglio; dal 1926 al 1945 li sostituì il podestà. L’archivio tiene dal 1897 le quindici categorie della circolare ministeriale e, dagli anni Duemila, il piano di classificazione elaborato anche con la collaborazione della città.',
    remarks:
      'La data di inizio è convenzionale: il comune cittadino è molto più antico. Qui l’agente rappresenta l’istituzione che produce l’archivio moderno.',
    place: 'Padova',
    custodian: AGC,
    made: [F.comune, F.estimi, F.streets],
    linked: [
      { id: AG.council, type: 'TemporalePrecedente' },
      { id: AG.museum, type: 'GerarchicaFiglio' },
    ],
    sources:
      'pagine informative del Comune di Padova sull’Archivio generale; conoscenze generali per il quadro istituzionale',
  },
  {
    id: AG.museum,
    kind: 'corporateBody',
    name: 'Museo civico di Padova',
    heading: 'Museo civico di Padova, Padova (1859 - )',
    dates: '1859 -',
    category: 'Accademia/ente di cultura',
    history:
      'Riunì nel 1859 archivio, biblioteca e pinacoteca del Comune sotto la direzione di Andrea Gloria. Il personale del museo riordinò per materia le antiche carte civiche: per questo molti fondi dell’Archivio di Stato sono raccolte per soggetto, e non archivi di un solo ufficio.',
    place: 'Padova',
    custodian: AGC,
    made: [F.streets, F.estimi, F.campatico, F.ducali, F.hemp],
    linked: [
      { id: AG.comune, type: 'GerarchicaPadre' },
      { id: AG.gloria, type: 'Associativa' },
    ],
    sources: 'tesi dell’Università Ca’ Foscari di Venezia sul fondo Strade, piazze e fabbriche; studi su Andrea Gloria',
  },
  {
    id: AG.gloria,
    kind: 'person',
    name: 'Gloria, Andrea',
    surname: 'Gloria',
    forename: 'Andrea',
    heading: 'Gloria, Andrea, archivista e storico (1821 lug. 22 - 1911)',
    dates: '1821 lug. 22 - 1911',
    category: 'Archivista',
    history:
      'Nato a Padova il 22 luglio 1821, fu incaricato nel 1845 di riordinare l’Archivio civico antico. Nel 1859, riuniti archivio, biblioteca e pinacoteca nel Museo civico, ne divenne direttore. Pubblicò fra l’altro gli statuti del comune (1873).',
    place: 'Padova',
    custodian: AGC,
    made: [F.estimi],
    linked: [{ id: AG.museum, type: 'Associativa' }],
    sources: 'studi su Andrea Gloria; conoscenze generali per la data di morte',
  },
  {
    id: AG.aspd,
    kind: 'corporateBody',
    name: 'Archivio di Stato di Padova',
    heading: 'Archivio di Stato di Padova, Padova (1948 - )',
    dates: '1948 -',
    others: ['Sezione di Archivio di Stato di Padova'],
    category: 'Archivio di Stato',
    history:
      'Sezione istituita con decreto ministeriale 19 gennaio 1948, in funzione dal 1° agosto; dal 1980 in via dei Colli. Ricevette le carte dell’antico Archivio civico, al quale erano giunti nel 1848 gli atti delle corporazioni soppresse e nel 1851 archivi giudiziari e antichi estimi.',
    place: 'Padova',
    custodian: ASPD,
    made: [],
    keeps: [1, 2, 3, 4, 5, 6, 7, 8],
    sources: 'sito dell’istituto e scheda di soggetto conservatore',
  },
  {
    id: AG.agc,
    kind: 'corporateBody',
    name: 'Archivio generale del Comune di Padova',
    heading: 'Archivio generale del Comune di Padova, Padova (1885 - )',
    dates: '1885 -',
    category: 'Comune/città metropolitana/unione di comuni',
    history:
      'Ufficio del Comune che conserva gli atti dal 1885 circa e ne cura consultazione, riproduzione e prestito.',
    place: 'Padova',
    custodian: AGC,
    made: [],
    keeps: [F.comune],
    sources: 'pagina del Comune di Padova sull’Archivio generale',
  },
];
