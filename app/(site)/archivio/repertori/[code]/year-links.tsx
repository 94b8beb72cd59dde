import { repertorioAddress } from '#lib/http/repertorio-parameters.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import type { RepertorioYear } from '#lib/store/fascicoli/fascicoli.ts';

/** The years of a repertorio with how many acts each has; nothing where there is no choice. */
export function YearLinks({
  code,
  years,
  chosen,
  t,
}: {
  code: string;
  years: readonly RepertorioYear[];
  chosen: number | undefined;
  t: Translate;
}) {
  if (years.length < 2 && chosen === undefined) return null;
  const current = (one: number | undefined) => (one === chosen ? 'page' : undefined);
  return (
    <nav aria-label={t('repertori.years')}>
      <ul className="edit-tabs">
        <li>
          <a href={repertorioAddress(code, {})} aria-current={current(undefined)}>
            {t('repertori.allYears')}
          </a>
        </li>
        {years.map(({ year, documents }) => (
          <li key={year}>
            <a href={repertorioAddress(code, { year })} aria-current={current(year)}>
              {year}: {t('repertori.documents', { count: documents })}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
