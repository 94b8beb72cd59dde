import { pageContext } from '#app/_components/page-context.ts';
import type { Mine } from './load-mine.ts';

/** For whom one acts: always in sight, also where it can be nobody else; changed by a press. */
export async function ActingFor({ mine, path }: { mine: Mine; path: string }) {
  const { t } = await pageContext();
  const { acting, choices, session } = mine;
  const nameOf = ({ agent, name }: (typeof choices)[number]) =>
    agent === session.agent ? t('mine.myself', { name }) : name;
  if (choices.length === 1)
    return (
      <p className="acting-for">
        {t('mine.actingFor')} <strong>{nameOf(acting)}</strong>
      </p>
    );
  return (
    <form method="get" action={path} className="acting-for">
      <label htmlFor="per">{t('mine.actingFor')}</label>
      <select id="per" name="per" className="form-select" defaultValue={acting.agent}>
        {choices.map((choice) => (
          <option key={choice.agent} value={choice.agent}>
            {nameOf(choice)}
          </option>
        ))}
      </select>
      <button type="submit" className="btn btn-outline-primary">
        {t('mine.change')}
      </button>
    </form>
  );
}
