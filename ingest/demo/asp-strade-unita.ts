import { box, dossier, drawing, register, sheet, thread } from '#ingest/demo/forms.ts';
import { file, item, type Description, type MapFacts, type Unit } from '#ingest/demo/model.ts';

const map = (kind: MapFacts['kind'], scale: string, means: MapFacts['means'] = 'Tecnica mista', north?: MapFacts['north']): MapFacts => ({
  kind,
  technique: 'Disegno',
  means,
  scale,
  ...(north === undefined ? {} : { north }),
});

type Plate = readonly [code: string, dates: string, title: string, scope: string, height: number, width: number, map: MapFacts, place: string];
const plate = ([code, dates, title, scope, height, width, facts, place]: Plate): Unit =>
  item(code, dates, title, scope, drawing(height, width, facts, { places: [place], subjects: ['Disegni e mappe'] }));
const at = (places: readonly string[], subjects: readonly string[]): Description => ({ places, subjects });

/** Streets and bridges. */
export const STREETS: readonly Unit[] = [
  file('b. 1', '1500-1538', 'Strade di città: mandati e visite', 'Fascicoli cuciti nell’Ottocento, con camicie azzurre del museo. Le carte più antiche sono del giudice alle vettovaglie.', box(14, at(['Padova'], ['Strade']))),
  file('b. 2', '1539 mar. 1 - 1561 nov. 8', 'Selciato della contrada di San Francesco', 'Riparto della spesa fra i frontisti, con la misura delle facciate in piedi; protesta dell’ospedale.', dossier(48, at(['Contrada di San Francesco'], ['Strade'])), [
    plate(['b. 2, dis. 1', '1559 giu. 4', 'Contrada di San Francesco dal ponte all’ospedale', 'Striscia con le facciate numerate e i nomi dei proprietari; opera del perito pubblico Zuan Maria Tessaro (nome d’invenzione).', 27, 88, map('Pianta', 'Scala di pertiche padovane 12', 'Inchiostri policromi', 'Nord'), 'Contrada di San Francesco']),
  ]),
  file('b. 4', '1562-1588', 'Ponti di pietra e di legno', 'Stime per Ponte Molino, San Leonardo, Porciglia; spese di pali di rovere e di ferramenta.', box(9, at(['Ponte Molino', 'Ponte di San Leonardo'], ['Ponti']))),
  file('b. 5', '1589-1611', 'Strada del Portello e riva dei barcaroli', 'Liti fra barcaroli e facchini per lo scarico; ordine di tenere libera la scalinata.', dossier(61, at(['Portello'], ['Navigazione interna'])), [
    plate(['b. 5, dis. 1', '[1600 ca.]', 'Porta Portello con la scalinata e gli approdi', 'Veduta in pianta con barche segnate; in alto, di altra mano, «qui si paga».', 42, 57, map('Mappa', 'Senza scala', 'Acquerello', 'Est'), 'Portello']),
  ]),
  file('b. 7', '1612-1640', 'Canalette e gorne', 'Acque piovane scaricate sul capo ai passanti, con multe a chi non mette gorna.', box(11, at(['Padova'], ['Fognature']))),
  file('b. 8', '1641-1679', 'Stradon del Santo', 'Allargamento della via verso la basilica: case da ritirare, indennizzi, un portico conservato per voto.', dossier(73, at(['Basilica di Sant’Antonio', 'Contrada del Santo'], ['Strade', 'Espropriazioni'])), [
    plate(['b. 8, dis. 1', '1664 ago. 20', 'Case da ritirare sullo Stradon del Santo', 'Tinte in giallo le parti da demolire, in rosso il nuovo filo.', 36, 51, map('Pianta', 'Scala di piedi padovani 100', 'Inchiostri policromi', 'Sud-Est'), 'Contrada del Santo']),
    plate(['b. 8, dis. 2', '1665', 'Portico dei Battuti: facciata e colonne', 'Due colonne diverse dalle altre, segnate A e B nella perizia.', 29, 40, map('Prospetto', 'Scala di piedi padovani 30', 'Penna'), 'Contrada del Santo']),
  ]),
  file('b. 10', '1680-1715', 'Carrozze e passi angusti', 'Regole di precedenza fra carrozze, dopo due risse a Strà Maggiore.', dossier(29, at(['Strà Maggiore'], ['Viabilità', 'Ordine pubblico']))),
  file('b. 11', '1716-1760', 'Perizie del proto Giovanni Battista Savio', 'Perito di nome inventato; le minute sono in versi liberi di punteggiatura, con disegni nel testo.', thread(140, at(['Padova'], ['Perizie']))),
  file('b. 12', '1761-1796', 'Nuova strada regia da Porta Savonarola', 'Piantagione di gelsi lungo il passeggio, panchine rotte, un cane idrofobo.', dossier(54, at(['Porta Savonarola'], ['Strade', 'Alberi']))),
  file('b. 13', '1806 mag. 3 - 1813', 'Strade e acque, amministrazione napoleonica', 'Classificato «Acque e strade». I fascicoli adottano il protocollo e il bollo; primo uso del metro accanto alla pertica.', dossier(88, { ...at(['Padova'], ['Strade', 'Misure']), languages: ['ita', 'fra'] })),
  file('b. 14', '1814-1850', 'Strade interne, amministrazione austriaca', 'Corrispondenza con la Delegazione provinciale; alcune risoluzioni in tedesco.', box(16, { ...at(['Padova'], ['Strade']), languages: ['ita', 'deu'] }), [
    item('b. 14, fasc. 3', '1831 feb. 9', 'Rapporto sull’illuminazione a olio della piazza dei Signori', 'Prova di riverberi nuovi, con il conto dell’olio.', sheet(4, { copy: 'Originale', ...at(['Piazza dei Signori'], ['Illuminazione pubblica']) })),
    item('b. 14, fasc. 11', '1842 ott. 27', 'Capitolato per il selciato di via Maggiore', 'Trachite di Monselice «di buona grana», posa a coltello.', sheet(12, { copy: 'Copia autentica', ...at(['Monselice'], ['Appalti']) })),
  ]),
];

/** Squares, fairs and stalls. */
export const MARKETS: readonly Unit[] = [
  file('b. 20', '1502-1546', 'Stazi sotto il Salone', 'Libro dei posteggi di pellizzari, orefici e merciai; il «condutor» firma con il segno di un gallo.', register(118, at(['Palazzo della Ragione'], ['Mercati', 'Arti']))),
  file('b. 21', '1547-1583', 'Piazza delle Erbe: ortolani e rivendigoli', 'Ordini perché le rivendigole non comprino prima di terza; elenco di tavole e tende.', dossier(66, at(['Piazza delle Erbe'], ['Mercati']))),
  file('b. 22', '1584 gen. 2 - 1600', 'Piazza dei Frutti: pescarie e becherie', 'Trasporto delle pescarie dopo lamentele per l’odore.', dossier(51, at(['Piazza dei Frutti'], ['Mercati', 'Pesce'])), [
    plate(['b. 22, dis. 1', '1591 apr. 11', 'Banchi della pescaria, vecchi e nuovi', 'Dodici banchi di pietra numerati e il pozzo in mezzo.', 33, 45, map('Pianta', 'Scala di piedi padovani 40', 'Inchiostro nero'), 'Piazza dei Frutti']),
  ]),
  file('b. 23', '1601-1629', 'Fiera di sant’Antonio', 'Bandi, elenchi di mercanti forestieri, conti delle guardie.', box(12, at(['Prato della Valle'], ['Fiere'])), [
    item('b. 23, fasc. 2', '1612 giu. 13', 'Nota di mercanti tedeschi in fiera', 'Ventidue nomi con mercanzia e osteria di alloggio.', sheet(2, { copy: 'Copia coeva', ...at(['Prato della Valle'], ['Fiere', 'Mercanti tedeschi']) })),
    item('b. 23, fasc. 7', '1621 giu. 16', 'Querela contro un cavadenti', 'Il cavadenti, con una scimmia, impedisce il passo davanti alla loggia.', sheet(3, { copy: 'Originale', ...at(['Prato della Valle'], ['Spettacoli', 'Ordine pubblico']) })),
  ]),
  file('b. 24', '1632-1690', 'Fiere riprese dopo la peste', 'Franchigie e dubbi del maestro di casa del Santo.', dossier(40, at(['Prato della Valle'], ['Fiere']))),
  file('b. 25', '1691-1740', 'Botteghe di legno in piazza dei Signori', 'Licenze a libro e a tempo, ciascuna con l’impronta del bollo.', register(96, at(['Piazza dei Signori'], ['Mercati']))),
  file('b. 26', '1741-1774', 'Mercato dei cavalli e dei bovini', 'Regole dei sensali e disegni del recinto.', dossier(58, at(['Prato della Valle'], ['Mercati', 'Bestiame'])), [
    plate(['b. 26, dis. 1', '1752', 'Recinto del mercato dei bovini', 'Pali, sbarre, abbeveratoio; a penna la prova di una variante con due porte.', 40, 52, map('Pianta', 'Scala di pertiche padovane 20', 'Tecnica mista', 'Nord-Est'), 'Prato della Valle']),
  ]),
  file('b. 27', '1775-1797', 'Nuova fiera nell’Isola Memmia', 'Botteghe ordinate in ellisse, affitti, orchestra e lumi.', box(8, { ...at(['Isola Memmia', 'Prato della Valle'], ['Fiere']), persons: ['Memmo, Andrea, provveditore straordinario'] }), [
    plate(['b. 27, dis. 1', '1776 giu. 1', 'Ellisse delle botteghe con i numeri d’affitto', 'Ottantotto posteggi; in rosso quelli non allogati.', 61, 78, map('Pianta', 'Scala di pertiche padovane 30', 'Acquerello', 'Nord'), 'Isola Memmia']),
    item('b. 27, fasc. 5', '1777 giu. 30', 'Conto di lumi e suonatori', 'Duecento lumini per sera, sei violini e un contrabbasso.', sheet(2, { copy: 'Originale', ...at(['Isola Memmia'], ['Feste pubbliche']) })),
  ]),
  file('b. 28', '1798-1850', 'Mercati delle piazze: affitti e regolamenti', 'Regolamenti a stampa con correzioni.', dossier(71, { ...at(['Piazza delle Erbe'], ['Mercati']), languages: ['ita', 'deu'] })),
];

/** Walls and gates. */
export const WALLS: readonly Unit[] = [
  file('b. 40', '1513-1540', 'Mura nuove: opere, condotte, pietre', 'Contratti di fornaciari e carrettieri; note di pietra levata da borghi e conventi atterrati.', box(10, at(['Mura'], ['Mura', 'Cantieri']))),
  file('b. 41', '1541-1570', 'Terragli e fosse date a livello', 'Livelli di erba e di pesca nelle fosse.', register(84, at(['Mura'], ['Livelli', 'Pesca'])), [
    plate(['b. 41, dis. 1', '1566 ott. 12', 'Terraglio fra il torrione Impossibile e la porta Savonarola', 'Pezze A-G affittate a ortolani; perito e condutore sottoscrivono.', 38, 70, map('Mappa', 'Scala di pertiche padovane 40', 'Acquerello', 'Ovest'), 'Porta Savonarola']),
  ]),
  file('b. 42', '1571-1620', 'Porte: chiavi, guardie, portelli', 'Orario di chiusura e multe a chi scavalca.', dossier(37, at(['Porta Santa Croce', 'Porta Savonarola'], ['Mura', 'Ordine pubblico']))),
  file('b. 43', '1621-1700', 'Orti appoggiati alle mura', 'Lite con il monastero della Misericordia per un fico.', dossier(26, at(['Mura'], ['Monasteri', 'Orti']))),
  file('b. 44', '1701-1796', 'Restauri di torrioni', 'Perizie dopo il terremoto e le piene.', dossier(43, at(['Torrione della Gatta'], ['Mura'])), [
    plate(['b. 44, dis. 1', '1739 mag. 6', 'Torrione della Gatta: lesioni', 'Le crepe sono misurate con cartelle di gesso datate.', 30, 44, map('Prospetto', 'Scala di piedi padovani 50', 'Penna'), 'Torrione della Gatta']),
    plate(['b. 44, dis. 2', '1788', 'Porta Contarine e chiusa', 'Profilo della conca con i due livelli.', 26, 60, map('Profilo', 'Scala di piedi padovani 60', 'Inchiostri policromi'), 'Porte Contarine']),
  ]),
  file('b. 45', '1806-1850', 'Mura e daziarie sotto il Regno e l’Austria', 'Brecce, barriere, garitte.', box(7, { ...at(['Mura'], ['Dazi', 'Mura']), languages: ['ita', 'deu'] })),
];

/** Building permits, surveys and fines. */
export const BUILDINGS: readonly Unit[] = [
  file('b. 60', '1500-1529', 'Suppliche per fabbricar sopra la via', 'La più antica chiede di chiudere un portico «ove se fano mille ribalderie».', thread(95, { ...at(['Padova'], ['Licenze edilizie']), languages: ['lat', 'ita'] })),
  file('b. 61', '1530-1555', 'Licenze di fabbrica in contrada del Duomo', 'Con le risposte dei canonici confinanti.', dossier(52, { ...at(['Contrada del Duomo'], ['Licenze edilizie']), bodies: ['Capitolo della cattedrale di Padova'] }), [
    item('b. 61, n. 4', '1538 mag. 22', 'Supplica per una loggia presso il vescovado', 'Il supplicante, gentiluomo con casa a Loreo, cita una loggia già fatta dal vicino Alvise Cornaro.', sheet(2, { copy: 'Originale', persons: ['Cornaro, Alvise, letterato'], ...at(['Contrada del Santo'], ['Logge']) })),
    item('b. 61, n. 17', '1547 set. 5', 'Visita a una casa pericolante in contrada dei Tadi', 'Due muratori giurano che «la non pò star più di una invernata».', sheet(3, { copy: 'Copia coeva', ...at(['Contrada dei Tadi'], ['Edifici pericolanti']) })),
  ]),
  file('b. 62', '1556-1580', 'Fabbriche, portici, pergoli', 'Fascicoli in mazzo con segnatura antica.', { type: 'Mazzo', extent: '1 mazzo, nn. 31', formerCode: 'Mazzo 28', state: 'Discreto', ...at(['Padova'], ['Portici']) }, [
    item('b. 62, n. 20', '1569 feb. 3', 'Pergolo di Marcantonio Volpato, spezial', 'Antica segnatura «Mazzo 28 n. 20». Si concede un pergolo di legno largo piedi tre.', sheet(4, { copy: 'Originale', formerCode: 'Mazzo 28, n. 20', ...at(['Contrada di San Leonardo'], ['Licenze edilizie']) })),
    item('b. 62, n. 23', '1571', 'Scala esterna di dona Isabetta Pizzacara', 'Negata, «perché imbraccia la via».', sheet(2, { copy: 'Originale', ...at(['Contrada di Santa Lucia'], ['Licenze edilizie']) })),
    item('b. 62, n. 30', '1578 dic. 11', 'Bottega di marangon presso il ponte dei Tadi', 'Si concede, purché il lavoro non passi la soglia.', sheet(2, { copy: 'Originale', ...at(['Ponte dei Tadi'], ['Arti']) })),
  ]),
  file('b. 63', '1581-1605', 'Fabbrica del palazzo delle Scuole: case vicine', 'Compensi ad affittuali sloggiati per il cortile del Bo.', dossier(34, { ...at(['Palazzo del Bo'], ['Università', 'Espropriazioni']), bodies: ['Studio di Padova'] })),
  file('b. 64', '1606-1640', 'Incanti di fabbriche pubbliche', 'Polizze d’incanto con le offerte a candela.', register(77, at(['Padova'], ['Appalti']))),
  file('b. 65', '1641-1698', 'Multe e avvisi', 'Cedole affisse e strappate, una con la macchia di una mela.', thread(120, at(['Padova'], ['Sanzioni']))),
  file('b. 66', '1699-1730', 'Fabbriche di patrizi veneti', 'Palazzi di villa in città: suppliche scritte come ordini.', dossier(39, at(['Padova'], ['Patriziato veneziano', 'Palazzi'])), [
    plate(['b. 66, dis. 1', '1718 mar. 30', 'Facciata di palazzo a San Massimo', 'Progetto con due soluzioni incollate l’una sull’altra.', 44, 63, map('Prospetto', 'Scala di piedi veneti 40', 'Acquerello'), 'Contrada di San Massimo']),
  ]),
  file('b. 67', '1731-1769', 'Case in contrada di Ognissanti', 'Fabbricati di lavandai presso il fiume, con tettoie su pali.', dossier(45, at(['Contrada di Ognissanti'], ['Licenze edilizie'])), [
    plate(['b. 67, dis. 1', '1744', 'Tettoie dei lavandai sul Piovego', 'Mappa di rilievo in colore verde acqua.', 31, 49, map('Rilievo', 'Scala di pertiche padovane 8', 'Acquerello', 'Sud'), 'Piovego']),
  ]),
  file('b. 68', '1770-1797', 'Fabbriche private, ultimo periodo', 'La pratica si fa stampata, con spazi da riempire.', box(13, at(['Padova'], ['Licenze edilizie']))),
  file('b. 69', '1806-1829', 'Commissione all’ornato: prime pratiche', 'Pareri su colori e cornici; richiami alla simmetria.', dossier(92, { ...at(['Padova'], ['Ornato']), languages: ['ita', 'deu'] }), [
    plate(['b. 69, dis. 1', '1826 ago. 3', 'Progetto di bottega da caffè presso le Debite', 'Pianta e prospetto su carta velina, con nota «si approva levati i leoni».', 48, 66, map('Prospetto', '1:50', 'Inchiostri policromi'), 'Piazza delle Debite']),
  ]),
  file('b. 70', '1830-1850', 'Caffè, teatri, macello', 'Carte sulle fabbriche dell’età di Giuseppe Jappelli: atti di ornato, di collaudo, di protesta.', dossier(105, { ...at(['Padova'], ['Ornato', 'Caffè', 'Macelli']), persons: ['Jappelli, Giuseppe, architetto'], languages: ['ita', 'deu'] })),
];

/** Weights and measures, formerly «Monete e misure». */
export const WEIGHTS: readonly Unit[] = [
  file('b. 90', '1505-1560', 'Bollatura di stadere e bilance', 'Elenchi di bottegai bollati, con quattro segni diversi per quartiere.', register(70, { formerCode: 'Monete e misure, 1', ...at(['Padova'], ['Pesi e misure']) })),
  file('b. 91', '1561-1630', 'Processi per misure scarse', 'Vin venduto a boccale piccolo, formento raso con mano pesante.', dossier(55, at(['Padova'], ['Pesi e misure', 'Processi']))),
  file('b. 92', '1631-1720', 'Campioni in ferro e loro custodia', 'Inventario di campioni: piede, pertica, staro, boccale; prestito al territorio.', dossier(31, at(['Palazzo della Ragione'], ['Pesi e misure']))),
  file('b. 93', '1721-1806', 'Monete calanti e tariffe', 'Tariffe a stampa, saggi di zecchini.', dossier(47, at(['Padova'], ['Monete']))),
  file('b. 94', '1807-1830', 'Passaggio alle misure metriche', 'Tavole di ragguaglio fra pertica padovana e metro; un bottegaio rifiuta di imparare.', dossier(28, { ...at(['Padova'], ['Pesi e misure']), languages: ['ita', 'deu'] })),
];
