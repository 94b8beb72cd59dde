import type { PastFile } from '#lib/store/keeping/save-past-files.ts';
import { pdfOf } from './pdf.ts';

/** Invented affairs, in the deposit for a long time: some to be kept for ever, some whose term is over. No such person or affair exists. */
export interface Told {
  voice: [title: string, number: number];
  unit: string;
  name: string;
  party: string;
  opened: string;
  closed: string;
  /** Years from the closing; null: for ever. */
  years: number | null;
}

const told: readonly Told[] = [
  {
    voice: ['VI', 3],
    unit: 'edilizia-privata',
    name: 'Licenza edilizia, via Altinate',
    party: 'Ottorino Frizzarin',
    opened: '1974-03-11',
    closed: '1976-10-04',
    years: null,
  },
  {
    voice: ['VI', 3],
    unit: 'edilizia-privata',
    name: 'Concessione edilizia, Prato della Valle',
    party: 'Gualtiero Dalla Pria',
    opened: '1977-02-01',
    closed: '1979-06-20',
    years: null,
  },
  {
    voice: ['VI', 3],
    unit: 'edilizia-privata',
    name: 'Concessione edilizia, via Savonarola',
    party: 'Ines Borgherini',
    opened: '1981-09-15',
    closed: '1984-01-30',
    years: null,
  },
  {
    voice: ['VI', 5],
    unit: 'urbanistica',
    name: 'Rifacimento del ponte sul Piovego',
    party: 'Aldo Zaramella',
    opened: '1978-04-10',
    closed: '1982-11-12',
    years: null,
  },
  {
    voice: ['I', 2],
    unit: 'servizi-demografici',
    name: 'Nuove denominazioni di strade a Brusegana',
    party: 'Elda Marcolongo',
    opened: '1983-01-20',
    closed: '1984-05-08',
    years: null,
  },
  {
    voice: ['VI', 1],
    unit: 'urbanistica',
    name: 'Certificato di destinazione urbanistica, foglio 88',
    party: 'Teresina Cavazzana',
    opened: '2012-05-02',
    closed: '2012-05-28',
    years: 2,
  },
  {
    voice: ['VI', 1],
    unit: 'urbanistica',
    name: 'Certificato di destinazione urbanistica, foglio 15',
    party: 'Bortolo Schiavon Negri',
    opened: '2013-02-11',
    closed: '2013-03-07',
    years: 2,
  },
  {
    voice: ['IV', 14],
    unit: 'suap',
    name: 'Richiesta di affissione, piazza dei Signori',
    party: 'Norma Pengo',
    opened: '2011-09-01',
    closed: '2011-12-15',
    years: 5,
  },
  {
    voice: ['V', 2],
    unit: 'direzione-generale',
    name: 'Richiesta di risarcimento per una buca, via Facciolati',
    party: 'Ivano Tognon',
    opened: '2009-11-23',
    closed: '2011-04-18',
    years: 10,
  },
];

const later = (day: string, years: number): string => `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;

/** The fascicoli as they are taken in, each with one document. */
export const pastFiles = (): PastFile[] => told.map(pastFileOf);

/** One of them, as it is taken in. */
export function pastFileOf({ voice: [title, number], unit, name, party, opened, closed, years }: Told): PastFile {
  return {
    title,
    class: number,
    unit,
    name,
    subject: `${name}: ${party}`,
    party,
    openedOn: opened,
    closedOn: closed,
    disposition: years === null ? 'keep' : 'destroy',
    keptUntil: years === null ? null : later(closed, years),
    reason: 'piano di conservazione dimostrativo, da verificare',
    document: {
      name: 'Domanda',
      format: 'pdf',
      bytes: pdfOf(name, [`Fascicolo dimostrativo, aperto il ${opened}.`, `Parte: ${party} (persona inventata).`]),
    },
  };
}
