import { PrintButton } from '#app/_components/print-button.tsx';
import { SaveButton } from '#app/_components/save-button.tsx';
import type { SavedThing } from '#app/_components/saved-shelf.ts';
import { ShareLink } from '#app/_components/share-link.tsx';
import type { RequestLink } from './request-of.ts';
import type { Translate } from '#lib/i18n/translate.ts';

/** Cite, share, print, keep: the first two are links, good without script. */
export function RecordActions({
  t,
  permalink,
  title,
  bookmark,
  requests,
}: {
  t: Translate;
  permalink: string;
  title: string;
  bookmark: SavedThing;
  /** What may be asked for, and where; several are folded. */
  requests: readonly RequestLink[];
}) {
  return (
    <div className="actions">
      <a className="btn btn-outline-primary" href="#cite">
        {t('record.cite')}
      </a>
      {requests.length > 1 ? (
        <details className="request-menu">
          <summary className="btn btn-primary">{t('record.request')}</summary>
          <ul>
            {requests.map(({ href, label }) => (
              <li key={href}>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {requests.length === 1
        ? requests.map(({ href, label }) => (
            <a key={href} className="btn btn-primary" href={href}>
              {label}
            </a>
          ))
        : null}
      <ShareLink href={permalink} title={title} words={{ share: t('record.share'), copied: t('record.linkCopied') }} />
      <PrintButton text={t('record.print')} />
      <SaveButton kind="records" thing={bookmark} words={{ save: t('saved.bookmark'), refused: t('saved.refused') }} />
    </div>
  );
}
