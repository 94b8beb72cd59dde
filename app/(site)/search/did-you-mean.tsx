import { searchHref, type SearchParameters } from '#lib/http/search-parameters.ts';
import type { Translate } from '#lib/i18n/translate.ts';

/** The same search, differently spelt, as a link. */
export function DidYouMean({ t, parameters, q }: { t: Translate; parameters: SearchParameters; q: string }) {
  return (
    <p className="did-you-mean">
      {t('search.didYouMean')}{' '}
      <a href={searchHref(parameters, { q })} lang="it">
        {q}
      </a>
    </p>
  );
}
