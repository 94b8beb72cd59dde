import { readDate, type DatePoint } from '#ingest/demo/dates.ts';
import type { Unit } from '#ingest/demo/model.ts';
import { escape, leaf, wrap } from '#ingest/demo/xml.ts';

/** ICAR (M307) wants either words or the two limits, never both: the words stand in DataTestuale anyway. */
function datePart(name: string, at: DatePoint, localtype?: string): string {
  const limits = at.notBefore !== undefined;
  return wrap(
    name,
    { localtype, altrender: at.certainty, standarddate: at.standard, notbefore: at.notBefore, notafter: at.notAfter },
    limits ? '' : escape(at.text),
  );
}

/** A date as ICAR wants it: the words first, then the values they stand for. */
export function dateSet(display: string, extra = ''): string {
  const date = readDate(display);
  const kinds = {
    single: 'Data singola',
    range: 'Intervallo di date',
    open: 'Data aperta (a partire da)',
    unknown: 'Data non rilevata/non rilevabile',
  };
  const structured =
    date.from === undefined
      ? ''
      : date.kind === 'single'
        ? datePart('datesingle', date.from, 'DataSingola')
        : wrap(
            'daterange',
            {},
            datePart('fromdate', date.from),
            date.to === undefined ? '' : datePart('todate', date.to),
          );
  const text = leaf('datesingle', display, { localtype: 'DataTestuale', altrender: kinds[date.kind] });
  return structured + extra === '' ? text : wrap('dateset', {}, text, structured, extra);
}

/** `unitdatestructured` of a unit, with its remarks and the place it was written in. */
export function unitDate(unit: Unit): string {
  const { dates } = unit;
  if (dates === undefined) return '';
  const note = leaf('datesingle', unit.dateNote, { localtype: 'NoteAllaDatazione' });
  const place =
    unit.issuedAt === undefined
      ? ''
      : wrap(
          'datesingle',
          { localtype: 'DataTopica' },
          wrap('ref', {}, wrap('geogname', {}, leaf('part', unit.issuedAt))),
        );
  return wrap('unitdatestructured', {}, dateSet(dates, note + place));
}
