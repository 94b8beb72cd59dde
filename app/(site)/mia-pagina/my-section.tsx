import { pageContext } from '#app/_components/page-context.ts';
import type { MyPage } from '#lib/store/procedures/procedure-store.ts';
import type { CasePlaces } from './case-places.ts';
import { MyCase } from './my-case.tsx';

/** A heading with its total, and the cases below it. */
export async function MySection({
  id,
  title,
  total,
  page,
  more,
  empty,
  placesOf,
}: {
  id: string;
  title: string;
  total: number;
  page: MyPage;
  /** Where the rest is, when there is one. */
  more: string | null;
  empty: string | null;
  /** Where its cases are read; on Mia Pagina unless told. */
  placesOf?: (id: string, type: string) => CasePlaces;
}) {
  const { t, lang } = await pageContext();
  if (page.lines.length === 0 && empty === null) return null;
  return (
    <section aria-labelledby={id} className="my-section">
      <h2 id={id}>
        {title} <span className="my-total">({total})</span>
      </h2>
      {page.lines.length === 0 ? <p className="empty">{empty}</p> : null}
      <ul className="my-cases">
        {page.lines.map((line) => (
          <MyCase key={line.id} line={line} t={t} lang={lang} {...(placesOf ? { placesOf } : {})} />
        ))}
      </ul>
      {more ? (
        <p>
          <a href={more}>{t('mine.more')}</a>
        </p>
      ) : null}
    </section>
  );
}
