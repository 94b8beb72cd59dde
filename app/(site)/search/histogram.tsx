import { searchHref, type SearchParameters } from '#lib/http/search-parameters.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import type { SearchAnswer } from '#lib/search/search.ts';
import { Kept } from './search-form.tsx';

const width = 280;
const height = 72;

/** How hits lie in time: bars to click, the same as a table of links, and two years to write. */
export function Histogram({
  t,
  parameters,
  bars,
}: {
  t: Translate;
  parameters: SearchParameters;
  bars: NonNullable<SearchAnswer['histogram']>;
}) {
  const most = Math.max(...bars.map((bar) => bar.count), 1);
  const step = width / Math.max(bars.length, 1);
  const first = bars[0];
  const last = bars.at(-1);
  const on = (bar: { from: number; to: number }) =>
    bar.to >= (parameters.from ?? -Infinity) && bar.from <= (parameters.to ?? Infinity);
  return (
    <section className="facet histogram" aria-labelledby="facet-dates">
      <h3 id="facet-dates">{t('search.dates')}</h3>
      {first && last && bars.length > 1 ? (
        <>
          <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
            {bars.map((bar, index) => (
              <a
                key={bar.from}
                href={searchHref(parameters, { from: bar.from, to: bar.to })}
                rel="nofollow"
                tabIndex={-1}
              >
                <title>{`${bar.from}–${bar.to}: ${bar.count}`}</title>
                <rect className="bar-space" x={index * step} y="0" width={step} height={height} />
                <rect
                  className={on(bar) ? 'bar' : 'bar bar-off'}
                  x={index * step + step * 0.08}
                  y={height - barHeight(bar.count, most)}
                  width={step * 0.84}
                  height={barHeight(bar.count, most)}
                />
              </a>
            ))}
          </svg>
          <p className="histogram-ends" aria-hidden="true">
            <span>{first.from}</span>
            <span>{last.to}</span>
          </p>
        </>
      ) : null}
      <form action="/search" method="get" className="years">
        {parameters.q ? <input type="hidden" name="q" value={parameters.q} /> : null}
        <Kept parameters={parameters} />
        <label htmlFor="from">
          {t('search.from')}
          <input
            id="from"
            name="from"
            type="number"
            min="1"
            max="9999"
            inputMode="numeric"
            defaultValue={parameters.from}
            placeholder={first ? String(first.from) : undefined}
          />
        </label>
        <label htmlFor="to">
          {t('search.to')}
          <input
            id="to"
            name="to"
            type="number"
            min="1"
            max="9999"
            inputMode="numeric"
            defaultValue={parameters.to}
            placeholder={last ? String(last.to) : undefined}
          />
        </label>
        <button type="submit" className="btn btn-outline-primary">
          {t('search.apply')}
        </button>
        <label className="years-mode" htmlFor="contained">
          <input
            id="contained"
            type="checkbox"
            name="dateMode"
            value="contained"
            defaultChecked={parameters.dateMode === 'contained'}
          />
          {t('search.contained')}
        </label>
      </form>
      {bars.length > 1 ? (
        <details>
          <summary>{t('search.datesAsList')}</summary>
          <ul>
            {bars
              .filter((bar) => bar.count > 0)
              .map((bar) => (
                <li key={bar.from}>
                  <a href={searchHref(parameters, { from: bar.from, to: bar.to })} rel="nofollow">
                    <span className="facet-label">
                      {bar.from}–{bar.to}
                    </span>{' '}
                    <span className="facet-count">{bar.count}</span>
                  </a>
                </li>
              ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
}

/** Roots, so that one full century doesn't flatten the others; nothing stays nothing, something is always seen. */
const barHeight = (count: number, most: number): number =>
  count === 0 ? 0 : Math.max(2, Math.sqrt(count / most) * height);
