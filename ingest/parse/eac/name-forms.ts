import { elements, textOf, type XmlElement } from '#ingest/parse/xml/element.ts';

export function typeOf(part: XmlElement): string {
  return part.attributes['localType']?.trim() ?? '';
}

/** ICAR: a heading that is complete in itself, beside the parts it is made of. */
export function headingOf(entry: XmlElement): XmlElement | undefined {
  return elements(entry, 'part').find((part) => /^(altra)?intestazione/i.test(typeOf(part)) && textOf(part) !== '');
}

/** Surname, dates, place, epithet: they make a name up or tell it from others, and are no name. */
export function isPartOfName(type: string): boolean {
  return /^(nome|cognome|patronimico|qualifica|qualificazione|titolo|luogo|sede|dat[ae]|estremi|prefix|suffix|dates|location|numeration|qualifier|title|first ?name|forename|surname|sirname|prenom|nom)/i.test(
    type,
  );
}

/** ICAR: what kind of other name an entry is, "Denominazione parallela". */
export function qualifierOf(entry: XmlElement): string | null {
  const part = elements(entry, 'part').find((candidate) => typeOf(candidate) === 'Qualifica');
  return textOf(part).split(' - ')[0] || null;
}

/** The form as it is shown: the heading, else the parts one after the other, but for acronyms and qualifiers of the entry. */
export function formOf(entry: XmlElement): string {
  const heading = headingOf(entry);
  if (heading) return textOf(heading);
  const parts = elements(entry, 'part').filter((part) => !/^(altro)?acronimo|^qualifica$/i.test(typeOf(part)));
  return parts
    .map(textOf)
    .filter((text) => text !== '')
    .reduce((name, part) => (name === '' ? part : name + joint(name, part) + part), '');
}

function joint(name: string, part: string): string {
  return /[,;(-]$/.test(name) || /^[(,]/.test(part) ? ' ' : ', ';
}
