'use server';

import { redirect } from 'next/navigation';
import { mayConfirmDeposit } from '#lib/access/keeping.ts';
import { composition } from '#lib/composition.ts';
import { rawForm } from '#lib/http/raw-form.ts';
import { confirmDeposit, keepBack } from '#lib/store/keeping/deposits.ts';
import { findDeposit } from '#lib/store/keeping/list-keeping.ts';
import { keeperOf, listId } from '../../archivio/load-archive.ts';
import { loadDesk } from '../load-desk.ts';

/** The office keeps back what it still needs, with a reason, and confirms the rest. */
export async function decideOwnDeposit(data: FormData): Promise<void> {
  const raw = rawForm(data);
  const { session, organisation } = await loadDesk();
  const { pool } = composition();
  const id = listId(raw.text('list'));
  const list = id === null ? null : await findDeposit(pool, id);
  if (!list || !mayConfirmDeposit(session, list.unit, organisation).allowed) redirect('/ufficio/versamenti');
  const here = `/ufficio/versamenti/${list.id}?detto=`;
  const keeper = keeperOf(session);
  if (raw.text('what') === 'confirm')
    redirect(here + ((await confirmDeposit(pool, list.id, keeper)) ? 'done' : 'nothing'));
  const reason = raw.text('reason').slice(0, 1000);
  if (reason === '') redirect(`${here}reasonWanted`);
  redirect(here + ((await keepBack(pool, list.id, raw.text('record'), reason, keeper)) ? 'done' : 'nothing'));
}
