'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { mayGiveFor, mayReceiveDelegation } from '#lib/access/delegations/giving.ts';
import { composition } from '#lib/composition.ts';
import { rawForm } from '#lib/http/raw-form.ts';
import { loadMine, minePath } from '../load-mine.ts';

const actsOfSides = {
  principal: ['withdraw', 'revoke'],
  delegate: ['accept', 'decline', 'renounce', 'withdraw'],
} as const;

/** Accepts, declines or ends a delegation, as whose side it is: the delegate's for oneself alone, the principal's for whom one looks after. */
export async function actOnDelegationOf(data: FormData): Promise<void> {
  const raw = rawForm(data);
  const mine = await loadMine(raw.text('per') || undefined);
  const { session, acting } = mine;
  const side = raw.text('side') === 'principal' ? 'principal' : 'delegate';
  const act = actsOfSides[side].find((one) => one === raw.text('act'));
  const agent = side === 'principal' ? acting.agent : session.agent;
  const may = (side === 'delegate' ? mayReceiveDelegation(session) : mayGiveFor(session, agent)).allowed;
  const here = (done: string) => minePath('/mia-pagina/deleghe', mine, { fatto: done });
  if (!act || !may) redirect(here('unknown'));
  const result = await composition().delegations.act({
    code: raw.text('code'),
    act,
    reason: null,
    as: { side, agent },
    actor: { by: `citizen:${session.agent}`, onBehalfOf: agent === session.agent ? null : agent },
  });
  // The bar above the page, too, must say anew for whom one may act: a layout is not drawn again by itself.
  revalidatePath('/mia-pagina', 'layout');
  redirect(here(result.kind === 'done' ? act : result.kind));
}
