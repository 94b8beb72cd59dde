import { ORIGINALI } from '#ingest/demo/asp-ducali-originali.ts';
import { AG, F } from '#ingest/demo/creators.ts';
import { register } from '#ingest/demo/forms.ts';
import { ASPD } from '#ingest/demo/institutions.ts';
import { file, group, type Fonds, type Unit } from '#ingest/demo/model.ts';
import { fondsId } from '#ingest/demo/ead3/identifiers.ts';

type Volume = readonly [dates: string, title: string, scope: string, subjects: string];

function copies(prefix: string, leaves: number, volumes: readonly Volume[]): Unit[] {
  return volumes.map(([dates, title, scope, subjects], index) =>
    file(
      `${prefix} ${index + 1}`,
      dates,
      title,
      scope,
      register(leaves + index * 23, {
        languages: index < 3 ? ['lat'] : ['ita', 'lat'],
        subjects: subjects.split(', '),
      }),
    ),
  );
}

const SUBSERIES: readonly (readonly [string, string, string, number, readonly Volume[]])[] = [
  [
    'Cancelleria civica',
    'Ducali, civ.',
    'Copie di lettere rivolte alla città e ai suoi deputati.',
    160,
    [
      [
        '1405 nov. 30 - 1428',
        'Liber primus ducalium',
        'Si apre con i capitoli della dedizione; le prime carte sono copia di un registro scampato al fuoco del 1420.',
        'Dedizione a Venezia, Privilegi',
      ],
      [
        '1429-1457',
        'Ducali del tempo di Francesco Foscari',
        'Fitte di ordini per la guerra contro i Visconti e di grazie a cittadini tornati dal bando.',
        'Guerre con Milano, Bandi',
      ],
      [
        '1458-1485',
        'Ducali sopra lo Studio, l’estimo e le acque',
        'Rubrica per materia aggiunta nel Cinquecento.',
        'Università, Estimo, Acque',
      ],
      [
        '1486-1509 giu.',
        'Ducali fino alla perdita della città',
        'L’ultima lettera, del 3 giugno, è trascritta a metà.',
        'Guerra della Lega di Cambrai',
      ],
      [
        '1509 lug. - 1538',
        'Ducali dalla recuperazione alla morte del Gritti',
        'Ordini sulle mura, sul guasto, sul ritorno dei fuorusciti.',
        'Mura, Fuorusciti',
      ],
      ['1539-1577', 'Liber ducalium signatus H', 'Vi è trascritta la conferma del nunzio residente.', 'Ambascerie'],
      [
        '1578-1631',
        'Ducali di materie diverse',
        'Due mani; la seconda, più frettolosa, scrive nel tempo del contagio.',
        'Peste, Annona',
      ],
      [
        '1632-1797',
        'Repertorio e ducali estratte',
        'Estratti compilati dai Regolatori agli archivi, con richiami ai registri maggiori.',
        'Archivi',
      ],
    ],
  ],
  [
    'Cancelleria pretoria',
    'Ducali, pret.',
    'Copie di lettere al podestà nella sua cancelleria.',
    190,
    [
      [
        '1408-1440',
        'Lettere al podestà in materia di giustizia',
        'Commissioni, delegazioni, avocazioni al Consiglio dei Dieci.',
        'Giustizia',
      ],
      ['1441-1472', 'Lettere sopra i malefici e i bandi', 'Con elenco di banditi per villa.', 'Bandi, Banditi'],
      [
        '1473-1508',
        'Registro segnato con la croce',
        'Copertina con segno di croce; mancano le carte 40-52.',
        'Giustizia',
      ],
      ['1540-1580', 'Lettere per le liti fra comuni e monasteri', 'Pascoli, legnatici e decime.', 'Pascoli, Monasteri'],
      [
        '1581-1650',
        'Lettere in materia di duelli e scolari',
        'Risse fra nazioni dello Studio e divieti d’archibugio.',
        'Duelli, Università',
      ],
      ['1651-1797', 'Lettere e stampe', 'In parte formulari a stampa.', 'Giustizia, Stampe'],
    ],
  ],
  [
    'Camera fiscale',
    'Ducali, cam.',
    'Copie di lettere alla Camera fiscale.',
    120,
    [
      [
        '1415-1460',
        'Affitti e beni già carraresi',
        'Vendite all’incanto dei beni dei da Carrara e conti dei compratori.',
        'Beni carraresi, Incanti',
      ],
      ['1461-1530', 'Salari e provvisioni', 'Lettori, castellani, bombardieri.', 'Salari'],
      ['1531-1600', 'Dazi e condutori', 'Con le pieggerie.', 'Dazi'],
      ['1601-1700', 'Debitori di Camera', 'Esecuzioni contro debitori, villa per villa.', 'Debiti'],
      [
        '1701-1797',
        'Quaderno di lettere camerali',
        'Chiude con l’ordine di inviare a Venezia il residuo di cassa.',
        'Finanze',
      ],
    ],
  ],
  [
    'Ufficio capitaniale',
    'Ducali, cap.',
    'Copie di lettere al capitanio.',
    150,
    [
      ['1406-1450', 'Ordini per castelli e rocche', 'Provviste di Este, Monselice e Castelbaldo.', 'Fortificazioni'],
      ['1451-1508', 'Lettere sulle condotte di genti d’arme', 'Alloggi e tasse di cavalleria.', 'Milizie'],
      [
        '1510-1560',
        'Libro delle mura nuove',
        'Ordini e lodi ai proti; menzione di pietre dei sobborghi atterrati.',
        'Mura',
      ],
      [
        '1561-1797',
        'Cernide, polvere, bombardieri',
        'Registro continuato per più di due secoli, con lunghi vuoti.',
        'Milizie',
      ],
    ],
  ],
  [
    'Camerlenghi da Comun',
    'Ducali, camerl.',
    'Copie di lettere ai camerlenghi.',
    90,
    [
      ['1433-1520', 'Mandati ai camerlenghi', 'Pagamenti ad ambasciatori, messi e suonatori.', 'Spese pubbliche'],
      [
        '1521-1640',
        'Registro secondo dei camerlenghi',
        'Annotata a c. 31 la spesa per la catena del Portello.',
        'Spese pubbliche',
      ],
      ['1641-1790', 'Registro terzo dei camerlenghi', 'Solo le prime sessanta carte sono scritte.', 'Spese pubbliche'],
    ],
  ],
  [
    'Riformatori allo Studio',
    'Ducali, rif.',
    'Copie di lettere in materia di Studio.',
    110,
    [
      [
        '1517-1560',
        'Riapertura dello Studio e condotte dei lettori',
        'Fra le condotte, quella di Andrea Vesalio alla chirurgia.',
        'Università, Medicina',
      ],
      [
        '1561-1610',
        'Condotte e ballottazioni',
        'A c. 102 la condotta di Galileo Galilei alle matematiche.',
        'Università, Matematica',
      ],
      ['1611-1700', 'Collegi, lauree e privilegi', 'Dispute sulla laurea degli acattolici.', 'Lauree'],
      [
        '1701-1797',
        'Gabinetti, orto e teatro anatomico',
        'Spese per strumenti e macchine di fisica sperimentale.',
        'Università, Strumenti scientifici',
      ],
    ],
  ],
];

/** Ducali: facts from the inventory presented in Venice; extents of the copies and of the originals are the real ones. */
export const DUCALI: Fonds = {
  level: 'fonds',
  number: F.ducali,
  slug: 'ducali',
  custodian: ASPD,
  title: 'Ducali',
  dates: '1405-1805',
  dateNote: 'Con lacune.',
  extent: 'voll. 120; bb. 12',
  type: 'Volume',
  quantity: 120,
  languages: ['lat', 'ita'],
  scope:
    'Lettere del doge ai rettori e agli uffici di Padova, con cui il governo veneziano comunicava le proprie decisioni. Centoventi volumi di copie, divisi per destinatario, e dodici buste di originali in pergamena.',
  history:
    'Le copie nacquero nelle cancellerie dei destinatari; furono avvicinate agli originali quando il personale del museo civico riordinò per materia le carte della città.',
  arrangement:
    'Sottoserie per destinatario: Cancelleria civica, Cancelleria pretoria, Camera fiscale, Ufficio capitaniale, Camerlenghi da Comun, Riformatori allo Studio. Gli originali formano una serie a parte.',
  accruals: 'Fondo chiuso.',
  sources: 'presentazione dell’inventario delle ducali dell’Archivio di Stato di Padova (Venezia, 2022).',
  creators: [
    { id: AG.chancellor, dates: '1405-1805' },
    { id: AG.council, dates: '1405-1805' },
    { id: AG.presidents, dates: '1538-1805' },
    { id: AG.regulators, dates: '1652-1805' },
    { id: AG.museum, dates: '1859 -' },
  ],
  related: [{ title: 'Deputati ad utilia', text: 'Per le lettere inviate a Venezia.', fonds: fondsId(F.deputies) }],
  subjects: ['Dominazione veneziana', 'Lettere ducali'],
  places: ['Padova', 'Venezia'],
  abstracts: {
    ita: 'Lettere dei dogi di Venezia ai rettori di Padova, in copia (1405-1805) e in originale (1487-1797).',
    eng: 'Letters of the doges of Venice to the governors of Padua: 120 volumes of copies arranged by addressee, and 12 boxes of originals on parchment.',
  },
  children: [
    group(
      'series',
      'Ducali',
      {
        dates: '1405-1805',
        dateNote: 'Con lacune.',
        extent: 'voll. 120',
        type: 'Volume',
        quantity: 120,
        scope: 'Copie in registro, ripartite secondo l’ufficio che le ricevette.',
      },
      SUBSERIES.map(([title, prefix, scope, leaves, volumes]) =>
        group('subseries', title, { scope }, copies(prefix, leaves, volumes)),
      ),
    ),
    group(
      'series',
      'Ducali originali',
      {
        dates: '1487-1797',
        extent: 'bb. 12',
        type: 'Busta',
        quantity: 12,
        scope: 'Lettere originali in pergamena con le decisioni del governo centrale.',
      },
      ORIGINALI,
    ),
  ],
};
