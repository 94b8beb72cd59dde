import { languageTag } from '#lib/i18n/dates.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import { tiersOf } from '#lib/records/edm/europeana-rank.ts';
import type { WeighedUnit } from '#lib/store/europeana/list-units.ts';

/** Said of one unit at once: more would be a list of wishes. Of what does not go out at all, why not. */
const mostLifts = 4;
const liftsShown = ({ rank, lifts }: WeighedUnit) => lifts.slice(0, rank === 0 ? 1 : mostLifts);

/** A digitised unit with its tiers and what lifts it. */
export function UnitItem({ unit, t }: { unit: WeighedUnit; t: Translate }) {
  const { id, title, titleLang, code, fonds, lifts } = unit;
  return (
    <li className="europeana-unit">
      <div>
        <h3>
          <a href={`/records/${id}`} lang={languageTag(titleLang)}>
            {title}
          </a>
        </h3>
        <p className="aside">
          {[code, fonds.id === id ? null : fonds.title].filter((part) => part !== null).join(' · ')}
        </p>
        <p className="europeana-worth">{worthOf(unit, t)}</p>
      </div>
      <div>
        {lifts.length === 0 ? (
          <p>{t('europeana.top')}</p>
        ) : (
          <>
            <p className="aside" id={`sale-${id}`}>
              {t('europeana.lifts')}
            </p>
            <ul aria-labelledby={`sale-${id}`}>
              {liftsShown(unit).map((lift) => (
                <li key={lift}>
                  {lift === 'rights' || lift === 'closedRights' ? (
                    <a href={`/archivio/europeana/diritti?fondo=${fonds.id}#dichiara`}>{t(`europeana.lift.${lift}`)}</a>
                  ) : (
                    t(`europeana.lift.${lift}`)
                  )}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </li>
  );
}

function worthOf({ rank, possible }: WeighedUnit, t: Translate): string {
  const tiers = tiersOf(rank);
  if (tiers === null) return t('europeana.unitNone');
  const { content, metadata } = tiers;
  return possible > content
    ? t('europeana.unitPossible', { content, possible, metadata })
    : t('europeana.unit', { content, metadata });
}
