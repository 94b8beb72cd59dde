import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { instantInWords } from '#lib/i18n/dates.ts';
import { identifiedWords } from '#lib/relationship/identified.ts';
import type { MyCaseFacts } from '../../load-my-case.ts';

/** Of a request that was filed at the counter: when, who received it, how who filed was identified (DPR 445/2000 art. 38 c. 3). */
export async function FiledAtCounter({ found: { view, mine } }: { found: Pick<MyCaseFacts, 'view' | 'mine'> }) {
  const { procedure } = view;
  if (procedure.filing.channel !== 'counter') return null;
  const { t, lang } = await pageContext();
  const { counter, staff, procedureTypes } = composition();
  const contact = await counter.filedIn(procedure.id, mine.reach);
  if (!contact) return null;
  const { member, unit, identified, begunAt } = contact;
  const name = (await staff.namesOfMembers([member])).get(member);
  const office = unit === null ? null : (procedureTypes.units().get(unit)?.[lang] ?? unit);
  return (
    <section aria-labelledby="allo-sportello">
      <h2 id="allo-sportello">{t('counter.filedTitle')}</h2>
      <p>
        {t('counter.filedBy', { when: instantInWords(begunAt, lang), who: [name, office].filter(Boolean).join(', ') })}
      </p>
      {identified ? (
        <p className="aside">{t('counter.identifiedAs', { how: identifiedWords(identified)[lang] })}</p>
      ) : null}
    </section>
  );
}
