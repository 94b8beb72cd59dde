import { attribute, elements, textOf, within, type XmlElement } from '#ingest/parse/xml/element.ts';
import { labelOfLocalType } from '#ingest/parse/xml/local-type.ts';
import { systemCode } from '#ingest/parse/xml/system-codes.ts';
import { escapeHtml } from '#ingest/parse/xml/safe-html.ts';
import type { DateStatement } from '#ingest/normalise/dates.ts';
import { addNote, type UnitParts } from './unit-parts.ts';

/** EAD `unitdate`: text with, perhaps, `normal`. */
export function readUnitDate(element: XmlElement, parts: UnitParts): void {
  const display = textOf(element) || null;
  const normal = attribute(element, 'normal');
  if (display === null && normal === null) return;
  const bulk = attribute(element, 'type', 'unitdatetype') === 'bulk';
  const certainty = attribute(element, 'certainty');
  // Most files have nothing but words and a value.
  parts.dates.push(bulk || certainty ? { display, normal, bulk, certainty } : { display, normal });
}

/** EAD3 `unitdatestructured`. */
export function readStructuredDates(element: XmlElement, parts: UnitParts): void {
  const bulk = attribute(element, 'unitdatetype') === 'bulk';
  const certainty = attribute(element, 'certainty');
  const { statements, asides } = readDateSet(element);
  for (const statement of statements)
    parts.dates.push({ ...statement, bulk, certainty: statement.certainty ?? certainty });
  const shown = statements.map(({ display }) => display ?? '').join(' ');
  for (const aside of asides) addAside(aside, shown, parts);
}

/** The dates in an element that holds `datesingle`, `daterange` or `dateset` (EAC: `date`, `dateRange`, `dateSet`), and what is said beside them. */
export function readDateSet(parent: XmlElement): { statements: DateStatement[]; asides: XmlElement[] } {
  const found = within(parent, 'datesingle', 'daterange', 'date', 'dateRange');
  const isWords = (date: XmlElement) => /^(DataTestuale|EstremoCronologicoTestuale)$/.test(typeOf(date));
  const isDate = (date: XmlElement) =>
    /^(|DataSingola|DataTestuale|EstremoCronologicoTestuale)$/.test(typeOf(date)) ||
    date.name.toLowerCase() === 'daterange';
  const words = found.find((date) => isWords(date) && textOf(date) !== '');
  const statements = found.filter((date) => isDate(date) && !isWords(date)).map(readOne);
  const typed = found.filter((date) => !isDate(date));
  // Dates that all have a type of their own are the dates.
  const typedOnly = statements.length === 0 && !words;
  if (typedOnly) statements.push(...typed.map(readOne));
  const asides = typedOnly ? [] : typed;
  if (!words) return { statements, asides };
  const display = textOf(words);
  // The words are for all the values together.
  if (statements.length === 0) return { statements: [{ display }], asides };
  return {
    statements: statements.map((statement, i) => ({ ...statement, display: i === 0 ? display : null, silent: i > 0 })),
    asides,
  };
}

function readOne(date: XmlElement): DateStatement {
  if (date.name.toLowerCase() !== 'daterange') {
    const value = attribute(date, 'standarddate', 'standardDate', 'normal');
    const before = attribute(date, 'notbefore', 'notBefore');
    const after = attribute(date, 'notafter', 'notAfter');
    const display = textOf(date) || null;
    // Limits say more than the one value that stands for them.
    if ((before ?? after) !== null)
      return { display, from: before ?? value, to: after ?? value, certainty: 'approximate' };
    const certainty = certaintyOf(date);
    return certainty === null ? { display, normal: value } : { display, normal: value, certainty };
  }
  const [from, to] = ['fromdate', 'todate'].map((name) =>
    elements(date).find((side) => side.name.toLowerCase() === name),
  );
  const start = bound(from, 'notbefore', 'notBefore');
  const end = bound(to, 'notafter', 'notAfter');
  const sides = [textOf(from), textOf(to)];
  const display = sides.some(Boolean) ? (sides[0] === sides[1] ? sides[0] : sides.join('-')) : null;
  return {
    display: display ?? null,
    from: start.value,
    to: end.value,
    ...(start.approximate || end.approximate ? { certainty: 'approximate' } : {}),
  };
}

/** ICAR: `DataApprossimativa`, or `DataAttribuita` by who described it. */
function certaintyOf(date: XmlElement): string | null {
  const word = attribute(date, 'certainty', 'altrender') ?? '';
  return /^data(approssimativa|attribuita)$/i.test(word) ? 'approximate' : attribute(date, 'certainty');
}

function bound(side: XmlElement | undefined, ...outer: string[]): { value: string | null; approximate: boolean } {
  const limit = attribute(side, ...outer);
  if (limit !== null) return { value: limit, approximate: true };
  const value = attribute(side, 'standarddate', 'standardDate', 'normal');
  return { value, approximate: side !== undefined && certaintyOf(side) === 'approximate' };
}

/** Remarks on the date, its place, the day of the shot: a note, unless the words of the date say it already. */
function addAside(aside: XmlElement, shown: string, parts: UnitParts): void {
  const text = textOf(aside);
  if (text === '' || shown.includes(text)) return;
  const label = labelOfLocalType(typeOf(aside));
  if (systemCode.test(text)) {
    parts.records.push({ kind: typeOf(aside) || 'date', identifier: text });
    return;
  }
  addNote(parts, 'note', { html: `<p>${escapeHtml(text)}</p>`, text, ...(label && { label }) });
}

function typeOf(date: XmlElement): string {
  return attribute(date, 'localtype', 'localType') ?? '';
}
