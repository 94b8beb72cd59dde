import { box, sheet, volume } from '#ingest/demo/forms.ts';
import { file, item, type Unit } from '#ingest/demo/model.ts';

const GUIDE = { places: ['Venezia', 'Padova'] };

/** Letters between the deputies and the envoys in Venice: boxes with chosen letters. */
export const LETTERS: readonly Unit[] = [
  file(
    'Lettere, 1',
    '1562 feb. 3 - 1566',
    'Primo carteggio con il nunzio residente',
    'Istruzioni al primo nunzio: come presentarsi in Collegio, quali patrizi visitare, che cosa tacere. Le minute portano fitte correzioni.',
    volume(214, GUIDE),
    [
      item(
        'Lettere, 1, c. 2',
        '1562 feb. 3',
        'I deputati al nunzio: istruzione per la prima udienza in Collegio',
        'Si raccomanda di ricordare i privilegi della dedizione e di non promettere denaro senza parte del Consiglio.',
        sheet(2, { copy: 'Minuta', issuedAt: 'Padova', subjects: ['Privilegi', 'Ambascerie'] }),
      ),
      item(
        'Lettere, 1, c. 57',
        '1563 nov. 21',
        'Il nunzio ai deputati: spesa per la barca e per il servitore',
        'Chiede che la città paghi il burchiello del sabato e un mantello nuovo, «ché in Venetia si guarda».',
        sheet(1, { copy: 'Originale', issuedAt: 'Venezia', subjects: ['Spese pubbliche'] }),
      ),
      item(
        'Lettere, 1, c. 130',
        '1565 giu. 8',
        'Lite per le acque del Bacchiglione con i Vicentini',
        'Relazione del nunzio sul dibattimento ai Savi alle acque, con la notizia di un sopralluogo a Longare.',
        sheet(3, { copy: 'Originale', issuedAt: 'Venezia', places: ['Longare', 'Bacchiglione'], subjects: ['Acque'] }),
      ),
    ],
  ),
  file(
    'Lettere, 2',
    '1567-1573',
    'Lettere sulla guerra di Cipro e sui galeotti del contado',
    'Riparto degli uomini da remo fra le vicarie e denaro offerto in loro vece.',
    volume(190, { ...GUIDE, subjects: ['Milizie', 'Guerra di Cipro'] }),
    [
      item(
        'Lettere, 2, c. 41',
        '1571 ott. 22',
        'Il nunzio annuncia la vittoria di Lepanto',
        'Breve lettera scritta «con la piazza piena e le campane a festa»; segue la richiesta di luminarie in città.',
        sheet(1, { copy: 'Originale', issuedAt: 'Venezia', subjects: ['Battaglia di Lepanto', 'Feste pubbliche'] }),
      ),
      item(
        'Lettere, 2, c. 98',
        '1572 mar. 4',
        'Memoriale delle vicarie contro il riparto dei galeotti',
        'Le podesterie minori lamentano di dare più uomini della città.',
        sheet(4, {
          copy: 'Copia coeva',
          places: ['Camposampiero', 'Piove di Sacco', 'Conselve'],
          subjects: ['Territorio padovano'],
        }),
      ),
    ],
  ),
  file(
    'Lettere, 3',
    '1574-1581',
    'Carteggio nel tempo della peste',
    'Sospensione del traffico con Venezia, bollettini di sanità, lettere profumate e tagliate.',
    volume(160, { state: 'Mediocre', subjects: ['Peste'] }),
    [
      item(
        'Lettere, 3, c. 66',
        '1576 lug. 29',
        'Il nunzio, sequestrato in casa, scrive per interposta persona',
        'Detta al fante dalla finestra le notizie del giorno e domanda licenza di tornare in villa.',
        sheet(1, { copy: 'Copia semplice', issuedAt: 'Venezia', subjects: ['Peste', 'Quarantena'] }),
      ),
    ],
  ),
  file(
    'Lettere, 4',
    '1582-1599',
    'Lettere ai nunzi su estimo e gravezze',
    'La nuova descrizione dei beni occupa la maggior parte del volume; molte lettere accompagnano sommari di cifra oggi mancanti.',
    volume(231, { subjects: ['Estimo', 'Gravezze'] }),
  ),
  file(
    'Lettere, 5',
    '1600-1611',
    'Carteggio del tempo dell’Interdetto',
    'I deputati chiedono come trattare con i Gesuiti in partenza e con il vescovo; il nunzio riferisce voci raccolte a Rialto.',
    volume(175, { bodies: ['Compagnia di Gesù'], subjects: ['Interdetto'] }),
    [
      item(
        'Lettere, 5, c. 112',
        '1606 mag. 12',
        'Avviso sulla partenza dei padri Gesuiti dal collegio',
        'Si descrive l’inventario dei mobili lasciati e la consegna delle chiavi al cancelliere.',
        sheet(2, {
          copy: 'Minuta',
          issuedAt: 'Padova',
          persons: ['Sarpi, Paolo'],
          subjects: ['Interdetto', 'Collegi'],
        }),
      ),
    ],
  ),
  file(
    'Lettere, 6',
    '1612-1629',
    'Carteggio con Venezia sopra fiere e mercanzie',
    'Fiera del Santo, passaggio dei panni tedeschi, pretese dei mercanti bergamaschi.',
    volume(205, { subjects: ['Fiere', 'Commercio'], places: ['Prato della Valle'] }),
  ),
  file(
    'Lettere, 7',
    '1630 giu. - 1632',
    'Lettere del contagio del 1630',
    'Quasi ogni giorno una lettera: morti della notte, ponti alzati, viveri al Lazzaretto.',
    volume(144, { subjects: ['Peste'], places: ['Lazzaretto'] }),
    [
      item(
        'Lettere, 7, c. 15',
        '1630 lug. 24',
        'Numero dei morti e richiesta di medici',
        'I deputati offrono doppio salario a chi accetti di servire nelle case infette.',
        sheet(2, { copy: 'Minuta', issuedAt: 'Padova', subjects: ['Peste', 'Medici'] }),
      ),
      item(
        'Lettere, 7, c. 88',
        '1631 nov. 30',
        'Ringraziamenti per la liberazione dalla peste',
        'Proposta di una processione annuale e di una lampada all’arca del Santo.',
        sheet(1, { copy: 'Minuta', issuedAt: 'Padova', places: ['Basilica di Sant’Antonio'], subjects: ['Devozioni'] }),
      ),
    ],
  ),
  file(
    'Lettere, 8',
    '1633-1655',
    'Lettere dei nunzi durante la guerra di Candia',
    'Sussidi, doni gratuiti, vendita di nobiltà: il nunzio misura ogni richiesta con la borsa della città.',
    volume(248, { subjects: ['Guerra di Candia', 'Gravezze'] }),
  ),
  file(
    'Lettere, 9',
    '1656-1686',
    'Carteggio ordinario',
    'Volume di composizione tarda; una rubrica settecentesca elenca i mittenti.',
    volume(260, { formerCode: 'Nunzi, n. 31' }),
  ),
  file(
    'Lettere, 10',
    '1687 apr. 8 - 1699',
    'Regole della nunziatura e primi carteggi quinquennali',
    'Si apre con la parte che fissa durata, stipendio e divieto di rielezione del nunzio.',
    volume(199, { bodies: ['Nunzio di Padova in Venezia'], subjects: ['Ambascerie'] }),
    [
      item(
        'Lettere, 10, c. 1',
        '1687 apr. 8',
        'Parte sulla durata e sul salario del nunzio',
        'Cinque anni, seicento ducati annui, sei mesi di affiancamento con il successore.',
        sheet(4, { copy: 'Copia autentica', issuedAt: 'Padova', subjects: ['Cariche cittadine'] }),
      ),
    ],
  ),
  file(
    'Lettere, 11',
    '1700-1722',
    'Lettere sul passaggio degli eserciti',
    'Danni di truppe imperiali e francesi nelle campagne, contati a carra di fieno.',
    volume(187, { subjects: ['Guerra di successione spagnola', 'Danni di guerra'], places: ['Este', 'Monselice'] }),
  ),
  file(
    'Lettere, 12',
    '1723-1740',
    'Carteggio per la regolazione della Brenta',
    'Pareri di matematici dello Studio e relazioni del nunzio ai magistrati delle acque.',
    volume(211, { persons: ['Poleni, Giovanni, matematico'], places: ['Brenta'], subjects: ['Acque'] }),
    [
      item(
        'Lettere, 12, c. 77',
        '1731 set. 18',
        'Parere di un matematico dello Studio sul taglio di una volta di Brenta',
        'Si discute la pendenza del nuovo alveo; un disegno richiamato nel testo non è conservato.',
        sheet(5, { copy: 'Copia coeva', bodies: ['Studio di Padova'], subjects: ['Idraulica'] }),
      ),
    ],
  ),
  file(
    'Lettere, 13',
    '1741-1767',
    'Lettere sopra l’annona e i forni',
    'Scarsità del 1764, calmieri, licenze di pistori.',
    volume(202, { subjects: ['Annona', 'Fornai'] }),
  ),
  file(
    'Lettere, 14',
    '1768-1780',
    'Carteggio sul Prato della Valle e sulla fiera nuova',
    'Il nunzio procura il consenso dei magistrati veneziani alle spese del Prato.',
    box(6, { persons: ['Memmo, Andrea, provveditore straordinario'], places: ['Prato della Valle'] }),
    [
      item(
        'Lettere, 14, fasc. 3',
        '1775 giu. 27',
        'Conti delle prime botteghe di legno attorno all’Isola',
        'Prospetto di entrata e uscita con il nome dei mercanti accolti.',
        sheet(6, { copy: 'Copia semplice', subjects: ['Fiere'] }),
      ),
    ],
  ),
  file(
    'Lettere, 15',
    '1781-1792',
    'Carteggio sulle acque pubbliche e sui mulini del Bassanello',
    'Contrasto fra mugnai e barcaroli per l’altezza delle roste.',
    box(5, { places: ['Bassanello'], subjects: ['Mulini', 'Navigazione interna'] }),
  ),
  file(
    'Lettere, 16',
    '1793-1797 apr. 25',
    'Ultime lettere del nunzio',
    'Le notizie d’oltralpe entrano nelle lettere d’ufficio; l’ultima chiede istruzioni che non vennero.',
    box(4, { subjects: ['Caduta della Repubblica di Venezia'] }),
    [
      item(
        'Lettere, 16, fasc. 4, n. 9',
        '1797 apr. 25',
        'Il nunzio domanda istruzioni',
        'Foglio senza risposta, piegato e sigillato ma non spedito.',
        sheet(1, {
          copy: 'Originale',
          issuedAt: 'Venezia',
          seal: {
            nature: 'Sigillo a una faccia',
            material: 'Cera sotto carta',
            applied: 'Aderente',
            text: 'Sigillo di ufficio, impronta in parte perduta.',
          },
        }),
      ),
    ],
  ),
];
