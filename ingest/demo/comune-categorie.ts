import { dossier, sheet } from '#ingest/demo/forms.ts';
import { file, group, item, type Description, type Unit } from '#ingest/demo/model.ts';

type Case = readonly [
  dates: string,
  title: string,
  scope: string,
  more?: Description,
  letters?: readonly (readonly [string, string, string])[],
];

const HEALTH = (year: number): Description => ({
  access: {
    kind: 'Non accessibile',
    note: `Contiene dati sulla salute: descritto ma non consultabile fino al ${year} (settanta anni, D.Lgs. 42/2004 art. 122). La consultazione anticipata può essere autorizzata a norma di legge.`,
  },
});
const SENSITIVE = (year: number): Description => ({
  access: {
    kind: 'Non accessibile',
    note: `Contiene dati sensibili: descritto ma non consultabile fino al ${year} (quaranta anni, D.Lgs. 42/2004 art. 122). La consultazione anticipata può essere autorizzata a norma di legge.`,
  },
});

const CATEGORIES: readonly (readonly [title: string, cases: readonly Case[]])[] = [
  [
    'Categoria I, Amministrazione',
    [
      [
        '1899-1903',
        'Riordino dell’archivio e stanze a Palazzo Moroni',
        'Questioni rilevanti: scaffali di ferro, umidità, un topo. Lettere del museo per lo scambio di carte antiche.',
        { bodies: ['Museo civico di Padova'] },
        [
          [
            '1901 apr. 18',
            'Lettera della direzione del Museo per la consegna di carte antiche',
            'Propone il confine dell’anno 1885 «salvo il meglio».',
          ],
        ],
      ],
      [
        '1928 mar. 5 - 1931 nov. 20',
        'Stemma e gonfalone',
        'Questioni rilevanti: smalti, corona, capo del littorio. Corrispondenza con la Consulta araldica.',
      ],
      ['1952-1955', 'Personale salariato: ruoli e divise', 'Carteggio con sindacati e sartorie.'],
    ],
  ],
  [
    'Categoria II, Opere pie e beneficenza',
    [
      [
        '1890-1896',
        'Trasformazione delle opere pie',
        'Applicazione della legge del 1890: elenco di legati e pareri contrari di due parroci.',
      ],
      [
        '1917 nov. 3 - 1918 dic. 31',
        'Sussidi ai profughi del Piave',
        'Questioni rilevanti: cucine economiche, alloggi in chiese e teatri, coperte.',
        {},
        [
          [
            '1917 nov. 29',
            'Elenco di famiglie alloggiate a Santa Caterina',
            'Centosei persone per venti famiglie; si nota chi sa un mestiere.',
          ],
        ],
      ],
      ['1958-1963', 'Assistenza a minori e inabili', 'Domande, relazioni di visita, esiti.', HEALTH(2034)],
    ],
  ],
  [
    'Categoria III, Polizia urbana e rurale',
    [
      [
        '1886-1891',
        'Regolamento dei vigili e delle pubbliche vetture',
        'Tariffe di brum, multe a cocchieri, una petizione in versi.',
      ],
      ['1949-1952', 'Venditori ambulanti delle piazze', 'Questioni rilevanti: tende, bilance, turni di pioggia.'],
    ],
  ],
  [
    'Categoria IV, Sanità e igiene',
    [
      [
        '1886 lug. - 1886 ott.',
        'Colera del 1886',
        'Bollettini, disinfezioni, cordoni; planimetria dei pozzi chiusi.',
        {},
        [['1886 ago. 19', 'Rapporto sulle case disinfettate in Portello', 'Quaranta case, calce e sublimato.']],
      ],
      [
        '1918 set. - 1919 feb.',
        'Influenza detta spagnola',
        'Questioni rilevanti: scuole chiuse, funerali di notte, bare.',
      ],
      [
        '1961-1965',
        'Cartelle della campagna antipolio',
        'Schede nominative di vaccinazione e decorsi clinici.',
        HEALTH(2036),
      ],
      [
        '1979-1984',
        'Trattamenti sanitari obbligatori: ordinanze',
        'Ordinanze del sindaco a norma della legge 833/1978.',
        HEALTH(2055),
      ],
    ],
  ],
  [
    'Categoria V, Finanze',
    [
      ['1887-1893', 'Dazio consumo: barriere e contrabbandi', 'Verbali di sequestro e una pianta delle barriere.'],
      ['1921-1927', 'Prestito per le opere igieniche', 'Cartelle estratte, lettere di banche.'],
    ],
  ],
  [
    'Categoria VI, Governo',
    [
      [
        '1889 ott. - 1889 nov.',
        'Elezioni amministrative a suffragio allargato',
        'Manifesti, ricorsi, una scheda contestata con un epigramma.',
      ],
      [
        '1946 gen. - 1946 giu.',
        'Elezioni e referendum del 1946',
        'Questioni rilevanti: prime liste con le elettrici, seggi in scuole lesionate.',
        {},
        [['1946 mag. 12', 'Avviso alle elettrici per il ritiro del certificato', 'Manifestino con prova di colore.']],
      ],
    ],
  ],
  [
    'Categoria VII, Grazia, giustizia e culto',
    [
      [
        '1892-1898',
        'Conciliatori e giudici popolari',
        'Elenchi di giurati e giustificazioni: fiera, malattia, «vino nuovo».',
      ],
      [
        '1931 giu. 13',
        'Festa del Santo nel settimo centenario',
        'Accordi con la basilica, treni, infermerie.',
        { bodies: ['Veneranda Arca di Sant’Antonio'] },
      ],
    ],
  ],
  [
    'Categoria VIII, Leva e truppa',
    [
      ['1895-1900', 'Alloggi militari e caserme', 'Scambio di aree fra Comune e autorità militare.'],
      [
        '1915 mag. 10 - 1918',
        'Requisizione di quadrupedi e carri',
        'Schede di cavalli, con nome e pelo: Bigio, Falco, Sultana.',
      ],
    ],
  ],
  [
    'Categoria IX, Istruzione pubblica',
    [
      [
        '1886-1904',
        'Scuole rurali delle frazioni',
        'Questioni rilevanti: banchi, stufe, maestre a mezzo stipendio.',
        { places: ['Altichiero', 'Salboro', 'Mandria'] },
      ],
      [
        '1938 set. - 1939',
        'Espulsione di alunni e maestri dalle scuole',
        'Circolari, elenchi numerici e lettere di famiglie. Unità dimostrativa: nessun nome.',
        { subjects: ['Leggi razziali'] },
      ],
      ['1986-1989', 'Sostegno scolastico: pratiche individuali', 'Relazioni e progetti educativi.', SENSITIVE(2030)],
    ],
  ],
  [
    'Categoria X, Lavori pubblici, poste, telegrafi, telefoni',
    [
      ['1885-1890', 'Ripari dopo la piena del 1882', 'Perizie di argini e muri, corrispondenza con il Genio civile.'],
      [
        '1906-1909',
        'Ponte sul Bacchiglione al Bassanello',
        'Gara, collaudo con ventiquattro carri di ghiaia.',
        { places: ['Bassanello'] },
        [['1908 ott. 3', 'Verbale di prova di carico', 'Freccia misurata in millimetri quattro.']],
      ],
      [
        '1923-1934',
        'Interramento di canali cittadini',
        'Questioni rilevanti: igiene, traffico, acque perdute. Petizione di pescatori e di pittori.',
        { places: ['Naviglio interno'] },
      ],
      [
        '1945-1949',
        'Sgombero di macerie e piccole ricostruzioni',
        'Piante con il punto di caduta delle bombe.',
        { places: ['Arcella', 'Eremitani'] },
      ],
    ],
  ],
  [
    'Categoria XI, Agricoltura, industria, commercio',
    [
      [
        '1894-1901',
        'Fiera di giugno: divertimenti e licenze',
        'Giostre, panorama ottico, un elefante malato.',
        { places: ['Prato della Valle'] },
      ],
      ['1919 giu. 1 - 1923', 'Fiera campionaria', 'Comitato, terreni, cartelli.'],
      ['1956 apr. - 1958', 'Nascita della zona industriale', 'Consorzio, espropri agricoli, raccordo ferroviario.'],
    ],
  ],
  [
    'Categoria XII, Stato civile, censimento, statistica',
    [
      ['1901', 'Numerazione civica e censimento', 'Istruzioni ai numeratori, mappa delle sezioni.'],
      ['1936-1937', 'Statistica delle abitazioni malsane', 'Schede per casa con numero di letti e di finestre.'],
    ],
  ],
  [
    'Categoria XIII, Esteri',
    [
      [
        '1887-1905',
        'Emigranti: passaporti e notizie',
        'Richieste di notizie dal Brasile e ricerche di famiglie.',
        { places: ['Brasile'] },
      ],
    ],
  ],
  [
    'Categoria XIV, Oggetti diversi',
    [
      [
        '1922 mag. 15',
        'Settimo centenario dell’Università',
        'Programmi, ricevimento, vestiti d’epoca.',
        { bodies: ['Università di Padova'] },
      ],
      [
        '1966 nov. 5 - 1967',
        'Soccorsi ad altre città alluvionate',
        'Questioni rilevanti: angeli del fango, libri, pompe.',
      ],
    ],
  ],
  [
    'Categoria XV, Sicurezza pubblica',
    [
      ['1907 mag. - 1908', 'Teatri e cinematografi: visite di sicurezza', 'Uscite, idranti, pellicole infiammabili.'],
      [
        '1988-1992',
        'Alloggi di emergenza per richiedenti asilo',
        'Pratiche individuali con relazioni sociali.',
        SENSITIVE(2033),
      ],
    ],
  ],
];

/** Files by category of the 1897 circular, as the registry of an Italian town kept them. */
export const BY_CATEGORY: readonly Unit[] = CATEGORIES.map(([title, cases], category) =>
  group(
    'subseries',
    title,
    {
      scope: `Fascicoli della ${title.split(',')[0]?.replace('Categoria', 'categoria') ?? ''} secondo la circolare ministeriale 1° marzo 1897.`,
    },
    cases.map(([dates, name, scope, more, letters], index) => {
      const code = `Atti, cat. ${category + 1}, b. ${category * 7 + index * 3 + 1}`;
      const leaves = 24 + ((category * 31 + index * 47) % 190);
      return file(
        code,
        dates,
        name,
        scope,
        dossier(leaves, {
          subjects: [title.replace(/^.*?, /, '')],
          container: String(category * 7 + index * 3 + 1),
          physical: 'Fascicolo cartaceo, camicia originaria.',
          ...more,
        }),
        (letters ?? []).map(([when, label, text], place) =>
          item(`${code}, doc. ${place + 1}`, when, label, text, sheet(2, { copy: 'Originale' })),
        ),
      );
    }),
  ),
);
