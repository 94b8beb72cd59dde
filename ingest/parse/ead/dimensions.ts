import { labelOfLocalType } from '#ingest/parse/xml/local-type.ts';
import { labelled } from './unit-parts.ts';

interface Dimension {
  name: string | null;
  value: string;
}

/** The order in which the sides of a thing are given: height, width, depth. */
const sides = ['altezza', 'larghezza', 'profondita', 'spessore'];

/** `cm 30 × 21` where height and width are given in one measure; else each with its name. Empty when nothing is given. */
export function writeDimensions(dimensions: readonly Dimension[]): string {
  const given = dimensions.filter(({ value }) => value !== '');
  return inOneLine(given) ?? given.map(({ name, value }) => labelled(labelOfLocalType(name), value)).join(', ');
}

function inOneLine(dimensions: readonly Dimension[]): string | null {
  const ordered = dimensions
    .map(({ name, value }) => {
      const [, figure = '', measure = ''] = /^(\d+(?:[.,]\d+)?)\s*(mm|cm|m)\.?$/i.exec(value) ?? [];
      return { side: sides.indexOf((name ?? '').toLowerCase()), figure, measure };
    })
    .toSorted((one, other) => one.side - other.side);
  const measure = ordered[0]?.measure;
  const isSize =
    ordered.length >= 2 &&
    measure !== '' &&
    ordered.every((one, i) => one.side >= 0 && one.measure === measure && ordered[i - 1]?.side !== one.side) &&
    ordered[0]?.side === 0 &&
    ordered[1]?.side === 1;
  return isSize ? `${measure} ${ordered.map(({ figure }) => figure).join(' × ')}` : null;
}
