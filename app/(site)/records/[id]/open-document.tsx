import { DocumentButtons } from '#app/_components/fascicolo/document-buttons.tsx';
import { DocumentShown } from '#app/_components/fascicolo/document-shown.tsx';
import { composition } from '#lib/composition.ts';
import type { Language } from '#lib/i18n/language.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import { findOpenDocument } from '#lib/store/reading/find-open-document.ts';

/** The document that a record is, where anybody may read it. */
export async function OpenDocument({ id, t, lang }: { id: string; t: Translate; lang: Language }) {
  const { pool, dataDir } = composition();
  const document = await findOpenDocument(pool, dataDir, id);
  if (!document) return null;
  const held = (await document.present()) === document.bytes;
  const base = `/records/${id}`;
  return (
    <section className="area open-document" aria-labelledby="documento">
      <h2 id="documento">{t('record.document')}</h2>
      {held ? (
        <>
          <DocumentShown base={base} document={document} t={t} />
          <DocumentButtons base={base} document={document} t={t} lang={lang} />
        </>
      ) : (
        <p className="empty">{t('document.lost')}</p>
      )}
      <dl className="document-facts">
        <div>
          <dt>{t('document.hash')}</dt>
          <dd>{document.sha256}</dd>
        </div>
      </dl>
    </section>
  );
}
