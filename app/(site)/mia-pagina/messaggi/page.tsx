import type { Metadata } from 'next';
import { pageMetadata } from '#app/_components/metadata.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { instantInWords } from '#lib/i18n/dates.ts';
import { loadMine, minePath } from '../load-mine.ts';

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const context = await pageContext();
  return pageMetadata(context, { title: context.t('talk.title'), path: '/mia-pagina/messaggi', index: false });
}

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

/** Every conversation with an office, the latest first. */
export default async function MyMessagesPage({ searchParams }: Props) {
  const { t, lang } = await pageContext();
  const asked = await searchParams;
  const mine = await loadMine(one(asked['per']));
  const { procedures } = composition();
  const whose = { agent: mine.acting.agent, reader: mine.session.agent, reach: mine.reach };
  const { lines, next } = await procedures.messages.conversations(whose, { after: one(asked['dopo']) });
  return (
    <div className="container my-page">
      <header className="my-heading">
        <h1>{t('talk.title')}</h1>
      </header>
      <p>{t(lines.length > 0 ? 'talk.lead' : 'talk.none')}</p>
      <ul className="my-cases">
        {lines.map(({ procedure, title, last, isNew }) => (
          <li key={procedure} className="my-case">
            <h2>
              <a href={`/mia-pagina/pratiche/${procedure}#storia`} lang="it">
                {title}
              </a>
              {isNew ? <span className="my-new">{t('talk.unread')}</span> : null}
            </h2>
            <p className="aside">{instantInWords(new Date(last.at), lang)}</p>
            <p className="my-excerpt">
              {t(last.fromOffice ? 'talk.fromOffice' : 'talk.fromYou')}{' '}
              <span lang="it">{last.text.length > 200 ? `${last.text.slice(0, 200).toWellFormed()}…` : last.text}</span>
            </p>
          </li>
        ))}
      </ul>
      {next ? (
        <p>
          <a href={minePath('/mia-pagina/messaggi', mine, { dopo: next })}>{t('talk.next')}</a>
        </p>
      ) : null}
    </div>
  );
}
