'use server';

import { redirect } from 'next/navigation';
import { rawForm } from '#lib/http/raw-form.ts';
import { composition } from '#lib/composition.ts';
import { acceptDeposit, sendBack } from '#lib/store/keeping/deposits.ts';
import { listId, loadArchive } from '../load-archive.ts';

/** The archivist takes all that is not decided, takes one, or sends one back with a reason. */
export async function decideDeposit(data: FormData): Promise<void> {
  const raw = rawForm(data);
  const { permission, keeper } = await loadArchive();
  const id = listId(raw.text('list'));
  if (!permission.allowed || id === null) redirect('/archivio/deposito');
  const { pool } = composition();
  const record = raw.text('record');
  const reason = raw.text('reason').slice(0, 1000);
  const what = raw.text('what');
  const here = `/archivio/deposito/${id}?detto=`;
  if (what === 'sendBack') {
    if (reason === '') redirect(`${here}reasonWanted`);
    redirect(here + ((await sendBack(pool, id, record, reason, keeper)) ? 'done' : 'nothing'));
  }
  const taken = await acceptDeposit(pool, id, what === 'acceptAll' ? null : [record], keeper);
  redirect(here + (taken > 0 ? 'done' : 'nothing'));
}
