import type { Metadata } from 'next';
import { cache } from 'react';
import { Gone } from '#app/_components/gone.tsx';
import { JsonLd } from '#app/_components/json-ld.tsx';
import { pageMetadata, unfoundMetadata } from '#app/_components/metadata.ts';
import { Missing } from '#app/_components/missing.tsx';
import { pageContext } from '#app/_components/page-context.ts';
import { RecordLineItem } from '#app/_components/record-line.tsx';
import { composition } from '#lib/composition.ts';
import { searchHref } from '#lib/http/search-parameters.ts';
import { datesInWords } from '#lib/i18n/dates.ts';
import { toSchemaOrgAgent } from '#lib/projections/schema-org.ts';
import { AgentDescription } from './agent-description.tsx';
import { Relations } from './relations.tsx';

interface AgentPageProps {
  params: Promise<{ id: string }>;
}

const loadAgent = cache((id: string) => composition().store.findAgent(id));

export async function generateMetadata({ params }: AgentPageProps): Promise<Metadata> {
  const context = await pageContext();
  const found = await loadAgent((await params).id);
  if (found?.state !== 'found') return unfoundMetadata(context, found);
  const agent = found.value;
  return pageMetadata(context, {
    title: agent.name,
    path: `/agents/${agent.id}`,
    description: agent.description.history[0]?.text,
    data: `/data/${agent.id}`,
  });
}

/** An agent: who it was, whom it is tied to, what it left. */
export default async function AgentPage({ params }: AgentPageProps) {
  const { t, lang } = await pageContext();
  const { id } = await params;
  const found = await loadAgent(id);
  if (!found) return <Missing />;
  if (found.state === 'gone') return <Gone id={id} deletedAt={found.deletedAt} />;
  const agent = found.value;
  return (
    <article className="container record">
      <header className="record-heading">
        <p className="kicker">{[t(`agent.${agent.kind}`), datesInWords(agent.dates, t)].filter(Boolean).join(' · ')}</p>
        <h1 lang="it">{agent.name}</h1>
      </header>
      <div className="record-columns">
        <div className="record-main">
          {agent.stub ? <p className="callout-plain">{t('agent.stub')}</p> : null}
          <AgentDescription t={t} lang={lang} agent={agent} />
        </div>
        <div className="record-side">
          <section className="area" aria-labelledby="created">
            <h2 id="created">{t('agent.created')}</h2>
            {agent.created.total > 0 ? (
              <p className="list-facts">
                {t(agent.created.total > agent.created.items.length ? 'count.createdFirst' : 'count.created', {
                  shown: agent.created.items.length,
                  count: agent.created.total,
                })}
              </p>
            ) : null}
            {agent.created.items.length > 0 ? (
              <>
                <ul className="plain lines">
                  {agent.created.items.map((record) => (
                    <li key={record.id}>
                      <RecordLineItem record={record} t={t} note={record.institution} />
                    </li>
                  ))}
                </ul>
                <p className="after-lines">
                  <a
                    className="btn btn-outline-primary"
                    href={searchHref(null, { creator: [agent.id] })}
                    rel="nofollow"
                  >
                    {t('agent.searchUnits')}
                  </a>
                </p>
              </>
            ) : (
              <p>
                {t('agent.createdNone')}{' '}
                <a href={searchHref(null, { q: `"${agent.name.replaceAll('"', '')}"` })} rel="nofollow">
                  {t('agent.searchName')}
                </a>
              </p>
            )}
          </section>
          <Relations t={t} agent={agent} />
        </div>
      </div>
      <JsonLd thing={toSchemaOrgAgent(agent, composition().baseUrl)} />
    </article>
  );
}
