const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/**
 * Any text as it may stand in XML 1.0 and HTML, in content and in attributes between double quotes. What XML has no character for (§2.2:
 * controls, lone surrogates, U+FFFE and U+FFFF) shows as U+FFFD; white space is written so that no parser folds it (§3.3.3).
 */
export const toMarkup = (text: string): string => (remarkable.test(text) ? written(text) : text);

/** Most texts have nothing of this, and are looked through once. */
// eslint-disable-next-line no-control-regex -- exactly these
const remarkable = /[\u0000-\u001F&<>"\uD800-\uDFFF\uFFFE\uFFFF]/;

const written = (text: string): string =>
  text
    .toWellFormed()
    // eslint-disable-next-line no-control-regex -- exactly these
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '\uFFFD')
    .replace(/[&<>"\t\n\r]/g, (sign) => entities[sign] ?? sign);
