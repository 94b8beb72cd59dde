import type { Day } from '#lib/procedures/day.ts';

/** A fascicolo as the Soprintendenza reads it in the list of what is proposed for scarto. */
export interface DisposalCsvLine {
  code: string | null;
  title: string;
  openedOn: Day | null;
  closedOn: Day | null;
  dispositionOn: Day | null;
  documents: number;
  limited: boolean;
  state: string;
  reason: string | null;
}

const heads = [
  'Numero',
  'Segnatura',
  'Fascicolo',
  'Aperto il',
  'Chiuso il',
  'Conservazione fino al',
  'Documenti',
  'Limiti di consultazione',
  'Stato',
  'Motivo',
];

/** The list as CSV with semicolons, as spreadsheets set to Italian read it; no cell begins like a formula. */
export function disposalCsv(lines: readonly DisposalCsvLine[]): string {
  const rows = lines.map((line, i) => [
    String(i + 1),
    line.code,
    line.title,
    line.openedOn,
    line.closedOn,
    line.dispositionOn,
    String(line.documents),
    line.limited ? 'sì' : 'no',
    line.state,
    line.reason,
  ]);
  return `\uFEFF${[heads, ...rows].map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;
}

function cell(value: string | null): string {
  const plain = value ?? '';
  const safe = /^[=+\-@\t\r]/.test(plain) ? `'${plain}` : plain;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
