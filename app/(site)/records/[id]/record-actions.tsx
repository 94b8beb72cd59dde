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
  request,
}: {
  t: Translate;
  permalink: string;
  title: string;
  bookmark: SavedThing;
  /** Where to ask for the unit; null where nothing is asked for. */
  request: { href: string; label: string } | null;
}) {
  return (
    <div className="actions">
      <a className="btn btn-outline-primary" href="#cite">
        {t('record.cite')}
      </a>
      {request ? (
        <a className="btn btn-primary" href={request.href}>
          {request.label}
        </a>
      ) : null}
      <ShareLink href={permalink} title={title} words={{ share: t('record.share'), copied: t('record.linkCopied') }} />
      <PrintButton text={t('record.print')} />
      <SaveButton kind="records" thing={bookmark} words={{ save: t('saved.bookmark'), refused: t('saved.refused') }} />
    </div>
  );
}
