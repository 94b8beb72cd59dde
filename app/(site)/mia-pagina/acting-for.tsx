import { pageContext } from '#app/_components/page-context.ts';
import type { Mine } from './load-mine.ts';

/** For whom one acts: always in sight, changed by a press. Links, not a list to choose from, while few can be meant. */
export async function ActingFor({ mine, path }: { mine: Mine; path: string }) {
  const { t } = await pageContext();
  const { acting, choices, session } = mine;
  if (choices.length === 1) return null;
  return (
    <form method="get" action={path} className="acting-for">
      <label htmlFor="per">{t('mine.actingFor')}</label>
      <select id="per" name="per" className="form-select" defaultValue={acting.agent}>
        {choices.map(({ agent, name }) => (
          <option key={agent} value={agent}>
            {agent === session.agent ? t('mine.myself', { name }) : name}
          </option>
        ))}
      </select>
      <button type="submit" className="btn btn-outline-primary">
        {t('mine.change')}
      </button>
    </form>
  );
}
