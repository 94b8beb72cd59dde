import type { Unit } from '#ingest/demo/model.ts';
import { leaf, wrap } from '#ingest/demo/xml.ts';

/** Subjects, persons, bodies, places and families as index entries. */
export function accessPoints(unit: Unit): string {
  const write = (name: string, localtype: string, values: readonly string[] | undefined): string =>
    (values ?? []).map((value) => wrap(name, {}, leaf('part', value, { localtype }))).join('');
  const points =
    write('subject', 'Soggetto', unit.subjects) +
    write('persname', 'Antroponimo', unit.persons) +
    write('corpname', 'NomeEnte', unit.bodies) +
    write('geogname', 'Toponimo', unit.places) +
    write('famname', 'NomeFamiglia', unit.families);
  return points === '' ? '' : wrap('controlaccess', {}, points);
}
