import type { Translate } from '#lib/i18n/translate.ts';
import { shownFormat } from '#lib/records/shown-format.ts';
import type { FoundDocument } from '#lib/store/fascicolo-index/fascicolo-index.ts';

interface Props {
  /** Address of the page of the document. */
  base: string;
  document: Pick<FoundDocument, 'format' | 'title'>;
  t: Translate;
}

/** The document itself. Phones open no PDF inside of a page: they have its first page, which leads to it. */
export function DocumentShown({ base, document: { format, title }, t }: Props) {
  const shown = shownFormat(format);
  if (shown === null) return <p className="empty">{t('document.noPreview', { format: format.toUpperCase() })}</p>;
  const content = `${base}/contenuto`;
  if (shown !== 'pdf')
    return (
      <a href={content}>
        <img className="document-image" src={`${base}/anteprima`} alt={t('document.image', { title })} />
      </a>
    );
  return (
    <>
      <iframe className="document-frame" src={content} title={t('document.frame', { title })} loading="lazy">
        {t('document.cannotShow')}
      </iframe>
      <a className="document-first" href={content}>
        <img
          className="document-image"
          src={`${base}/anteprima`}
          alt={t('document.firstPage', { title })}
          loading="lazy"
        />
      </a>
    </>
  );
}
