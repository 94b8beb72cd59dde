import { box, dossier, parchment, register, sheet, thread } from '#ingest/demo/forms.ts';
import { file, item, type Unit } from '#ingest/demo/model.ts';

const S = (...subjects: string[]): { subjects: string[] } => ({ subjects });

/** Boxes, registers and parchments of the health office, in one run: the fonds is not divided into series. */
export const SANITA_UNITS: readonly Unit[] = [
  file('b. 1', 'sec. XVI prima metà', 'Copie di parti antiche in materia di sanità, dal 1260', 'Trascrizioni di statuti e parti, dal 1260 in poi: letame in piazza, acqua dei tintori, sepolture dei forestieri.', dossier(57, { ...S('Statuti', 'Parti e lettere'), languages: ['lat'], formerCode: 'Sanità A' })),
  file('b. 2', '1459 - sec. XVIII', 'Pergamene', 'Cartella di pergamene; il fondo ne conta venticinque.', { type: 'Busta', extent: '1 busta, pergg. 5 (scelta dimostrativa)', languages: ['lat'], state: 'Buono' }, [
    item('b. 2, perg. 1', '1471 set. 17', 'Licenza di scavare un fosso fuori di Porta Savonarola', '', { ...parchment(25, 38, { copy: 'Originale', issuedAt: 'Padova', regesto: 'I rettori di Padova concedono di scavare un fosso per scolo di acque morte, a spese dei vicini.', dorsal: '«Pro fovea».', seal: { nature: 'Sigillo a una faccia', material: 'Cera', applied: 'Pendente', text: 'Frammento con leone in moleca.' } }) }),
    item('b. 2, perg. 7', '1528 ago. 5', 'Privilegio a un cerusico per la cura del mal francese', '', { ...parchment(33, 45, { copy: 'Originale', issuedAt: 'Venezia', regesto: 'Si concede a un cerusico lodigiano di medicare per dieci anni con un unguento segreto, gratis per i poveri.', dorsal: '«Unguentum gallicum», di mano coeva.' }), ...S('Medicina') }),
    item('b. 2, perg. 11', '1577 lug. 21', 'Voto della città per la liberazione dalla peste', '', { ...parchment(40, 52, { copy: 'Copia autentica', issuedAt: 'Padova', regesto: 'Il Consiglio fa voto di una processione e di un cero di cento libbre.', languages: ['ita'] }), ...S('Peste', 'Devozioni') }),
    item('b. 2, perg. 16', '1649 nov. 3', 'Patente di protomedico', '', { ...parchment(29, 41, { copy: 'Originale', issuedAt: 'Padova', regesto: 'I provveditori eleggono il protomedico con facoltà di visitare le spezierie.', languages: ['ita'] }), ...S('Medici', 'Spezierie') }),
    item('b. 2, perg. 24', '1768 giu. 9', 'Privilegio miniato di una fraglia di speziali', '', { ...parchment(44, 31, { copy: 'Originale', regesto: 'Conferma dei capitoli della fraglia, con miniatura dei santi Cosma e Damiano.', languages: ['ita'] }), ...S('Spezierie', 'Arti') }),
  ]),
  file('reg. 3', '1531-1549', 'Parti e lettere, registro primo', 'Primi atti dell’ufficio stabile: elezione di provveditori, bandi di lebbrosi, pulizia dei macelli.', register(196, { ...S('Parti e lettere'), languages: ['lat', 'ita'] })),
  file('reg. 4', '1550-1574', 'Parti e lettere, registro secondo', 'Corrispondenza con le sanità di Verona e Vicenza sugli avvisi di Germania.', register(222, S('Parti e lettere', 'Quarantena'))),
  file('reg. 5', '1575 lug. 7 - 1577 dic. 30', 'Parti e lettere nel contagio', 'Ogni carta porta il numero dei malati del giorno; pagine listate a nero.', register(178, { ...S('Peste', 'Parti e lettere'), state: 'Mediocre' }), [
    item('reg. 5, c. 12', '1575 ago. 4', 'Ordine di serrare le scuole e vietare le riunioni', 'Si vietano prediche, balli, scuole d’abaco e giochi di palla.', sheet(1, { copy: 'Copia coeva', ...S('Peste', 'Scuole') })),
    item('reg. 5, c. 77', '1576 giu. 29', 'Parere di medici dello Studio sulla natura del male', 'I lettori, divisi, negano la peste; una mano postilla: «viderunt et non crediderunt».', sheet(4, { copy: 'Copia coeva', bodies: ['Studio di Padova'], ...S('Peste', 'Medicina') })),
    item('reg. 5, c. 140', '1577 gen. 6', 'Licenza di riaprire le botteghe degli strazzaroli', 'Con obbligo di bollire i panni.', sheet(1, { copy: 'Copia coeva', ...S('Peste', 'Arti') })),
  ]),
  file('reg. 6', '1578-1603', 'Parti e lettere, registro quarto', 'Spurghi e ricordi della peste; licenze di fiera.', register(201, S('Parti e lettere'))),
  file('reg. 7', '1604-1629', 'Parti e lettere, registro quinto', 'Sospetti di Francia e di Milano; fede di sanità a stampa.', register(240, S('Parti e lettere', 'Quarantena'))),
  file('reg. 8', '1630-1633', 'Parti e lettere, «Contagio»', 'Scrivono tre cancellieri; il secondo muore a c. 96.', register(212, { ...S('Peste'), originalTitle: true, state: 'Mediocre' })),
  file('reg. 9', '1634-1690', 'Parti e lettere, registro settimo', 'Registro composto da quinterni di tre formati.', register(260, S('Parti e lettere'))),
  file('reg. 10', '1691-1750', 'Parti e lettere, registro ottavo', 'Alta frequenza di lettere sulle epizoozie.', register(288, S('Parti e lettere', 'Epizoozie'))),
  file('reg. 11', '1751-1810', 'Parti e lettere, ultimo registro', 'Dalla Repubblica al Regno italico senza cambiare volume.', register(301, { ...S('Parti e lettere'), languages: ['ita', 'deu', 'fra'] })),
  file('b. 12', '1540-1580', 'Cause e processi: lordure e acque', 'Processi contro tintori, conciapelli, un monastero di monache che scarica sul vicolo.', box(17, S('Cause e processi', 'Acque')), [
    item('b. 12, fasc. 3', '1552 mag. 13', 'Processo contro un conciapelli a Ponte Corvo', 'Due testi: l’acqua «pute che è una morte».', sheet(9, { copy: 'Originale', places: ['Ponte Corvo'], ...S('Processi', 'Acque') })),
    item('b. 12, fasc. 8', '1566 lug. 30', 'Querela di vicini contro le monache di San Biagio', 'Si rimette al vicario con lettera cortese.', sheet(5, { copy: 'Originale', places: ['Contrada di San Biagio'], ...S('Monasteri') })),
    item('b. 12, fasc. 15', '1579', 'Processo a un venditore di teriaca falsa', 'Visita alla cassetta: miele e polvere di mattoni.', sheet(11, { copy: 'Originale', ...S('Spezierie', 'Processi') })),
  ]),
  file('b. 13', '1581-1629', 'Cause e processi: vagabondi e mendicanti', 'Interrogatori del capitanio; elenchi di poveri con contrassegni.', box(22, S('Cause e processi', 'Poveri')), [
    item('b. 13, fasc. 6', '1591 dic. 4', 'Nota di poveri forestieri licenziati dalla città', 'Centotrentadue nomi, con la porta da cui uscirono.', sheet(6, { copy: 'Originale', ...S('Poveri') })),
    item('b. 13, fasc. 19', '1612 ago. 8', 'Costituto di una cingana', 'Racconta il cammino da Bassano; si firma con una croce.', sheet(4, { copy: 'Originale', places: ['Bassano'], ...S('Processi') })),
  ]),
  file('b. 14', '1630-1631', 'Cause e processi del contagio: furti nelle case serrate', 'Denunce di furto contro nettatori, con inventari minuziosi.', box(19, { ...S('Peste', 'Cause e processi'), state: 'Mediocre' }), [
    item('b. 14, fasc. 2', '1630 set. 16', 'Furto di lenzuola in contrada dei Carmini', 'L’imputato dice di averle trovate «sopra la finestra a sole».', sheet(8, { copy: 'Originale', places: ['Contrada di Santa Maria dei Carmini'], ...S('Peste', 'Processi') })),
    item('b. 14, fasc. 11', '1631 gen. 20', 'Fuga dal Lazzaretto di due fratelli', 'Presi a Noventa, in barca.', sheet(5, { copy: 'Originale', places: ['Noventa Padovana', 'Lazzaretto'], ...S('Peste', 'Processi') })),
  ]),
  file('b. 15', '1634-1720', 'Cause e processi: carni e vini guasti', 'Sequestri a beccari e osti.', thread(176, S('Cause e processi', 'Annona'))),
  file('b. 16', '1721-1806', 'Cause e processi: levatrici, cerusici, ciarlatani', 'Esami di levatrici e licenze a ciarlatani in piazza.', box(24, S('Cause e processi', 'Medicina', 'Levatrici')), [
    item('b. 16, fasc. 4', '1734 mag. 22', 'Esame di Pasqua Bellon, comare', 'Nome inventato. Risponde a quattordici domande; approvata «con avvertimento».', sheet(4, { copy: 'Originale', ...S('Levatrici') })),
    item('b. 16, fasc. 10', '1759 set. 2', 'Licenza a un cavadenti napoletano', 'Con un foglio a stampa dei suoi prodigi.', sheet(3, { copy: 'Originale', ...S('Spettacoli', 'Medicina') })),
    item('b. 16, fasc. 21', '1790 feb. 17', 'Visita alle spezierie della città', 'Elenco di trentuno spezierie con il giudizio del protomedico.', sheet(12, { copy: 'Originale', ...S('Spezierie') })),
  ]),
  file('b. 17', '1555-1576', 'Peste: avvisi di fuori', 'Avvisi da Trento, Verona, Venezia, con i tagli della disinfezione e l’odore che ancora si sente.', thread(92, { ...S('Peste', 'Quarantena'), places: ['Trento', 'Verona', 'Venezia'] })),
  file('b. 18', '1576', 'Peste: liste per contrada', 'Case serrate e riaperte, contrada per contrada; sul dorso piccoli conti.', box(4, { ...S('Peste'), places: ['Duomo, quartiere', 'Torricelle, quartiere', 'Ponte Molino, quartiere', 'Ponte Altinate, quartiere'] }), [
    item('b. 18, fasc. 1', '1576 lug. 10', 'Lista di case serrate nel quartiere del Duomo', 'Quarantuno case, duecentosei persone.', sheet(7, { copy: 'Originale', places: ['Duomo, quartiere'], ...S('Peste') })),
    item('b. 18, fasc. 2', '1576 lug. 11', 'Lista di case serrate nel quartiere delle Torricelle', 'Trentasette case; in fine sei nomi cancellati.', sheet(6, { copy: 'Originale', places: ['Torricelle, quartiere'], ...S('Peste') })),
    item('b. 18, fasc. 3', '1576 lug. 11', 'Lista di case serrate nel quartiere di Ponte Molino', 'Con l’avvertenza che i mulini non si serrano.', sheet(8, { copy: 'Originale', places: ['Ponte Molino, quartiere'], ...S('Peste', 'Mulini') })),
    item('b. 18, fasc. 4', '1576 lug. 13', 'Lista di case serrate nel quartiere di Ponte Altinate', 'La più lunga: il Portello conta metà delle case.', sheet(12, { copy: 'Originale', places: ['Ponte Altinate, quartiere', 'Portello'], ...S('Peste') })),
  ]),
  file('b. 19', '1630-1632', 'Peste: rastelli, guardie, fedi', 'Fedi di sanità per entrare e uscire; ruoli di guardie ai rastelli.', box(15, S('Peste', 'Quarantena'))),
  file('b. 20', '1631-1632', 'Peste: pianto e ringraziamento', 'Conti di una lampada e di un quadro votivo; lettere di consolazione.', dossier(24, { ...S('Peste', 'Devozioni') })),
  file('b. 21', '1649-1743', 'Peste: timori da Levante e da Messina', 'Stampe, editti, mappe di cordoni sanitari.', box(9, { ...S('Peste', 'Quarantena'), places: ['Messina'] })),
  file('b. 22', '1711-1715', 'Malattie delle bestie: il mal bovino', 'Relazioni dal contado e sezioni di bovini fatte da lettori dello Studio.', box(11, { ...S('Malattie delle bestie', 'Epizoozie'), persons: ['Ramazzini, Bernardino, medico'] }), [
    item('b. 22, fasc. 3', '1711 ott. 2', 'Relazione dal territorio sul primo bue malato', 'Il male entra con un bue smarrito della Dalmazia.', sheet(5, { copy: 'Copia coeva', ...S('Epizoozie') })),
    item('b. 22, fasc. 7', '1712 gen. 14', 'Nota di bovini morti per vicaria', 'Colonne per vicaria, in tutto seimila capi circa.', sheet(3, { copy: 'Originale', ...S('Epizoozie') })),
  ]),
  file('b. 23', '1740-1796', 'Malattie delle bestie: cavalli e cani', 'Cimurro, rabbia, licenze ai maniscalchi.', dossier(58, S('Malattie delle bestie', 'Epizoozie'))),
  file('b. 24', '1770-1805', 'Risaie e aria cattiva', 'Suppliche di comuni contro le risaie e pareri sull’aria.', dossier(66, { ...S('Aria', 'Agricoltura'), places: ['Piove di Sacco'] })),
  file('b. 25', '1806-1810', 'Sanità del Regno italico: vaccinazioni', 'Prospetti di bambini vaccinati, con premi ai medici.', dossier(81, S('Vaccinazioni'))),
];
