import { SearchBox } from '#app/_components/search-field.tsx';
import type { Violation } from '#lib/http/problem.ts';
import type { Translate } from '#lib/i18n/translate.ts';

/** An address that no search understands: says which part, and offers to start again. */
export function BadSearch({ t, violations }: { t: Translate; violations: readonly Violation[] }) {
  return (
    <div className="container narrow">
      <h1>{t('search.bad')}</h1>
      <p>{t('search.badWhy')}</p>
      <ul>
        {violations.map((violation) => (
          <li key={violation.parameter + violation.message}>
            <code>{violation.parameter}</code>: <span lang="en">{violation.message}</span>
          </li>
        ))}
      </ul>
      <SearchBox t={t} />
    </div>
  );
}
