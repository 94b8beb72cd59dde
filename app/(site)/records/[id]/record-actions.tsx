import { PrintButton } from '#app/_components/print-button.tsx';
import { SaveButton } from '#app/_components/save-button.tsx';
import type { SavedThing } from '#app/_components/saved-shelf.ts';
import { ShareLink } from '#app/_components/share-link.tsx';
import type { Translate } from '#lib/i18n/translate.ts';

/** Cite, share, print, keep: the first two are links, good without script. */
export function RecordActions({
  t,
  permalink,
  title,
  bookmark,
}: {
  t: Translate;
  permalink: string;
  title: string;
  bookmark: SavedThing;
}) {
  return (
    <div className="actions">
      <a className="btn btn-outline-primary" href="#cite">
        {t('record.cite')}
      </a>
      <ShareLink href={permalink} title={title} words={{ share: t('record.share'), copied: t('record.linkCopied') }} />
      <PrintButton text={t('record.print')} />
      <SaveButton kind="records" thing={bookmark} words={{ save: t('saved.bookmark'), refused: t('saved.refused') }} />
    </div>
  );
}
