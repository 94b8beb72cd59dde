import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import type { MyPage } from '#lib/store/procedures/procedure-store.ts';
import type { Mine } from './load-mine.ts';
import { MyCase } from './my-case.tsx';

/** A heading with its total, and the cases below it. */
export async function MySection({
  id,
  title,
  total,
  page,
  mine,
  more,
  empty,
}: {
  id: string;
  title: string;
  total: number;
  page: MyPage;
  mine: Mine;
  /** Where the rest is, when there is one. */
  more: string | null;
  empty: string | null;
}) {
  const { t } = await pageContext();
  const handled = await composition().procedures.findHandled(
    page.lines.map((line) => line.id),
    mine.reach,
  );
  if (page.lines.length === 0 && empty === null) return null;
  return (
    <section aria-labelledby={id} className="my-section">
      <h2 id={id}>
        {title} <span className="my-total">({total})</span>
      </h2>
      {page.lines.length === 0 ? <p className="empty">{empty}</p> : null}
      <ul className="my-cases">
        {page.lines.map((line) => {
          const found = handled.get(line.id);
          return found ? <MyCase key={line.id} line={line} handled={found} /> : null;
        })}
      </ul>
      {more ? (
        <p>
          <a href={more}>{t('mine.more')}</a>
        </p>
      ) : null}
    </section>
  );
}
