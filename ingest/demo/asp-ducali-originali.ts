import { dogeOf } from '#ingest/demo/doges.ts';
import { box, parchment } from '#ingest/demo/forms.ts';
import { file, item, type Unit } from '#ingest/demo/model.ts';

type Letter = readonly [dates: string, title: string, matter: string, subject: string, dorsal?: string];

const BOXES: readonly (readonly [
  code: string,
  dates: string,
  title: string,
  scope: string,
  letters: readonly Letter[],
])[] = [
  [
    'Ducali originali, b. 1',
    '1487-1500',
    'Ducali del tempo di Agostino Barbarigo',
    'Pergamene con bolla di piombo pendente, per lo più caduta; due conservano il filo di canapa. Su molte la cancelleria civica segnò l’oggetto sul dorso.',
    [
      [
        '1487 mar. 14',
        'Conferma dei privilegi degli scolari dello Studio',
        'ordina che gli scolari oltramontani non siano gravati del dazio sul vino introdotto per proprio uso',
        'Università',
        'Pro scholaribus',
      ],
      [
        '1489 ott. 2',
        'Riparazione del ponte di Torricelle',
        'concede di spendere trecento ducati del denaro delle condanne per rifare il ponte, caduto nella piena',
        'Ponti',
      ],
      [
        '1492 mag. 30',
        'Divieto di portare armi nelle feste del Santo',
        'proibisce armi, bastoni e balestre dal vespro della vigilia fino all’ottava',
        'Ordine pubblico',
        'Contra arma',
      ],
      [
        '1496 feb. 11',
        'Biade da condurre a Venezia',
        'sollecita il terzo delle biade promesse e minaccia l’invio di un avogadore',
        'Annona',
      ],
      [
        '1499 lug. 6',
        'Cernide del Padovano per l’armata',
        'comanda duecento uomini delle cernide, da pagare per due mesi anticipati',
        'Milizie',
      ],
    ],
  ],
  [
    'Ducali originali, b. 2',
    '1503-1520',
    'Ducali del tempo di Leonardo Loredan',
    'Lettere prima e dopo l’assedio: il salto fra il giugno 1509 e il luglio dello stesso anno segue le vicende della città.',
    [
      [
        '1503 apr. 19',
        'Lite fra il collegio dei giuristi e quello degli artisti',
        'rimette ai rettori la precedenza nelle processioni, purché cessino gli scandali',
        'Università',
        'De precedentiis',
      ],
      [
        '1507 nov. 8',
        'Scavo del naviglio di Battaglia',
        'approva il riparto della spesa fra città, territorio e mulini',
        'Acque',
      ],
      [
        '1509 lug. 20',
        'Lode ai cittadini dopo il ritorno di San Marco',
        'promette memoria perpetua della fede del popolo e ordina di riparare le porte',
        'Guerra della Lega di Cambrai',
        'Post recuperationem',
      ],
      [
        '1509 set. 29',
        'Levata dell’assedio imperiale',
        'comanda tre giorni di preghiere e la stima dei danni nei borghi',
        'Guerra della Lega di Cambrai',
      ],
      [
        '1513 gen. 22',
        'Guasto attorno alle mura',
        'ordina di atterrare entro un mese le case rimaste nel raggio di un miglio',
        'Mura',
        'Guastum',
      ],
      [
        '1517 ott. 5',
        'Riapertura dello Studio',
        'consente di chiamare lettori con salario dalla Camera fiscale',
        'Università',
      ],
    ],
  ],
  [
    'Ducali originali, b. 3',
    '1525-1538',
    'Ducali del tempo di Andrea Gritti',
    'Il doge, che aveva difeso la città nel 1509, vi torna spesso con ordini minuti sulle fortificazioni.',
    [
      [
        '1525 mag. 4',
        'Baluardi fra Savonarola e la Saracinesca',
        'approva il disegno dei bastioni e ne affida la sorveglianza al capitanio',
        'Mura',
        'De propugnaculis',
      ],
      [
        '1527 dic. 10',
        'Poveri forestieri accorsi per la carestia',
        'autorizza a rimandare i forestieri con un pane per giorno di cammino',
        'Poveri',
      ],
      [
        '1530 ago. 17',
        'Provveditori sopra la sanità',
        'loda l’elezione di cittadini stabilmente deputati alla sanità',
        'Sanità pubblica',
        'De sanitate',
      ],
      [
        '1533 giu. 12',
        'Spurgo dei pozzi pubblici',
        'consente un carato sul dazio dell’acqua per nettare i pozzi di piazza',
        'Pozzi',
      ],
      [
        '1537 set. 1',
        'Legnami per l’Arsenale',
        'vieta di tagliare roveri di misura senza segno del capitanio',
        'Boschi',
      ],
    ],
  ],
  [
    'Ducali originali, b. 4',
    '1540-1569',
    'Ducali da Pietro Lando a Pietro Loredan',
    'Busta di sei mazzetti rifatti nell’Ottocento, con cartellini di mano del museo.',
    [
      [
        '1542 mar. 3',
        'Ebrei dimoranti presso il Duomo',
        'conferma la condotta dei banchi e vieta molestie nella Settimana santa',
        'Ebrei',
      ],
      [
        '1545 giu. 29',
        'Orto dei semplici',
        'comanda di assegnare allo Studio il terreno presso il monastero di Santa Giustina',
        'Orto botanico',
        'Hortus simplicium',
      ],
      [
        '1549 nov. 27',
        'Monache di San Mattia',
        'ordina ai rettori di assistere il vicario nella clausura',
        'Monasteri',
      ],
      [
        '1556 apr. 16',
        'Prezzo del pane',
        'approva il calmiere proposto e la pesa presso la piazza delle Erbe',
        'Annona',
      ],
      [
        '1562 feb. 12',
        'Nunzio della città',
        'ammette in Collegio il nunzio residente eletto dal Consiglio',
        'Ambascerie',
        'Pro nuncio',
      ],
      ['1569 ago. 8', 'Carestia e biade forestiere', 'concede il transito a mille staia di miglio ferrarese', 'Annona'],
    ],
  ],
  [
    'Ducali originali, b. 5',
    '1572-1605',
    'Ducali da Alvise Mocenigo a Marino Grimani',
    'Vi prevalgono la peste, le acque e lo Studio.',
    [
      [
        '1572 gen. 19',
        'Decime del clero padovano',
        'sollecita il clero a mettere in scritto i beni acquistati dopo l’ultima polizza',
        'Clero',
      ],
      [
        '1576 lug. 13',
        'Bando del commercio con Padova',
        'sospende ogni traffico con la città fino a nuovo ordine dei Provveditori alla sanità',
        'Peste',
        'Bannum pestis',
      ],
      [
        '1577 feb. 25',
        'Restituzione del commercio',
        'riapre il passo del Portello dopo quaranta giorni senza morti sospette',
        'Peste',
      ],
      ['1581 mag. 9', 'Monte di pietà', 'approva il bilancio del Monte e ne loda i conservatori', 'Monte di pietà'],
      [
        '1592 nov. 3',
        'Lettura delle matematiche',
        'partecipa ai Riformatori la condotta del lettore delle matematiche nello Studio, con salario di centottanta fiorini',
        'Università',
        'Galilei',
      ],
      ['1598 set. 18', 'Acque della Brentella', 'vieta nuove bocche lungo la Brentella', 'Acque'],
      ['1604 dic. 1', 'Banditi nei Colli', 'dà facoltà di levare bando a chi consegni due compagni', 'Banditi'],
    ],
  ],
  [
    'Ducali originali, b. 6',
    '1607-1645',
    'Ducali da Leonardo Donà a Francesco Erizzo',
    'Carte della peste del 1630 legate a parte da un nastro verde.',
    [
      [
        '1607 apr. 22',
        'Fine dell’Interdetto',
        'informa i rettori della composizione e prescrive silenzio sulle dispute passate',
        'Interdetto',
      ],
      [
        '1610 set. 10',
        'Licenza al lettore delle matematiche',
        'avvisa che il lettore lascia lo Studio e che si provveda alla lettura',
        'Università',
      ],
      [
        '1620 giu. 5',
        'Sale e contrabbandi a Piove',
        'commette al capitanio un processo contro i salaroli',
        'Contrabbando',
      ],
      [
        '1630 lug. 9',
        'Sospetto di peste nei borghi',
        'comanda di serrare le case e di tener distinti i conti della sanità',
        'Peste',
        'De contagio',
      ],
      [
        '1631 giu. 14',
        'Beni degli eredi morti nel contagio',
        'proroga di un anno i termini delle successioni',
        'Successioni',
      ],
      ['1638 ott. 28', 'Fiera del Santo', 'conferma franchigia di otto giorni', 'Fiere'],
    ],
  ],
  [
    'Ducali originali, b. 7',
    '1648-1699',
    'Ducali delle guerre di Candia e di Morea',
    'Domande di denaro, quasi tutte con ringraziamento.',
    [
      [
        '1648 feb. 20',
        'Offerta della città per Candia',
        'gradisce il dono di seimila ducati',
        'Guerra di Candia',
        'Donum gratuitum',
      ],
      [
        '1661 mag. 11',
        'Regole del Consiglio',
        'approva le regole votate l’anno avanti per l’elezione dei sedici',
        'Consiglio',
      ],
      [
        '1669 ott. 4',
        'Ritorno dei soldati da Candia',
        'prescrive quarantena agli sbandati diretti in terraferma',
        'Sanità pubblica',
      ],
      [
        '1678 giu. 25',
        'Laurea di Elena Lucrezia Cornaro Piscopia',
        'approva il concorso di pubblico nel Duomo e ordina guardie alle porte',
        'Università',
      ],
      [
        '1681 gen. 30',
        'Campatico',
        'trasmette il decreto del Senato che imposta i beni fruttiferi secondo qualità',
        'Campatico',
        'De campatico',
      ],
      ['1690 mag. 17', 'Feste per le vittorie di Morea', 'ordina Te Deum e moderate luminarie', 'Feste pubbliche'],
    ],
  ],
  [
    'Ducali originali, b. 8',
    '1703-1797',
    'Ducali del Settecento',
    'Le ultime pergamene sono formulari a stampa riempiti a mano.',
    [
      [
        '1703 ago. 7',
        'Neutralità armata',
        'commette di negare alloggio entro le mura alle truppe di passaggio',
        'Guerra di successione spagnola',
      ],
      ['1715 feb. 13', 'Lotto pubblico', 'fissa le estrazioni', 'Giochi'],
      ['1739 nov. 20', 'Teatro Obizzi', 'permette opere in musica nella stagione della fiera', 'Spettacoli'],
      ['1761 mag. 8', 'Accademia di agricoltura', 'invita a promuovere prove di nuove colture', 'Agricoltura'],
      [
        '1775 set. 16',
        'Prato della Valle',
        'approva i lavori del provveditore straordinario',
        'Lavori pubblici',
        'Pro Prato',
      ],
      [
        '1784 mag. 4',
        'Terminazione sui canapi',
        'accompagna la terminazione sulla coltura della canapa per l’Arsenale',
        'Canapa',
        'De canapibus',
      ],
      ['1792 set. 27', 'Boschi del Padovano e del Vicentino', 'istituisce il Soprintendente ai roveri', 'Boschi'],
      [
        '1797 apr. 30',
        'Ultima ducale ai rettori',
        'raccomanda quiete e moderazione',
        'Caduta della Repubblica di Venezia',
      ],
    ],
  ],
];

/** Original letters of the doges on parchment, by box. */
export const ORIGINALI: readonly Unit[] = BOXES.map(([code, dates, title, scope, letters], boxIndex) =>
  file(
    code,
    dates,
    title,
    scope,
    box(letters.length, {
      languages: ['lat', 'ita'],
      extent: `1 busta, pergg. ${letters.length} (scelta dimostrativa)`,
    }),
    letters.map(([when, name, matter, subject, dorsal], index) => {
      const doge = dogeOf(Number(when.slice(0, 4)));
      const captain = (boxIndex + index) % 3 === 0;
      return item(`${code}, n. ${index + 1}`, when, name, '', {
        ...parchment(18 + ((boxIndex * 7 + index * 5) % 19), 31 + ((boxIndex * 11 + index * 3) % 16), {
          languages: boxIndex > 4 ? ['ita'] : ['lat'],
        }),
        copy: 'Originale',
        issuedAt: 'Venezia, Palazzo Ducale',
        regesto: `${doge}, doge di Venezia, ${captain ? 'al capitanio' : 'al podestà e al capitanio'} di Padova: ${matter}.`,
        diplomatic: `Originale in pergamena, data cronica secondo ${boxIndex < 3 ? 'lo stile veneto e l’indizione, qui ridotta all’uso moderno' : 'l’uso della cancelleria ducale, ridotta all’uso moderno'}.`,
        ...(dorsal === undefined
          ? {}
          : { dorsal: `«${dorsal}», di mano ${boxIndex < 4 ? 'coeva' : 'della cancelleria civica'}.` }),
        seal:
          index % 2 === 0
            ? {
                nature: 'Bolla',
                material: 'Piombo',
                applied: 'Pendente',
                text: `Bolla plumbea del doge ${doge} con san Marco, su filo di canapa.`,
              }
            : {
                nature: 'Sigillo deperdito',
                material: 'Piombo',
                applied: 'Pendente',
                text: 'Bolla caduta; restano i fori nella plica.',
              },
        persons: [`${doge}, doge di Venezia`],
        places: ['Padova', 'Venezia'],
        subjects: [subject],
      });
    }),
  ),
);
