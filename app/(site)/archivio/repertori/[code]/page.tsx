import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { fileWords } from '#app/_components/forms/file-words.ts';
import { AnsweredForm } from '#app/_components/forms/answered-form.tsx';
import { pageMetadata } from '#app/_components/metadata.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { acceptOf, plainFormats } from '#lib/http/file-format.ts';
import { readRepertorioQuery, repertorioAddress } from '#lib/http/repertorio-parameters.ts';
import { dayInWords } from '#lib/i18n/dates.ts';
import { unitChoices } from '../../choices.ts';
import { ArchiveCrumbs } from '../../crumbs.tsx';
import { firstState, formWords } from '../../form-words.ts';
import { loadArchive } from '../../load-archive.ts';
import { Refused } from '../../refused.tsx';
import { numberAct } from '../repertori-forms.ts';
import { YearLinks } from './year-links.tsx';

interface Props {
  params: Promise<{ code: string }>;
  searchParams: Promise<Record<string, string | string[]>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const context = await pageContext();
  const { code } = await params;
  return pageMetadata(context, {
    title: context.t('repertori.title'),
    path: `/archivio/repertori/${code}`,
    index: false,
  });
}

const numberIn = (value: unknown): number | null =>
  typeof value === 'string' && /^\d{1,7}$/.test(value) ? Number(value) : null;

/** The acts of a repertorio, the latest first, and the way to number one. */
export default async function RepertorioPage({ params, searchParams }: Props) {
  const { t, lang } = await pageContext();
  const { permission } = await loadArchive();
  if (!permission.allowed) return <Refused reason={permission.reason.text} />;
  const { fascicoli, procedureTypes } = composition();
  const { code } = await params;
  const line = (await fascicoli.listRepertori()).find((one) => one.code === code);
  if (!line) notFound();
  const asked = await searchParams;
  const query = readRepertorioQuery(asked);
  const [page, years] = await Promise.all([fascicoli.listEntries(code, query), fascicoli.listYears(code)]);
  const count =
    query.year === undefined ? line.documents : (years.find((one) => one.year === query.year)?.documents ?? 0);
  const [done, of] = [numberIn(asked['numero']), numberIn(asked['del'])];
  return (
    <div className="container archive-desk">
      <ArchiveCrumbs t={t} list={{ href: '/archivio/repertori', label: t('repertori.title') }} />
      <h1 lang="it">{line.recordTitle}</h1>
      {done !== null && of !== null ? (
        <p className="types-told" role="status">
          {t('repertori.numbered', { number: String(done), year: String(of) })}
        </p>
      ) : null}
      <p>
        {t('repertori.documents', { count })}
        {query.year === undefined ? '' : ` ${t('repertori.ofYear', { year: String(query.year) })}`},{' '}
        {t('fascicoli.order')}
      </p>
      <AnsweredForm
        fold={{ summary: t('repertori.number') }}
        key={line.documents}
        id="numera"
        label={t('repertori.number')}
        answer={numberAct}
        start={firstState({
          parts: [
            {
              kind: 'text',
              name: 'object',
              label: t('fascicoli.object'),
              help: t('fascicoli.objectHelp'),
              required: true,
              maxLength: 1000,
            },
            {
              kind: 'text',
              name: 'title',
              label: t('fascicoli.publicTitle'),
              help: t('fascicoli.publicTitleHelp'),
              required: true,
              maxLength: 300,
            },
            {
              kind: 'file',
              name: 'file',
              label: t('fascicolo.file'),
              help: t('files.limit'),
              required: true,
              accept: acceptOf(plainFormats),
            },
            {
              kind: 'select',
              name: 'unit',
              label: t('fascicoli.unit'),
              required: true,
              options: [{ value: '', label: '—' }, ...unitChoices(lang)],
            },
            {
              kind: 'text',
              name: 'fascicolo',
              label: t('repertori.fascicolo'),
              help: t('repertori.fascicoloHelp'),
              maxLength: 40,
            },
          ],
          hidden: [{ name: 'repertorio', value: code }],
          buttons: [{ label: t('repertori.numberNow'), intent: 'number', manner: 'primary' }],
        })}
        files={fileWords(t)}
        words={formWords(t)}
      />
      <YearLinks code={code} years={years} chosen={query.year} t={t} />
      {page.items.length === 0 ? (
        <p className="empty">
          {query.year === undefined ? t('repertori.empty') : t('repertori.emptyYear', { year: String(query.year) })}
        </p>
      ) : null}
      <ul className="archive-list">
        {page.items.map((entry) => (
          <li key={entry.record}>
            <p className="archive-code">
              {t('repertori.numberOf', { number: String(entry.number), year: String(entry.year) })}
            </p>
            <div>
              <a href={`/archivio/repertori/${code}/atti/${entry.record}`} lang="it">
                {entry.object}
              </a>
              <p className="aside">
                {procedureTypes.units().get(entry.unit)?.[lang] ?? entry.unit}
                {entry.fascicolo ? (
                  <>
                    {' · '}
                    <a href={`/archivio/fascicoli/${entry.fascicolo.id}`}>{entry.fascicolo.code}</a>
                  </>
                ) : null}
              </p>
            </div>
            <p className="aside archive-days">{dayInWords(entry.on, lang)}</p>
          </li>
        ))}
      </ul>
      {query.before || page.next ? (
        <nav className="archive-pages" aria-label={t('repertori.pages')}>
          {query.before ? (
            <a href={repertorioAddress(code, { ...query, before: undefined })}>{t('fascicoli.first')}</a>
          ) : null}
          {page.next ? (
            <a href={repertorioAddress(code, { ...query, before: page.next })}>{t('fascicoli.next')}</a>
          ) : null}
        </nav>
      ) : null}
    </div>
  );
}
