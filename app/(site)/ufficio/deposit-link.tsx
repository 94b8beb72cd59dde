import { pageContext } from '#app/_components/page-context.ts';
import { officesOfDeposit } from '#lib/access/keeping.ts';
import { composition } from '#lib/composition.ts';
import { countProposedDeposits } from '#lib/store/keeping/list-keeping.ts';
import { loadDesk } from './load-desk.ts';

/** The way to what the office gives to the deposit, with how many lists wait for it; nothing for who confirms none. */
export async function DepositLink() {
  const { t } = await pageContext();
  const { session, organisation } = await loadDesk();
  const offices = officesOfDeposit(session, organisation);
  if (offices?.length === 0) return null;
  const waiting = await countProposedDeposits(composition().pool, offices);
  return (
    <p className="desk-also">
      <a href="/ufficio/versamenti">{t('keeping.own')}</a>
      {waiting > 0 ? <span className="aside"> · {t('keeping.ownWaiting', { count: waiting })}</span> : null}
    </p>
  );
}
