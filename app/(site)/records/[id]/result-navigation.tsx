import { composition } from '#lib/composition.ts';
import { backHref, hitHref, pageAround, type ResultPlace } from '#lib/http/result-place.ts';
import { toSearchRequest } from '#lib/http/search-parameters.ts';
import type { Language } from '#lib/i18n/language.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import { SearchRequestError, type Hit } from '#lib/search/search.ts';

interface ResultNavigationProps {
  t: Translate;
  lang: Language;
  id: string;
  place: ResultPlace;
}

/** The way back to the results a record was opened from, and to the one before and after it. */
export async function ResultNavigation({ t, lang, id, place }: ResultNavigationProps) {
  const around = await neighboursOf(id, place, lang);
  const { parameters } = place;
  const { number } = around ?? place;
  return (
    <nav className="result-navigation" aria-label={t('results.navigation')}>
      <a className="result-back" href={backHref(id, { parameters, number })} rel="nofollow">
        <span aria-hidden="true">‹ </span>
        {t('results.back')}
      </a>
      {around ? (
        <>
          {around.previous ? (
            <a href={hitHref(around.previous.id, { parameters, number: around.number - 1 })} rel="prev nofollow">
              {t('results.previous')}
              <Title hit={around.previous} />
            </a>
          ) : null}
          <span className="neighbours-place">
            {t(around.about ? 'results.placeAbout' : 'results.place', { n: around.number, total: around.total })}
          </span>
          {around.next ? (
            <a href={hitHref(around.next.id, { parameters, number: around.number + 1 })} rel="next nofollow">
              {t('results.next')}
              <Title hit={around.next} />
            </a>
          ) : null}
        </>
      ) : null}
    </nav>
  );
}

function Title({ hit }: { hit: Hit }) {
  return (
    <span className="visually-hidden" lang="it">
      : {hit.title}
    </span>
  );
}

interface Around {
  number: number;
  previous: Hit | null;
  next: Hit | null;
  total: number;
  about: boolean;
}

/** Null when the list no longer has the record near where it was. */
async function neighboursOf(id: string, { parameters, number }: ResultPlace, lang: Language): Promise<Around | null> {
  if (number === null) return null;
  const { page, size } = pageAround(number);
  const request = { ...toSearchRequest(parameters, lang, false), at: { page }, size };
  const answer = await composition()
    .search.query(request)
    .catch((error: unknown) => {
      if (error instanceof SearchRequestError) return null;
      throw error;
    });
  const index = answer?.hits.findIndex((hit) => hit.id === id) ?? -1;
  if (!answer || index < 0) return null;
  return {
    number: (page - 1) * size + index + 1,
    previous: answer.hits[index - 1] ?? null,
    next: answer.hits[index + 1] ?? null,
    total: answer.total,
    about: answer.totalEstimate,
  };
}
