import { FEDI } from '#ingest/demo/asp-sanita-fedi.ts';
import { LAZZARETTO } from '#ingest/demo/asp-sanita-lazzaretto.ts';
import { SANITA_UNITS } from '#ingest/demo/asp-sanita-unita.ts';
import { AG, F } from '#ingest/demo/creators.ts';
import { ASPD } from '#ingest/demo/institutions.ts';
import { group, type Fonds } from '#ingest/demo/model.ts';
import { fondsId } from '#ingest/demo/ead3/identifiers.ts';

/** Ufficio di sanità: facts of the fonds and of its two appendices from the Guida generale. */
export const SANITA: Fonds = {
  level: 'fonds',
  number: F.health,
  slug: 'ufficio-di-sanita',
  custodian: ASPD,
  title: 'Ufficio di sanità',
  dates: '1531-1810',
  dateNote: 'Con copie dal 1260; venticinque pergamene dei secoli XV-XVIII.',
  extent: 'voll. e bb. 622',
  type: 'Busta',
  quantity: 622,
  languages: ['ita', 'lat'],
  scope:
    'Carte di provveditori, cancelliere, coadiutore e capitanio: parti e lettere, cause e processi, peste, malattie delle bestie. In appendice compatta le carte del Lazzaretto e le fedi di morte.',
  history:
    'Il fondo non è diviso in serie; i quattro generi di carte ricordati dalla Guida vi si alternano. L’archivio seguì le sorti delle carte civiche, dal Museo alla Sezione di Archivio di Stato.',
  arrangement: 'Non diviso in serie, salvo le appendici Lazzaretto e Fedi di morte.',
  disagreement:
    'la Guida generale dice l’ufficio stabile dopo il 1530, con precedenti occasionali dal 1522; il Sistema informativo degli Archivi di Stato ne pone l’origine al 1527.',
  findingAids: 'Inventario.',
  sources: 'Guida generale degli Archivi di Stato italiani, voce Padova.',
  accruals: 'Fondo chiuso.',
  creators: [{ id: AG.health, dates: '1531-1810' }],
  related: [
    { title: 'Deputati ad utilia', text: 'Per i provvedimenti presi insieme nei contagi.', fonds: fondsId(F.deputies) },
    {
      title: 'Ufficio di sanità (Archivio di Stato di Verona)',
      text: 'Fondo affine, 1471-1805, buste e volumi 1.028.',
    },
    {
      title: 'Stato civile (Curia di Padova)',
      text: 'Duplicati dei registri civili tenuti dai parroci, 1815-1866, buste 774.',
    },
  ],
  subjects: ['Sanità pubblica', 'Peste', 'Epizoozie'],
  places: ['Padova', 'Territorio padovano'],
  abstracts: {
    ita: 'Archivio della magistratura di sanità: peste, processi, epizoozie, Lazzaretto e fedi di morte.',
    eng: 'Records of the health office of Padua, 1531-1810: plague, trials, cattle disease, with the papers of the Lazzaretto outside Porta Portello and the death attestations.',
  },
  children: [
    ...SANITA_UNITS,
    group(
      'series',
      'Lazzaretto',
      {
        dates: '1436-1810',
        extent: 'voll. e bb. 95',
        type: 'Busta',
        quantity: 95,
        scope:
          'Carte dell’ospizio fondato nel 1459 sulle rovine del monastero di Fistomba, fuori di Porta Portello, e delle sue possessioni, rette dall’Ufficio di sanità.',
        findingAids: 'Inventario.',
      },
      LAZZARETTO,
    ),
    group(
      'series',
      'Fedi di morte',
      {
        dates: '1598-1810',
        extent: 'voll. 50',
        type: 'Volume',
        quantity: 50,
        scope: 'Attestazioni di morte presentate all’ufficio.',
        findingAids: 'Inventario.',
      },
      FEDI,
    ),
  ],
};
