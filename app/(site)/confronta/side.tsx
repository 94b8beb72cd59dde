import type { PageContext } from '#app/_components/page-context.ts';
import { unitFacts } from '#app/_components/record-line.tsx';
import { loadViewer } from '#app/_components/viewer/load-viewer.ts';
import { LazyViewer } from '#app/_components/viewer/lazy-viewer.tsx';
import { composition } from '#lib/composition.ts';
import { readCompared } from '#lib/http/compared-units.ts';
import { languageTag } from '#lib/i18n/dates.ts';

/** One of two units: its name and its pages, or what is missing. */
export async function Side({
  context: { t, address },
  name,
  label,
  asked,
}: {
  context: PageContext;
  name: 'sinistra' | 'destra';
  label: string;
  asked: string | string[] | undefined;
}) {
  const compared = readCompared(asked);
  const found = compared && (await composition().store.findRecord(compared.recordId));
  const record = found?.state === 'found' && found.value.visibility === 'open' ? found.value : null;
  const shown =
    compared && record
      ? await loadViewer(
          record,
          { kind: 'whole' },
          { page: compared.page, query: null, address, parameter: { name, before: `${record.id}:` }, taken: null },
          t,
        )
      : null;
  return (
    <section className="compare-side" aria-label={label}>
      {record && shown ? (
        <>
          <h2 lang={languageTag(record.titleLang)}>
            <a href={`/records/${record.id}`}>{record.title}</a>
          </h2>
          <p className="kicker">{unitFacts(record, t)}</p>
          <LazyViewer key={record.id} {...shown} name={label} />
        </>
      ) : (
        <p className="aside">{asked ? t('compare.unknown') : t('compare.empty')}</p>
      )}
    </section>
  );
}
