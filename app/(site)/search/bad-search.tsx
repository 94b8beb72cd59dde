import { SearchBox } from '#app/_components/search-field.tsx';
import type { Violation } from '#lib/http/problem.ts';
import type { Translate } from '#lib/i18n/translate.ts';

const told = {
  q: 'search.bad.q',
  from: 'search.bad.years',
  to: 'search.bad.years',
  page: 'search.bad.page',
  after: 'search.bad.place',
  before: 'search.bad.place',
} as const;

/** What was asked cannot be searched: says which part, and offers to start again. */
export function BadSearch({ t, violations }: { t: Translate; violations: readonly Violation[] }) {
  const reasons = new Set(
    violations.map(({ parameter }) => (isTold(parameter) ? told[parameter] : 'search.bad.filter')),
  );
  return (
    <div className="container narrow">
      <h1>{t('search.bad')}</h1>
      <p>{t('search.badWhy')}</p>
      <ul>
        {[...reasons].map((reason) => (
          <li key={reason}>{t(reason)}</li>
        ))}
      </ul>
      <SearchBox t={t} />
    </div>
  );
}

const isTold = (parameter: string): parameter is keyof typeof told => parameter in told;
