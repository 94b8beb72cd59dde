import { pageContext } from '#app/_components/page-context.ts';
import { dayInWords, instantInWords } from '#lib/i18n/dates.ts';
import { namesOf } from '../../who.ts';
import type { LoadedVersion } from './load-version.ts';

/** Which version this is, its state, and the pages about it. */
export async function VersionHeading({
  loaded: { kept, checked, before },
  here,
}: {
  loaded: LoadedVersion;
  here: 'text' | 'fields' | 'publish';
}) {
  const { t, lang } = await pageContext();
  const by = kept.publishedBy ?? kept.changedBy;
  const who = (await namesOf([by]))(by);
  const at = `/direzione/procedimenti/${kept.code}/${kept.version}`;
  const isDraft = kept.status === 'draft';
  const from = checked.type?.validFrom ? dayInWords(checked.type.validFrom, lang) : '—';
  const pages = [
    { key: 'text', href: at, label: t('edit.text') },
    ...(isDraft ? [{ key: 'fields', href: `${at}/campi`, label: t('edit.fields') }] : []),
    { key: 'publish', href: `${at}/pubblica`, label: t(isDraft ? 'edit.publishPage' : 'edit.differences') },
  ];
  return (
    <header className="edit-heading">
      <p className="desk-crumb">
        <a href="/direzione/procedimenti">‹ {t('types.title')}</a>
      </p>
      <h1>{(checked.type ?? before?.type)?.title[lang] ?? kept.code}</h1>
      <p>
        <strong>{t(isDraft ? 'types.draftNumber' : 'types.version', { number: kept.version })}</strong>{' '}
        {isDraft
          ? t('types.savedBy', { who, when: instantInWords(kept.changedAt, lang) })
          : t('types.publishedBy', { from, who })}{' '}
        · <a href={`${at}/yaml`}>{t('types.download')}</a> ·{' '}
        <a href="/api/v1/schemas/procedure-type">{t('types.schema')}</a>
      </p>
      <nav aria-label={t('edit.pages')}>
        <ul className="edit-tabs">
          {pages.map(({ key, href, label }) => (
            <li key={key}>
              <a href={href} aria-current={key === here ? 'page' : undefined}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}
