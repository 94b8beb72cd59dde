import type { Metadata } from 'next';
import { pageMetadata } from '#app/_components/metadata.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { mayFileIn } from '#lib/access/counter.ts';
import { composition } from '#lib/composition.ts';
import { groupByTheme, themeWords } from '#lib/procedures/types/theme.ts';
import { loadPerson } from '../../../load-person.ts';
import { NotOpen } from '../../../not-open.tsx';
import { personPath } from '../../../served-places.ts';
import { ContactSteps } from '../contact-steps.tsx';
import { mayFileWith } from './may-file-with.ts';

interface Props {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const context = await pageContext();
  const path = `${personPath((await params).id)}/nuova`;
  return pageMetadata(context, { title: context.t('counter.start'), path, index: false });
}

/** What somebody at the counter wants to start: what can be filed there. */
export default async function StartForPage({ params }: Props) {
  const { t, lang } = await pageContext();
  const { id } = await params;
  const at = await loadPerson(id);
  if (at.kind !== 'open') return <NotOpen at={at} id={id} />;
  const { served } = at;
  const { procedureTypes, today } = composition();
  const before = mayFileIn(served.contact);
  const open = procedureTypes.listTypes(today()).filter((type) => mayFileWith(served, type).allowed);
  return (
    <div className="container narrow request-page">
      <p className="desk-crumb">
        <a href={personPath(id)}>‹ {served.person.name}</a>
      </p>
      <ContactSteps contact={served.contact} />
      <h1>{t('counter.startFor', { name: served.person.name })}</h1>
      {before.allowed ? (
        groupByTheme(open, lang).map(({ theme, types }) => (
          <section key={theme} aria-labelledby={theme} className="new-theme">
            <h2 id={theme}>{themeWords[theme][lang]}</h2>
            <ul>
              {types.map((type) => (
                <li key={type.code}>
                  <a href={`${personPath(id)}/nuova/${type.code}`}>{type.title[lang]}</a>
                  <span className="aside">{type.summary[lang]}</span>
                </li>
              ))}
            </ul>
          </section>
        ))
      ) : (
        <p className="empty">
          {before.reason.text[lang]} <span className="aside">({before.reason.article})</span>
        </p>
      )}
      {before.allowed && open.length === 0 ? <p className="empty">{t('new.none')}</p> : null}
    </div>
  );
}
