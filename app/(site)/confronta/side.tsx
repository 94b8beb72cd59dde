import type { PageContext } from '#app/_components/page-context.ts';
import { unitFacts, unitWord } from '#app/_components/record-line.tsx';
import { LazyViewer } from '#app/_components/viewer/lazy-viewer.tsx';
import { sideHref, type SideName } from '#lib/http/compared-units.ts';
import { datesInWords, languageTag } from '#lib/i18n/dates.ts';
import { imageWithin } from '#lib/records/iiif-addresses.ts';
import type { SideContent } from './find-side.ts';

/** One of two units: its name and its pages, those to choose from, or what is missing. */
export function Side({
  context: { t, address },
  name,
  label,
  side,
}: {
  context: PageContext;
  name: SideName;
  label: string;
  side: SideContent;
}) {
  if (side.kind === 'empty') return <p className="aside">{t('compare.empty')}</p>;
  if (side.kind === 'unknown') return <p className="aside">{t('compare.unknown')}</p>;
  if (side.kind === 'shown') {
    const { record, viewer } = side;
    return (
      <>
        <h2 lang={languageTag(record.titleLang)}>
          <a href={`/records/${record.id}`}>{record.title}</a>
        </h2>
        <p className="kicker">{unitFacts(record, t)}</p>
        <LazyViewer key={record.id} {...viewer} name={label} />
      </>
    );
  }
  if (side.units.length === 0) return <p className="aside">{t('compare.none', { words: side.words })}</p>;
  return (
    <>
      <h2>{t('compare.choose')}</h2>
      <ul className="compare-choice">
        {side.units.map(({ hit, picture }) => (
          <li key={hit.id}>
            <img src={imageWithin('', picture, 200)} alt="" loading="lazy" width={72} height={72} />
            <a className="line-title" href={sideHref(address, name, hit.id)} lang="it" rel="nofollow">
              {hit.title}
            </a>
            <span className="line-facts">
              {[unitWord(hit, t), hit.referenceCode, datesInWords(hit.dates, t)].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {side.more ? <p className="aside">{t('compare.more')}</p> : null}
    </>
  );
}
