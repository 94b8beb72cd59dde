import type { PastFile } from '#lib/store/keeping/save-past-files.ts';
import { pastFileOf, type Told } from './past-files.ts';

/** Invented affairs of which lists of scarto were drawn up already, by list, and those that went to the historical section. No such affair exists. */
const discarded = {
  executed: [
    told(
      ['VI', 1],
      'urbanistica',
      'Certificato di destinazione urbanistica, foglio 102',
      'Ersilia Baccaglini',
      '2005-03-02',
      '2005-04-11',
      2,
    ),
    told(
      ['VI', 1],
      'urbanistica',
      'Certificato di destinazione urbanistica, foglio 31',
      'Duilio Mozzato',
      '2006-09-14',
      '2006-10-20',
      2,
    ),
    told(
      ['IV', 14],
      'suap',
      'Richiesta di affissione, Prato della Valle',
      'Wanda Fornasiero',
      '2003-04-01',
      '2003-06-30',
      5,
    ),
    told(
      ['V', 2],
      'direzione-generale',
      'Richiesta di risarcimento, via Guido Reni',
      'Attilio Sgaravatto',
      '2004-01-12',
      '2006-02-03',
      10,
    ),
  ],
  executing: [
    told(
      ['VI', 1],
      'urbanistica',
      'Certificato di destinazione urbanistica, foglio 140',
      'Noemi Trincanato',
      '2008-02-04',
      '2008-03-10',
      2,
    ),
    told(
      ['IV', 14],
      'suap',
      'Richiesta di affissione, piazza Duomo',
      'Severino Bortoletto',
      '2007-05-21',
      '2007-09-01',
      5,
    ),
  ],
  authorised: [
    told(
      ['VI', 1],
      'urbanistica',
      'Certificato di destinazione urbanistica, foglio 7',
      'Iolanda Zuin',
      '2009-10-05',
      '2009-11-12',
      2,
    ),
    told(
      ['IV', 14],
      'suap',
      'Richiesta di affissione, corso Garibaldi',
      'Rino Callegaro',
      '2008-01-15',
      '2008-12-31',
      5,
    ),
    told(
      ['V', 2],
      'direzione-generale',
      'Richiesta di risarcimento, via Sorio',
      'Amalia Friso',
      '2006-06-19',
      '2008-05-06',
      10,
    ),
  ],
  sent: [
    told(
      ['VI', 1],
      'urbanistica',
      'Certificato di destinazione urbanistica, foglio 64',
      'Gino Berton',
      '2010-04-12',
      '2010-05-19',
      2,
    ),
    told(['IV', 14], 'suap', 'Richiesta di affissione, via Roma', 'Cesira Nicoletto', '2009-02-02', '2009-06-15', 5),
  ],
  draft: [
    told(
      ['VI', 1],
      'urbanistica',
      'Certificato di destinazione urbanistica, foglio 119',
      'Ugo Masiero',
      '2011-01-17',
      '2011-02-21',
      2,
    ),
    told(
      ['IV', 14],
      'suap',
      'Richiesta di affissione, piazza Eremitani',
      'Pia Lazzarotto',
      '2010-03-08',
      '2010-10-29',
      5,
    ),
  ],
} as const satisfies Record<string, readonly Told[]>;

export type Drawn = keyof typeof discarded;

/** The fascicoli of a list of scarto. */
export const discardedFiles = (list: Drawn): PastFile[] => discarded[list].map(pastFileOf);

/** What was transferred to the historical section: one that anybody may read, one whose documents are kept back (D.Lgs. 42/2004 art. 122). */
export const transferred = [
  {
    told: told(
      ['VI', 5],
      'urbanistica',
      'Allargamento di via Trieste',
      'Tullio Bergamasco',
      '1966-05-09',
      '1969-03-28',
      null,
    ),
    publicTitle: 'Allargamento di via Trieste, 1966',
    sensitivity: 'none',
  },
  {
    told: told(
      ['VII', 12],
      'servizi-demografici',
      'Assistenza a una famiglia',
      'Agnese Rampado',
      '1971-02-15',
      '1973-12-20',
      null,
    ),
    publicTitle: 'Assistenza a famiglie, pratica del 1971',
    sensitivity: 'healthSexFamily',
  },
] as const;

function told(
  voice: Told['voice'],
  unit: string,
  name: string,
  party: string,
  opened: string,
  closed: string,
  years: number | null,
): Told {
  return { voice, unit, name, party, opened, closed, years };
}
