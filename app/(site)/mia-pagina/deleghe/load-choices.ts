import { pageContext } from '#app/_components/page-context.ts';
import { latestUntil } from '#lib/access/delegations/delegation.ts';
import { composition } from '#lib/composition.ts';
import type { DelegationChoices, DelegationManner } from '#lib/http/delegation-form.ts';
import { addDays, addMonths, earlierOf } from '#lib/procedures/day.ts';
import type { Mine } from '../load-mine.ts';

/** Cases that the form lets one choose from: those that run, the latest filed. */
const mostCases = 30;

/** What the form of a delegation chooses from, for whoever gives it or claims it. */
export async function loadChoices(mine: Mine, kind: DelegationManner['kind']): Promise<DelegationChoices> {
  const { t, lang } = await pageContext();
  const { procedures, procedureTypes, today } = composition();
  const { session, acting, reach } = mine;
  const whose = { agent: acting.agent, reach };
  const running =
    kind === 'give' ? await procedures.listMyTable(whose, { state: 'running' }, { limit: mostCases }) : { lines: [] };
  const from = today();
  return {
    manner: kind === 'claim' ? { kind } : { kind, session, principal: acting.agent, isBody: acting.isBody },
    types: procedureTypes
      .listTypes(from)
      .toSorted((one, other) => one.title[lang].localeCompare(other.title[lang], lang)),
    cases: running.lines.map(({ id, title, protocol }) => ({
      id,
      title: `${title} (${t('work.protocol', { number: String(protocol.number), year: String(protocol.year) })})`,
    })),
    today: from,
    until: earlierOf(addDays(addMonths(from, 12), -1), latestUntil(from)),
    t,
    lang,
  };
}
