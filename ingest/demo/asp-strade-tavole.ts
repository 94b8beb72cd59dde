import { drawing } from '#ingest/demo/forms.ts';
import { item, type Description, type MapFacts, type Unit } from '#ingest/demo/model.ts';

/** What a drawing says of its own making. */
export const map = (
  kind: MapFacts['kind'],
  scale: string,
  means: MapFacts['means'] = 'Tecnica mista',
  north?: MapFacts['north'],
): MapFacts => ({
  kind,
  technique: 'Disegno',
  means,
  scale,
  ...(north === undefined ? {} : { north }),
});

type Plate = readonly [
  code: string,
  dates: string,
  title: string,
  scope: string,
  height: number,
  width: number,
  map: MapFacts,
  place: string,
];
/** A drawing kept within a box. */
export const plate = ([code, dates, title, scope, height, width, facts, place]: Plate): Unit =>
  item(code, dates, title, scope, drawing(height, width, facts, { places: [place], subjects: ['Disegni e mappe'] }));
/** Places and subjects of a unit. */
export const at = (places: readonly string[], subjects: readonly string[]): Description => ({ places, subjects });
