import { PrintButton } from '#app/_components/print-button.tsx';
import { ShareLink } from '#app/_components/share-link.tsx';
import type { Translate } from '#lib/i18n/translate.ts';

/** Cite, share, print: the first two are links, good without script. */
export function RecordActions({ t, permalink, title }: { t: Translate; permalink: string; title: string }) {
  return (
    <div className="actions">
      <a className="btn btn-outline-primary" href="#cite">
        {t('record.cite')}
      </a>
      <ShareLink href={permalink} title={title} words={{ share: t('record.share'), copied: t('record.linkCopied') }} />
      <PrintButton text={t('record.print')} />
    </div>
  );
}
