import { BUILDINGS, WALLS, WEIGHTS } from '#ingest/demo/asp-strade-fabbriche.ts';
import { MARKETS, STREETS } from '#ingest/demo/asp-strade-suolo.ts';
import { AG, F } from '#ingest/demo/creators.ts';
import { ASPD } from '#ingest/demo/institutions.ts';
import { group, type Fonds } from '#ingest/demo/model.ts';
import { fondsId } from '#ingest/demo/ead3/identifiers.ts';

const PARTITION = 'Raggruppamento dimostrativo: la scheda del fondo non ne pubblica la partizione.';

/** Strade, piazze e fabbriche: facts from the archival record and from the Ca’ Foscari thesis. */
export const STRADE: Fonds = {
  level: 'fonds',
  number: F.streets,
  slug: 'strade-piazze-fabbriche',
  custodian: ASPD,
  title: 'Strade, piazze, mura, fiere e mercati, stazi, fabbriche',
  dates: '1500-1850',
  extent: 'bb., voll. 135',
  type: 'Busta',
  quantity: 135,
  languages: ['ita', 'lat', 'deu'],
  scope:
    'Carte sull’uso del suolo pubblico: fiere e mercati, stazi appaltati a un «condutor», rilievi e stime del pubblico proto, incanti, licenze per fabbricare case private sulla pubblica strada, avvisi e multe. Vi confluì anche la bollatura di pesi e misure, diritto del comune dal 1339, già «Monete e misure».',
  history:
    'Fondo per soggetto, formato dal personale del museo civico nell’Ottocento con carte di più uffici: non è l’archivio di un solo produttore.',
  disagreement:
    'la scheda del Sistema informativo degli Archivi di Stato conta 135 fra buste e volumi; la tesi che ne dà l’inventario analitico conta 129 buste.',
  findingAids:
    'inventario analitico (tesi dell’Università Ca’ Foscari di Venezia), con introduzione, schede di unità e indice.',
  sources:
    'scheda del Sistema informativo degli Archivi di Stato; tesi dell’Università Ca’ Foscari di Venezia, 10579/18898.',
  arrangement: 'Per materia.',
  accruals: 'Fondo chiuso.',
  creators: [
    { id: AG.deputies, dates: '1500-1797' },
    { id: AG.victuals, dates: '1500-1806' },
    { id: AG.council, dates: '1500-1805' },
    { id: AG.comune, dates: '1806-1850' },
    { id: AG.museum, dates: '1859 -' },
  ],
  related: [
    {
      title: 'Deputati ad utilia',
      text: 'Per gli atti della magistratura che sovrintendeva alle strade.',
      fonds: fondsId(F.deputies),
    },
    {
      title: 'Archivio generale',
      text: 'Per licenze edilizie e lavori pubblici dopo il 1885.',
      fonds: fondsId(F.comune),
    },
  ],
  subjects: ['Strade', 'Mercati', 'Edilizia', 'Pesi e misure'],
  places: ['Padova'],
  abstracts: {
    ita: 'Suolo pubblico, fiere, botteghe, mura e fabbriche della città dal 1500 al 1850. Le fonti contano 135 o 129 pezzi.',
    eng: 'Public ground, fairs, market stalls, walls and buildings of the city from 1500 to 1850; a subject collection formed by the nineteenth-century museum. Sources give 135 or 129 pieces.',
  },
  children: [
    group('series', 'Strade e ponti', { note: PARTITION, scope: 'Selciati, canalette, ponti e passi.' }, STREETS),
    group(
      'series',
      'Piazze, fiere e mercati, stazi',
      { note: PARTITION, scope: 'Posteggi, botteghe di legno, fiere del Santo e del Prato.' },
      MARKETS,
    ),
    group(
      'series',
      'Mura e porte',
      { note: PARTITION, scope: 'Mura, porte, terragli e livelli di suolo contiguo.' },
      WALLS,
    ),
    group('series', 'Fabbriche', { note: PARTITION, scope: 'Suppliche, visite, licenze e disegni.' }, BUILDINGS),
    group(
      'series',
      'Pesi e misure',
      { note: PARTITION, scope: 'Bollatura e confronto di pesi, misure e monete.' },
      WEIGHTS,
    ),
  ],
};
