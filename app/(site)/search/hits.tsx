import { ArchivalHtml } from '#app/_components/archival-html.tsx';
import { unitWord } from '#app/_components/record-line.tsx';
import { hitHref } from '#lib/http/result-place.ts';
import { hitsPerPage, searchHref, type SearchParameters } from '#lib/http/search-parameters.ts';
import { datesInWords, dayInWords } from '#lib/i18n/dates.ts';
import type { Language } from '#lib/i18n/language.ts';
import { imageWithin } from '#lib/records/iiif-addresses.ts';
import { messageKey, type Translate } from '#lib/i18n/translate.ts';
import type { Hit, SearchAnswer } from '#lib/search/search.ts';

/** Hits in their context: where each stands, and the words that were found. */
export function Hits({
  t,
  lang,
  parameters,
  hits,
  pictures,
}: {
  t: Translate;
  lang: Language;
  parameters: SearchParameters;
  hits: readonly Hit[];
  /** First pages, by the id of the unit. */
  pictures: ReadonlyMap<string, string>;
}) {
  // Past the numbered pages nobody counts.
  const numbered = parameters.after === undefined && parameters.before === undefined;
  const first = ((parameters.page ?? 1) - 1) * hitsPerPage + 1;
  return (
    <ol className="hits">
      {hits.map((hit, index) => (
        <li key={hit.id} id={`hit-${hit.id}`}>
          <HitView
            t={t}
            lang={lang}
            hit={hit}
            picture={pictures.get(hit.id) ?? null}
            href={hitHref(hit.id, { parameters, number: numbered ? first + index : null })}
            q={parameters.q}
            path={hit.ancestors}
            heading="h3"
          />
        </li>
      ))}
    </ol>
  );
}

/** Hits under the fonds they belong to. */
export function Groups({
  t,
  lang,
  parameters,
  groups,
  pictures,
}: {
  t: Translate;
  lang: Language;
  parameters: SearchParameters;
  groups: NonNullable<SearchAnswer['groups']>;
  pictures: ReadonlyMap<string, string>;
}) {
  return (
    <>
      {groups.map((group) => {
        const rest = group.count - group.hits.length;
        return (
          <section key={group.fonds.id} className="group" aria-labelledby={`group-${group.fonds.id}`}>
            <h3 id={`group-${group.fonds.id}`}>
              <a href={`/records/${group.fonds.id}`} lang="it">
                {group.fonds.title}
              </a>{' '}
              <span className="group-count">
                {t(group.estimate ? 'search.totalAbout' : 'search.total', { count: group.count })}
              </span>
            </h3>
            <ol className="hits">
              {group.hits.map((hit) => (
                <li key={hit.id} id={`hit-${hit.id}`}>
                  <HitView
                    t={t}
                    lang={lang}
                    hit={hit}
                    picture={pictures.get(hit.id) ?? null}
                    href={hitHref(hit.id, { parameters, number: null })}
                    q={parameters.q}
                    path={hit.ancestors.slice(1)}
                    heading="h4"
                  />
                </li>
              ))}
            </ol>
            {rest > 0 ? (
              <p className="group-more">
                <a href={searchHref(parameters, { fonds: [group.fonds.id], group: undefined })} rel="nofollow">
                  {t('search.othersIn', { count: rest, fonds: group.fonds.title })}
                </a>
              </p>
            ) : null}
          </section>
        );
      })}
    </>
  );
}

function HitView({
  t,
  lang,
  hit,
  picture,
  href,
  q,
  path,
  heading: Heading,
}: {
  t: Translate;
  lang: Language;
  hit: Hit;
  picture: string | null;
  href: string;
  q: string | undefined;
  path: Hit['ancestors'];
  heading: 'h3' | 'h4';
}) {
  const title = hit.highlights.find(({ field }) => field === 'title');
  const others = hit.highlights.filter(({ field }) => field !== 'title');
  const facts = [datesInWords(hit.dates, t), unitWord(hit, t), hit.referenceCode].filter(Boolean).join(' · ');
  return (
    <article className={picture ? 'hit hit-pictured' : 'hit'}>
      {picture ? (
        // The title beside it leads to the same place.
        <img className="hit-picture" src={imageWithin('', picture, 200)} alt="" loading="lazy" width={96} height={96} />
      ) : null}
      <header className="hit-head">
        <Heading lang="it">
          <a href={href}>{title ? <ArchivalHtml as="span" className="hit-title" html={title.html} /> : hit.title}</a>
        </Heading>
        <p className="hit-facts">{facts}</p>
      </header>
      {path.length > 0 ? (
        <p className="hit-path" lang="it">
          {path.map((ancestor, index) => (
            <span key={ancestor.id}>
              {index > 0 ? <span aria-hidden="true"> › </span> : null}
              <a href={`/records/${ancestor.id}`}>{ancestor.title}</a>
            </span>
          ))}
        </p>
      ) : null}
      {others.map(({ field, html }) => (
        <p key={field} className="hit-found">
          <span className="hit-field">{fieldLabel(field, t)}</span>{' '}
          <ArchivalHtml as="span" className="archival-inline" html={html} lang="it" />
        </p>
      ))}
      {hit.foundOnPage ? <FoundOnPage t={t} id={hit.id} found={hit.foundOnPage} q={q ?? ''} /> : null}
      {hit.digital || hit.visibility === 'described' ? (
        <p className="hit-marks">
          {hit.digital ? <span className="mark-digital">{t('record.digitalMark')}</span> : null}
          {hit.visibility === 'described' ? (
            <span className="mark-closed">{t('record.describedMark')}</span>
          ) : null}{' '}
          {hit.closure ? <span className="aside">{closureWords(hit.closure, t, lang)}</span> : null}
        </p>
      ) : null}
    </article>
  );
}

/** The page whose text has the words, where the viewer opens it and marks them. */
function FoundOnPage({
  t,
  id,
  found,
  q,
}: {
  t: Translate;
  id: string;
  found: NonNullable<Hit['foundOnPage']>;
  q: string;
}) {
  const address = `/records/${id}?${new URLSearchParams({ pagina: String(found.page), q }).toString()}`;
  return (
    <p className="hit-found">
      <span className="hit-field">{t('hit.inPages')}</span>{' '}
      <a href={address} rel="nofollow">
        {found.label ?? t('hit.page', { page: found.page })}
      </a>{' '}
      <ArchivalHtml as="span" className="archival-inline" html={found.html} lang="it" />
    </p>
  );
}

/** Until when, and why. */
const closureWords = ({ sensitivity, from }: NonNullable<Hit['closure']>, t: Translate, lang: Language): string =>
  `${from ? t('hit.closedUntil', { day: dayInWords(from, lang) }) : t('hit.closedNoDay')}: ${t(`hit.closedWhy.${sensitivity}`)}`;

function fieldLabel(field: string, t: Translate): string {
  const key = messageKey('element', field) ?? messageKey('field', field);
  return key ? `${t(key)}:` : '';
}
