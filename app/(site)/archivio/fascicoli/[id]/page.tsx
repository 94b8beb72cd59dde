import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DocumentIndex } from '#app/_components/fascicolo/document-index.tsx';
import { pageMetadata } from '#app/_components/metadata.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { everyDocument } from '#lib/access/documents.ts';
import { composition } from '#lib/composition.ts';
import { readIndexQuery } from '#lib/http/index-parameters.ts';
import { kindWords } from '#lib/fascicoli/kind.ts';
import { findVoice, voiceCode } from '#lib/fascicoli/titolario.ts';
import { dayInWords, instantInWords } from '#lib/i18n/dates.ts';
import { messageKey } from '#lib/i18n/translate.ts';
import { findRetention } from '#lib/store/keeping/list-keeping.ts';
import { ArchiveCrumbs } from '../../crumbs.tsx';
import { loadArchive } from '../../load-archive.ts';
import { Refused } from '../../refused.tsx';
import { ChangeForms } from './change-forms.tsx';
import { RetentionSection } from './retention-section.tsx';
import { noteArchivistLook } from '../../note-archivist-look.ts';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[]>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const context = await pageContext();
  const { id } = await params;
  const { permission } = await loadArchive();
  const view = permission.allowed ? await composition().fascicoli.find(id) : null;
  const title = view ? `${view.code} ${view.object}` : context.t('fascicoli.title');
  return pageMetadata(context, { title, path: `/archivio/fascicoli/${id}`, index: false });
}

/** A fascicolo: the index of its documents, what is known of it, what was done to it. */
export default async function FascicoloPage({ params, searchParams }: Props) {
  const { t, lang } = await pageContext();
  const { permission } = await loadArchive();
  if (!permission.allowed) return <Refused reason={permission.reason.text} />;
  const { fascicoli, fascicoloIndex, titolari, pool, procedureTypes } = composition();
  const { id } = await params;
  const view = await fascicoli.find(id);
  if (!view) notFound();
  const query = await searchParams;
  const asked = readIndexQuery(query);
  const all = { ...asked, readable: everyDocument };
  const [page, counts] = await Promise.all([fascicoloIndex.list(id, all), fascicoloIndex.count(id, all)]);
  const units = procedureTypes.units();
  const titolario = titolari.find(view.titolario);
  const kept = view.closedOn === null ? null : await findRetention(pool, id);
  const voice = titolario && findVoice(titolario, view);
  const isCase = view.kind === 'procedimento';
  if (isCase) await noteArchivistLook(id);
  const nameOf = (said: string) => units.get(said)?.[lang] ?? said;
  return (
    <div className="container archive-desk">
      <ArchiveCrumbs t={t} list={{ href: '/archivio/fascicoli', label: t('fascicoli.title') }} />
      <p className="kicker">
        {kindWords[view.kind][lang]} · {view.code}
      </p>
      <h1 lang="it">{view.object}</h1>
      {query['fatto'] ? (
        <p className="types-told" role="status">
          {t('fascicoli.done')}
        </p>
      ) : null}
      {view.closedOn === null ? <ChangeForms view={view} t={t} lang={lang} /> : null}
      <section aria-labelledby="indice" className="fascicolo-index">
        <h2 id="indice">{t('fascicolo.index')}</h2>
        <DocumentIndex
          base={`/archivio/fascicoli/${id}`}
          // Documents of a procedure are read from its case, where it is decided who may.
          hrefOf={isCase ? null : ({ record }) => `/archivio/fascicoli/${id}/documenti/${record}`}
          asked={asked}
          page={page}
          counts={counts}
          t={t}
          lang={lang}
        />
      </section>
      {isCase ? (
        <p>
          <a href={`/ufficio/pratiche/${view.id}`}>{t('fascicolo.toCase')}</a>
        </p>
      ) : null}
      {view.closedOn === null ? null : <RetentionSection view={view} kept={kept} />}
      <div className="fascicolo-below">
        <section aria-labelledby="dati">
          <h2 id="dati">{t('fascicolo.data')}</h2>
          <dl className="fascicolo-data">
            <dt>{t('fascicolo.class')}</dt>
            <dd>
              {voiceCode(view)} <span lang="it">{voice ? (voice.className ?? voice.titleName.it) : ''}</span>
            </dd>
            <dt>{t('fascicolo.series')}</dt>
            <dd lang="it">{view.series.title}</dd>
            <dt>{t('fascicoli.publicTitle')}</dt>
            <dd lang="it">{view.recordTitle}</dd>
            {view.activity ? (
              <>
                <dt>{t('fascicoli.activity')}</dt>
                <dd lang="it">{view.activity}</dd>
              </>
            ) : null}
            {view.keywords.length > 0 ? (
              <>
                <dt>{t('fascicoli.keywords')}</dt>
                <dd lang="it">{view.keywords.join(', ')}</dd>
              </>
            ) : null}
            {view.formerCodes.length > 0 ? (
              <>
                <dt>{t('fascicolo.former')}</dt>
                <dd>{view.formerCodes.join(', ')}</dd>
              </>
            ) : null}
            <dt>{t('fascicoli.openedOn')}</dt>
            <dd>
              {dayInWords(view.openedOn, lang)}
              {view.closedOn ? `, ${t('fascicoli.closedOn', { day: dayInWords(view.closedOn, lang) })}` : ''}
            </dd>
            <dt>{t('fascicolo.units')}</dt>
            {view.units.map(({ unit, name, from, to }) => (
              <dd key={`${unit}${from ?? ''}`}>
                <span lang="it">{name}</span>,{' '}
                {from === null
                  ? t('fascicolo.unknownSince')
                  : to === null
                    ? t('fascicolo.since', { from: dayInWords(from, lang) })
                    : t('fascicolo.span', { from: dayInWords(from, lang), to: dayInWords(to, lang) })}
              </dd>
            ))}
            {view.units.length === 0 ? <dd>{units.get(view.unit)?.[lang] ?? view.unit}</dd> : null}
          </dl>
          <p>
            <a href={`/api/v1/fascicoli/${view.id}`}>{t('fascicolo.json')}</a>
          </p>
        </section>
        {view.subfascicoli.length > 0 ? (
          <section aria-labelledby="parti">
            <h2 id="parti">{t('fascicolo.parts')}</h2>
            <ul>
              {view.subfascicoli.map((part) => (
                <li key={part.id}>
                  <a href={`/archivio/fascicoli/${part.id}`}>
                    {part.code} <span lang="it">{part.object}</span>
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        <section aria-labelledby="storia">
          <h2 id="storia">{t('fascicolo.history')}</h2>
          {view.events.length === 0 ? <p className="aside">{t('fascicolo.noHistory')}</p> : null}
          <ol className="fascicolo-list">
            {view.events.map(({ n, at, kind, details }) => {
              const key = messageKey('fascicolo.event', kind);
              return (
                <li key={n}>
                  {key ? t(key) : kind}
                  {typeof details['from'] === 'string' && typeof details['to'] === 'string'
                    ? `: ${nameOf(details['from'])} → ${nameOf(details['to'])}`
                    : ''}
                  <p className="aside">{instantInWords(at, lang)}</p>
                </li>
              );
            })}
          </ol>
        </section>
      </div>
    </div>
  );
}
