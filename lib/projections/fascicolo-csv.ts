import type { FascicoloLine, FormerLine } from '#lib/records/fascicolo-line.ts';

const outcomes = {
  included: 'presente',
  withheld: 'escluso: accesso non consentito',
  destroyed: 'scartato',
  lost: 'mancante: contenuto assente o alterato',
};
const flows = { in: 'in entrata', out: 'in uscita', internal: 'interno' };

const heads = [
  'Numero',
  'Stato',
  'File',
  'Titolo',
  'Nome originale',
  'Formato',
  'Byte',
  'SHA-256',
  'Versione',
  'Flusso',
  'Registro',
  'Protocollo',
  'Data di protocollo',
  'Aggiunto il',
  'Scartato il',
  'Identificativo',
  'Metadati',
  'Versioni precedenti',
];

/** The index of a fascicolo as CSV with semicolons, as spreadsheets set to Italian read it, a line at a time. */
export async function* fascicoloCsv(lines: AsyncIterable<FascicoloLine>): AsyncGenerator<string> {
  yield `\uFEFF${rowOf(heads)}`;
  for await (const { ordinal, outcome, entry, metadata, former, document } of lines) {
    const number = document?.registration;
    yield rowOf([
      String(ordinal),
      outcomes[outcome],
      entry,
      document?.title,
      document?.fileName,
      document?.format,
      document ? String(document.bytes) : null,
      document?.sha256,
      document ? String(document.version) : null,
      document?.flow ? flows[document.flow] : null,
      number?.register,
      number ? `${String(number.number).padStart(7, '0')}/${number.year}` : null,
      number?.on,
      document?.addedOn,
      document?.destroyedOn,
      document?.record,
      metadata,
      former.map(formerWords).join(' | '),
    ]);
  }
}

/** Where it is, and by which hash it is known. */
const formerWords = ({ version, entry, sha256, replacedOn }: FormerLine): string =>
  `versione ${version}, fino al ${replacedOn}: ${entry ?? 'mancante'} (SHA-256 ${sha256})`;

const rowOf = (cells: readonly (string | null | undefined)[]): string => `${cells.map(cell).join(';')}\r\n`;

/** What spreadsheets would run as a formula is text to them after an apostrophe (OWASP, CSV injection): names of files come from anywhere. */
function cell(value: string | null | undefined): string {
  const plain = (value ?? '').toWellFormed();
  const safe = /^\s*[=+\-@＝＋－＠]/.test(plain) || /^[\t\r\n]/.test(plain) ? `'${plain}` : plain;
  return /[";,\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
