import type { Metadata } from 'next';
import { pageMetadata } from '#app/_components/metadata.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { mayFileFor } from '#lib/access/filing.ts';
import { composition } from '#lib/composition.ts';
import { deskChannels } from '#lib/http/request-form.ts';
import { groupByTheme, themeWords } from '#lib/procedures/types/theme.ts';
import { loadDesk } from '../load-desk.ts';

export async function generateMetadata(): Promise<Metadata> {
  const context = await pageContext();
  return pageMetadata(context, { title: context.t('new.title'), path: '/ufficio/nuova', index: false });
}

/** Which request it is: those that this desk may receive, by what people come for. */
export default async function ChooseTypePage() {
  const { t, lang } = await pageContext();
  const { session, organisation } = await loadDesk();
  const { procedureTypes, today } = composition();
  const open = procedureTypes
    .listTypes(today())
    .filter(
      (type) =>
        (!('channels' in type) || deskChannels.some((channel) => type.channels.includes(channel))) &&
        mayFileFor(session, { type, applicants: [null] }, organisation).allowed,
    );
  return (
    <div className="container narrow request-page">
      <p className="desk-crumb">
        <a href="/ufficio">‹ {t('work.title')}</a>
      </p>
      <h1>{t('new.title')}</h1>
      <p>{t('new.lead')}</p>
      {open.length === 0 ? <p className="empty">{t('new.none')}</p> : null}
      {groupByTheme(open, lang).map(({ theme, types }) => (
        <section key={theme} aria-labelledby={theme} className="new-theme">
          <h2 id={theme}>{themeWords[theme][lang]}</h2>
          <ul>
            {types.map((type) => (
              <li key={type.code}>
                <a href={`/ufficio/nuova/${type.code}`}>{type.title[lang]}</a>
                <span className="aside">{type.summary[lang]}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
