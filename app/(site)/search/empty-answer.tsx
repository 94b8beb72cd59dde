import { isNarrowed, searchHref, type SearchParameters } from '#lib/http/search-parameters.ts';
import type { Translate } from '#lib/i18n/translate.ts';

/** Nothing found: what can be tried next, each as a link where it can be one. */
export function EmptyAnswer({ t, parameters }: { t: Translate; parameters: SearchParameters }) {
  const words = parameters.q.split(/\s+/).filter((word) => /^[\p{L}\p{N}]{3,}$/u.test(word));
  return (
    <div className="empty">
      <p>{t('search.empty')}</p>
      <ul>
        {isNarrowed(parameters) ? (
          <li>
            <a href={searchHref(null, { q: parameters.q })}>{t('search.emptyNoFilters')}</a>
          </li>
        ) : null}
        {words.length > 1 ? (
          <li>
            <a href={searchHref(parameters, { q: words.join(' OR ') })}>{t('search.emptyAny')}</a>
          </li>
        ) : null}
        {words.length > 0 ? (
          <li>
            <a
              href={searchHref(parameters, {
                q: words.map((word) => `${word.slice(0, Math.max(3, word.length - 2))}*`).join(' '),
              })}
            >
              {t('search.emptyPrefix')}
            </a>
          </li>
        ) : null}
        <li>
          <a href="/#fonds">{t('search.emptyBrowse')}</a>
        </li>
      </ul>
    </div>
  );
}
