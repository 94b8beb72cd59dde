/** A line of a CSV file (RFC 4180), with its end. */
export const csvLine = (cells: readonly (string | null)[]): string => `${cells.map(csvCell).join(',')}\r\n`;

/** What spreadsheets would run as a formula is text to them after an apostrophe (OWASP, CSV injection): titles come from anywhere. */
function csvCell(value: string | null): string {
  const text = (value ?? '').replace(/\s+/g, ' ').trim();
  const harmless = /^[=+\-@＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",;]/.test(harmless) || harmless.startsWith("'") ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** UTF-8 with a byte order mark, for spreadsheets take anything else for Latin letters. */
export const csvStart = '\uFEFF';
