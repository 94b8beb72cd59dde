import { loadViewer, takenOf } from '#app/_components/viewer/load-viewer.ts';
import { LazyViewer } from '#app/_components/viewer/lazy-viewer.tsx';
import type { PageContext } from '#app/_components/page-context.ts';
import { noteTextRead } from './note-text-read.ts';
import { sightOf } from './sight-of.ts';
import { composition } from '#lib/composition.ts';
import { datesInWords, dayInWords } from '#lib/i18n/dates.ts';
import { toCitations } from '#lib/projections/citation.ts';
import type { RecordView } from '#lib/store/reading/reading-store.ts';

/** The pages of a unit, as far as who is here sees them. */
export async function Pages({
  context: { t, lang, address },
  record,
  query,
}: {
  context: PageContext;
  record: RecordView;
  query: Record<string, string | string[] | undefined>;
}) {
  const seen = await sightOf(record);
  if (!seen) return null;
  const cite = (facts: { permalink: string; part?: string }) =>
    toCitations(record, {
      dates: datesInWords(record.dates, t),
      readOn: dayInWords(composition().today(), lang),
      ...facts,
    });
  const shown = await loadViewer(
    record,
    seen.sight,
    {
      page: query['pagina'],
      query: typeof query['q'] === 'string' && query['q'] !== '' ? query['q'] : null,
      address,
      parameter: { name: 'pagina', before: '' },
      // Who reads by a permit, or keeps the archive, reads; nothing of it is given on.
      taken: seen.reserved ? null : takenOf(record, cite, t),
      ...(seen.reserved ? { onText: (imageId) => noteTextRead(record.id, imageId) } : {}),
    },
    t,
    lang,
  );
  if (!shown) return null;
  return (
    <>
      <h2 className="visually-hidden">{t('viewer.title')}</h2>
      {seen.sight.kind === 'small' ? <p className="aside">{t('viewer.reserved', { side: seen.sight.side })}</p> : null}
      <LazyViewer {...shown} />
    </>
  );
}
