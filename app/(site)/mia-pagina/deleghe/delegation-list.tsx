import { pageContext } from '#app/_components/page-context.ts';
import type { DelegationPage, DelegationView } from '#lib/store/delegations/delegation-store.ts';
import { PagesNav } from '../pages-nav.tsx';
import { DelegationCard } from './delegation-card.tsx';

const over = new Set<DelegationView['state']['state']>([
  'lapsed',
  'declined',
  'withdrawn',
  'refused',
  'expired',
  'revoked',
]);

/** Delegations of one side: those that count or wait, and folded away those that are over, for nothing of them is ever deleted. */
export async function DelegationList({
  id,
  title,
  page,
  side,
  per,
  empty,
  first,
  next,
}: {
  id: string;
  title: string;
  page: DelegationPage;
  side: 'principal' | 'delegate';
  per: string;
  empty: string;
  first: string | null;
  next: string | null;
}) {
  const { t } = await pageContext();
  const open = page.items.filter(({ state }) => !over.has(state.state));
  const past = page.items.filter(({ state }) => over.has(state.state));
  const card = (delegation: DelegationView) => (
    <DelegationCard key={delegation.code} delegation={delegation} side={side} per={per} />
  );
  return (
    <section aria-labelledby={id} className="my-section">
      <h2 id={id}>{title}</h2>
      {open.length === 0 ? <p className="empty">{empty}</p> : <ul className="delegations">{open.map(card)}</ul>}
      {past.length > 0 ? (
        <details className="delegations-past">
          <summary>{t('own.past', { count: past.length })}</summary>
          <ul className="delegations">{past.map(card)}</ul>
        </details>
      ) : null}
      <PagesNav first={first} next={next} />
    </section>
  );
}
