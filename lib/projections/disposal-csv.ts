import type { DisposalItemState, PreservationOfItem } from '#lib/records/disposal.ts';
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
  state: DisposalItemState;
  preservation: PreservationOfItem | null;
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
  'Conservazione digitale',
  'Motivo',
];

const states: Record<DisposalItemState, string> = {
  proposed: 'proposto',
  granted: 'autorizzato',
  refused: 'non autorizzato',
  held: 'trattenuto',
  destroying: 'distruzione in corso',
  destroyed: 'distrutto',
};

/** Whether there is a copy to be destroyed elsewhere too (D.Lgs. 42/2004 art. 21). */
const preservation: Record<PreservationOfItem, string> = {
  accepted: 'versato: il conservatore ne ha una copia, da distruggere anche presso di lui',
  underWay: 'versamento in corso: si distrugge dopo il suo esito',
  refused: 'versamento rifiutato: il conservatore non ne ha copia',
};

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
    states[line.state],
    line.preservation === null ? 'non versato' : preservation[line.preservation],
    line.reason,
  ]);
  return `\uFEFF${[heads, ...rows].map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;
}

function cell(value: string | null): string {
  const plain = value ?? '';
  const safe = /^\s*[=+\-@＝＋－＠]/.test(plain) || /^[\t\r\n]/.test(plain) ? `'${plain}` : plain;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
