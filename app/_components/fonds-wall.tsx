import { datesInWords, languageTag } from '#lib/i18n/dates.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import type { FondsTile } from '#lib/store/reading/reading-store.ts';
import { Shelf } from './shelf.tsx';

/** Fonds as a wall: each with its drawing, name, dates and extent. */
export function FondsWall({
  fonds,
  t,
  showInstitution,
}: {
  fonds: readonly FondsTile[];
  t: Translate;
  showInstitution: boolean;
}) {
  return (
    <ul className="wall">
      {fonds.map((one) => (
        <li key={one.id} className="wall-tile">
          <Shelf fonds={one} />
          <p className="wall-dates">{datesInWords(one.dates, t) ?? t('dates.undated')}</p>
          <h3 lang={languageTag(one.titleLang)}>
            <a href={`/records/${one.id}`}>{one.title}</a>
          </h3>
          <p className="wall-facts">
            {[
              one.extents[0],
              one.unitCount > 1 ? t('count.units', { count: one.unitCount }) : null,
              showInstitution ? one.institution.name : null,
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </li>
      ))}
    </ul>
  );
}
