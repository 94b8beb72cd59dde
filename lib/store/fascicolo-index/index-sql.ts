import type { ReadableDocuments } from '#lib/access/documents.ts';
import { wordsOf } from '#lib/search/fold.ts';
import type { Bound } from '#lib/store/procedures/reach-sql.ts';
import type { IndexFilter } from './index-query.ts';

/** A document `d` with its place `o`, its record `r`, and the document `n` whose number it bears. */
export const indexTables = `eli4u.procedure_document o JOIN eli4u.document d ON d.record_id = o.record_id JOIN eli4u.case_record r ON r.id = o.record_id
       JOIN eli4u.document n ON n.record_id = coalesce(o.registered_with, o.record_id)`;

/** The tables that a condition asks: of ten thousand documents none is looked at whose place says enough. */
export function askedTables({ words, flow, registered }: IndexFilter, readable: ReadableDocuments): string {
  if (words || registered !== undefined) return indexTables;
  const places = 'eli4u.procedure_document o';
  return flow || !readable.all ? `${places} JOIN eli4u.document d ON d.record_id = o.record_id` : places;
}

/** The condition under which a row is among the documents that somebody reads. */
export function readableCondition({ all, exchanged, addedBy }: ReadableDocuments, bound: Bound): string {
  if (all) return 'true';
  const either = [
    ...(exchanged ? [`d.flow IN ('in', 'out')`] : []),
    ...(addedBy.length > 0 ? [`o.added_by = ANY(${bound.bind(addedBy, 'text[]')})`] : []),
  ];
  return either.length > 0 ? `(${either.join(' OR ')})` : 'false';
}

/** What is looked through for words: title, subject, name of the file, number, correspondents; accents as people leave them out. */
const searchedText = `translate(lower(concat_ws(' ', r.title, r.object, o.file_name, n.protocol_number, lpad(n.protocol_number::text, 7, '0'), n.sender, n.recipients)),
         'àáâäèéêëìíîïòóôöùúûü’', 'aaaaeeeeiiiioooouuuu''')`;

/** The condition of a filter. */
export function filterCondition({ words, flow, registered, year }: IndexFilter, bound: Bound): string {
  const conditions = wordsOf(words ?? '')
    .slice(0, 12)
    .map((word) => `strpos(${searchedText}, ${bound.bind(word, 'text')}) > 0`);
  if (flow) conditions.push(`d.flow = ${bound.bind(flow, 'text')}`);
  if (registered !== undefined) conditions.push(`n.protocol_number IS ${registered ? 'NOT ' : ''}NULL`);
  if (year !== undefined) {
    const from = bound.bind(year, 'integer');
    conditions.push(`o.on_day >= make_date(${from}, 1, 1) AND o.on_day < make_date(${from} + 1, 1, 1)`);
  }
  return conditions.length > 0 ? conditions.join(' AND ') : 'true';
}
