import type { Text } from '#lib/procedures/types/text.ts';

/** A case as a line of the file. */
export interface MyCaseLine {
  protocol: string;
  filedOn: string;
  type: Text | string;
  title: string;
  state: Text;
  outcome: Text | null;
  dueOn: string | null;
  concludedOn: string | null;
  unit: Text | string;
  url: string;
}

const heads: Text[] = [
  { it: 'Protocollo', en: 'Register number' },
  { it: 'Presentata il', en: 'Filed on' },
  { it: 'Procedimento', en: 'Procedure' },
  { it: 'Oggetto', en: 'Subject' },
  { it: 'Stato', en: 'State' },
  { it: 'Esito', en: 'Outcome' },
  { it: 'Termine', en: 'Due on' },
  { it: 'Conclusa il', en: 'Concluded on' },
  { it: 'Ufficio', en: 'Office' },
  { it: 'Pagina', en: 'Page' },
];

/** One's cases as CSV with semicolons, as spreadsheets set to Italian read it, a part at a time. */
export async function* myCasesCsv(lines: AsyncIterable<MyCaseLine>, lang: keyof Text): AsyncGenerator<string> {
  const say = (text: Text | string | null) => (text === null || typeof text === 'string' ? text : text[lang]);
  // The byte order mark: spreadsheets take anything else for Latin letters.
  yield `\uFEFF${rowOf(heads.map((head) => head[lang]))}`;
  for await (const { protocol, filedOn, type, title, state, outcome, dueOn, concludedOn, unit, url } of lines)
    yield rowOf([protocol, filedOn, say(type), title, say(state), say(outcome), dueOn, concludedOn, say(unit), url]);
}

const rowOf = (cells: readonly (string | null)[]): string => `${cells.map(cell).join(';')}\r\n`;

/** What a spreadsheet would run as a formula is text to it after an apostrophe (OWASP, CSV injection): subjects come from anywhere. */
function cell(value: string | null): string {
  const text = (value ?? '').replace(/\s+/g, ' ').trim();
  const harmless = /^[=+\-@＝＋－＠|%]/.test(text) ? `'${text}` : text;
  return /[",;']/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
