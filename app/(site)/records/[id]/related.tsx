import { RecordLineItem } from '#app/_components/record-line.tsx';
import type { Translate } from '#lib/i18n/translate.ts';
import type { RelatedRecord } from '#lib/store/reading/reading-store.ts';

/** Units that this one names, and those that name it. */
export function Related({ t, related }: { t: Translate; related: readonly RelatedRecord[] }) {
  if (related.length === 0) return null;
  return (
    <section className="area" aria-labelledby="related">
      <h2 id="related">{t('record.related')}</h2>
      <p className="list-facts">{t('count.units', { count: related.length })}</p>
      <ul className="plain lines">
        {related.map((one, index) => (
          <li key={`${one.record?.id ?? ''}${index}`}>
            {one.record ? (
              <RecordLineItem record={one.record} t={t} note={one.note ?? undefined} />
            ) : (
              <span lang="it">{one.note}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
