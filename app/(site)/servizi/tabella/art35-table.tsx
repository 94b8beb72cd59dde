import type { Language } from '#lib/i18n/language.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import { art35Headings, art35Letters, type Art35Row } from '#lib/projections/art35.ts';
import { CellLines } from '../cell-lines.tsx';

/** Some browsers take cells that are drawn as blocks for no cells, unless told. */
const as = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  columnheader: { role: 'columnheader' },
  rowheader: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const;

/**
 * One row for each type, one column for each letter. On a narrow screen and on paper the rows become sheets: the roles keep it a table
 * for those who hear it.
 */
export function Art35Table({
  rows,
  t,
  lang,
  labelledBy,
}: {
  rows: readonly Art35Row[];
  t: Translate;
  lang: Language;
  labelledBy: string;
}) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keys
    <div className="art35-frame" role="region" aria-labelledby={labelledBy} tabIndex={0}>
      <table className="art35" {...as.table} aria-labelledby={labelledBy}>
        <thead {...as.rowgroup}>
          <tr {...as.row}>
            <th scope="col" {...as.columnheader}>
              {t('art35.procedure')}
            </th>
            {art35Letters.map((letter) => (
              <th key={letter} scope="col" {...as.columnheader}>
                <span className="art35-letter">{letter})</span> {art35Headings[letter][lang]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...as.rowgroup}>
          {rows.map((row) => (
            <tr key={row.code} id={row.code} {...as.row}>
              <th scope="row" {...as.rowheader}>
                <a href={`/servizi/${row.code}`}>{row.title}</a>
              </th>
              {art35Letters.map((letter) => (
                <td key={letter} {...as.cell} data-label={`${letter}) ${art35Headings[letter][lang]}`}>
                  <CellLines lines={row.cells[letter]} nothing={t('art35.nothing')} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
