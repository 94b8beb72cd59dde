import type { Metadata } from 'next';
import { pageMetadata } from '#app/_components/metadata.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { loadTypesDesk } from './load-types-desk.ts';
import { Refused } from './refused.tsx';
import { TypeLine } from './type-line.tsx';
import { namesOf } from './who.ts';

export async function generateMetadata(): Promise<Metadata> {
  const context = await pageContext();
  return pageMetadata(context, { title: context.t('types.title'), path: '/direzione/procedimenti', index: false });
}

/** All types with their versions: what is in force, what comes, what somebody is writing. */
export default async function TypesPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[]>>;
}) {
  const { t } = await pageContext();
  const { permission, mayEdit } = await loadTypesDesk();
  if (!permission.allowed) return <Refused reason={permission.reason.text} />;
  const { typeDrafts, procedureTypes } = composition();
  const lines = await typeDrafts.listVersions();
  const name = await namesOf(lines.flatMap(({ changedBy, publishedBy }) => [changedBy, publishedBy]));
  const codes = [...new Set(lines.map(({ code }) => code))];
  const { fatto } = await searchParams;
  return (
    <div className="container types-desk">
      <h1>{t('types.title')}</h1>
      <p className="services-lead">{t('types.lead')}</p>
      {fatto === 'ritirata' ? (
        <p className="types-told" role="status">
          {t('types.withdrawn')}
        </p>
      ) : null}
      <p className="plain inline">
        <a href="/direzione/procedimenti/calendario">{t('closures.title')}</a> ·{' '}
        <a href="/api/v1/schemas/procedure-type">{t('types.schema')}</a>
      </p>
      <p>{t('types.total', { count: codes.length })}</p>
      <ul className="types-list">
        {codes.map((code) => (
          <TypeLine
            key={code}
            code={code}
            versions={lines.filter((line) => line.code === code)}
            published={procedureTypes.versions(code).map(({ type }) => type)}
            name={name}
            mayEdit={mayEdit}
          />
        ))}
      </ul>
    </div>
  );
}
