import type { Translate } from '#lib/i18n/translate.ts';
import { SuggestedInput } from './suggested-input.tsx';

/** The question field with its button; part of a GET form, so that it works without script. */
export function SearchField({
  t,
  q = '',
  large = false,
  id = 'q',
}: {
  t: Translate;
  q?: string;
  large?: boolean;
  id?: string;
}) {
  return (
    <div className={large ? 'search-field search-field-large' : 'search-field'}>
      <label className="visually-hidden" htmlFor={id}>
        {t('search.field')}
      </label>
      <SuggestedInput
        id={id}
        q={q}
        placeholder={t('search.placeholder')}
        words={{
          list: t('suggest.list'),
          none: t('suggest.none'),
          one: t('suggest.one'),
          other: t('suggest.other'),
        }}
      />
      <button type="submit" className="btn btn-primary">
        {t('search.submit')}
      </button>
    </div>
  );
}

/** A whole form with nothing but the field. */
export function SearchBox({ t, large = false }: { t: Translate; large?: boolean }) {
  return (
    <search>
      <form action="/search" method="get">
        <SearchField t={t} large={large} />
      </form>
    </search>
  );
}
