import type { Translate } from '#lib/i18n/translate.ts';
import type { SiblingPlace } from '#lib/store/reading/reading-store.ts';

/** Which of how many, with the one before and the one after. */
export function Neighbours({ t, place }: { t: Translate; place: SiblingPlace | null }) {
  if (!place || place.total < 2) return null;
  return (
    <nav className="neighbours" aria-label={t('record.neighbours')}>
      {place.previous ? (
        <a rel="prev" href={`/records/${place.previous.id}`}>
          <span aria-hidden="true">‹ </span>
          {t('record.previous')}
          <span className="visually-hidden" lang="it">
            : {place.previous.title}
          </span>
        </a>
      ) : null}
      <span className="neighbours-place">{t('record.placeOf', { n: place.index, total: place.total })}</span>
      {place.next ? (
        <a rel="next" href={`/records/${place.next.id}`}>
          {t('record.next')}
          <span className="visually-hidden" lang="it">
            : {place.next.title}
          </span>
          <span aria-hidden="true"> ›</span>
        </a>
      ) : null}
    </nav>
  );
}
