import { loadViewer, takenOf } from '#app/_components/viewer/load-viewer.ts';
import { LazyViewer } from '#app/_components/viewer/lazy-viewer.tsx';
import type { PageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { datesInWords, dayInWords } from '#lib/i18n/dates.ts';
import { toCitations } from '#lib/projections/citation.ts';
import type { RecordView } from '#lib/store/reading/reading-store.ts';

/** The pages of a unit that anybody sees. */
export async function Pages({
  context: { t, lang, address },
  record,
  query,
}: {
  context: PageContext;
  record: RecordView;
  query: Record<string, string | string[] | undefined>;
}) {
  if (record.visibility !== 'open' || !record.digital) return null;
  const cite = (facts: { permalink: string; part?: string }) =>
    toCitations(record, {
      dates: datesInWords(record.dates, t),
      readOn: dayInWords(composition().today(), lang),
      ...facts,
    });
  const shown = await loadViewer(
    record,
    { kind: 'whole' },
    {
      page: query['pagina'],
      query: typeof query['q'] === 'string' && query['q'] !== '' ? query['q'] : null,
      address,
      parameter: { name: 'pagina', before: '' },
      taken: takenOf(record, cite, t, lang),
    },
    t,
  );
  if (!shown) return null;
  return (
    <>
      <h2 className="visually-hidden">{t('viewer.title')}</h2>
      <LazyViewer {...shown} />
    </>
  );
}
