const sides: Readonly<Record<string, string>> = { r: 'r', v: 'v', recto: 'r', verso: 'v' };
const kinds: readonly (readonly [RegExp, string])[] = [
  [/^(?:c|cc|carta|carte|f|ff|fol|foglio)$/i, 'c.'],
  [/^(?:p|pp|pag|pagina|pagine)$/i, 'p.'],
  [/^(?:tav|tavola|tavole)$/i, 'tav.'],
];

/** What a page is called by the name of its file ("c_012r.tif": c. 12r); null where that is only a number. */
export function pageLabel(fileName: string): string | null {
  const stem = fileName.replace(/\.[^.]+$/, '');
  const [, kind, number, side] =
    /(?:^|[_\-. ])([a-z]+)[_\-. ]*0*(\d{1,5})[_\-. ]*(r|v|recto|verso)?$/i.exec(stem) ?? [];
  const word = kind && kinds.find(([pattern]) => pattern.test(kind))?.[1];
  return word && number ? `${word} ${number}${sides[side?.toLowerCase() ?? ''] ?? ''}` : null;
}

/** The order of pages: numbers by their size, not letter by letter; `r` before `v`. */
export const byName = (a: string, b: string): number =>
  a.localeCompare(b, 'it', { numeric: true, sensitivity: 'base' }) || (a < b ? -1 : Number(a > b));
