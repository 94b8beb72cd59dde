export type Row = Record<string, number | string>;

export function table(rows: readonly Row[]): string {
  const columns = Object.keys(rows[0] ?? {});
  const cells = rows.map((row) => columns.map((column) => show(row[column])));
  const line = (values: string[]) => `| ${values.join(' | ')} |`;
  return [line(columns), line(columns.map(() => '---')), ...cells.map(line)].join('\n');
}

function show(value: number | string | undefined): string {
  if (typeof value !== 'number') return value ?? '';
  return Number.isInteger(value)
    ? value.toLocaleString('en')
    : value < 10
      ? value.toFixed(2)
      : Math.round(value).toLocaleString('en');
}
