import { pageContext } from '#app/_components/page-context.ts';
import { mayCheckDeeds } from '#lib/access/delegations/giving.ts';
import { composition } from '#lib/composition.ts';
import { loadDesk } from './load-desk.ts';

/** How many deeds on paper wait to be looked at, for who looks at them. */
export async function DeedsLink() {
  const { t } = await pageContext();
  const { session } = await loadDesk();
  const count = mayCheckDeeds(session).allowed ? await composition().delegations.countToCheck() : 0;
  if (count === 0) return null;
  return (
    <p className="desk-also">
      <a href="/ufficio/deleghe">{t('own.deedsWait', { count })}</a>
    </p>
  );
}
