import { hitsPerPage, lastPage, searchHref, type SearchParameters } from '#lib/http/search-parameters.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import type { SearchAnswer } from '#lib/search/search.ts';

/** Pages by number as far as they go, then by cursor. */
export function Pager({ t, parameters, answer }: { t: Translate; parameters: SearchParameters; answer: SearchAnswer }) {
  const byCursor = parameters.after !== undefined || parameters.before !== undefined;
  const page = byCursor ? null : (parameters.page ?? 1);
  // How many pages of groups there are nobody counts: the answer says whether there is another.
  const pages = parameters.group
    ? answer.next
      ? lastPage
      : (page ?? 1)
    : Math.min(lastPage, Math.ceil(answer.total / hitsPerPage));
  const previous =
    page !== null && page > 1
      ? searchHref(parameters, { page: page - 1 })
      : answer.prev
        ? searchHref(parameters, { before: answer.prev })
        : null;
  const next =
    page !== null && page < pages
      ? searchHref(parameters, { page: page + 1 })
      : answer.next
        ? searchHref(parameters, { after: answer.next })
        : null;
  if (!previous && !next) return null;
  return (
    <nav className="pager" aria-label={t('search.pages')}>
      {previous ? (
        <a className="btn btn-outline-primary" href={previous} rel="prev nofollow">
          ‹ {t('search.previousPage')}
        </a>
      ) : (
        <span />
      )}
      <span>{page === null || parameters.group ? '' : t('search.pageOf', { page, pages: Math.max(pages, page) })}</span>
      {next ? (
        <a className="btn btn-outline-primary" href={next} rel="next nofollow">
          {t('search.nextPage')} ›
        </a>
      ) : (
        <span />
      )}
    </nav>
  );
}
