import { rowCount, rowModes, rowTies } from '#lib/http/advanced-search.ts';
import type { Translate } from '#lib/i18n/translate.ts';

/** The words: what a search had already, as it was written, then rows tied one to the other. */
export function QueryRows({ t, q }: { t: Translate; q: string }) {
  return (
    <fieldset>
      <legend>{t('advanced.words')}</legend>
      {q ? (
        <p className="field">
          <label htmlFor="q">{t('advanced.asWritten')}</label>
          <input id="q" name="q" type="text" defaultValue={q} maxLength={1000} autoComplete="off" />
        </p>
      ) : null}
      {Array.from({ length: rowCount }, (_, index) => index + 1).map((row) => (
        <div key={row} className="query-row" role="group" aria-label={t('advanced.row', { n: row })}>
          {row === 1 && !q ? (
            <span className="query-tie" />
          ) : (
            <select className="query-tie" name={`tie${row}`} aria-label={t('advanced.tie')} defaultValue="and">
              {rowTies.map((tie) => (
                <option key={tie} value={tie}>
                  {t(`advanced.tie.${tie}`)}
                </option>
              ))}
            </select>
          )}
          <select name={`mode${row}`} aria-label={t('advanced.mode')} defaultValue="all">
            {rowModes.map((mode) => (
              <option key={mode} value={mode}>
                {t(`advanced.mode.${mode}`)}
              </option>
            ))}
          </select>
          <input
            type="text"
            name={`words${row}`}
            aria-label={t('advanced.rowWords')}
            maxLength={200}
            autoComplete="off"
          />
        </div>
      ))}
    </fieldset>
  );
}
