'use server';

import { redirect } from 'next/navigation';
import { composition } from '#lib/composition.ts';
import { rawForm } from '#lib/http/raw-form.ts';
import { liftHold, recordNamed, setHold } from '#lib/store/keeping/legal-holds.ts';
import { listId, loadArchive } from '../load-archive.ts';

const answers = { done: 'done', there: 'holdThere', destroyed: 'destroyed', unknown: 'unknownRecord' } as const;

/** The archivist sets a legal hold on a record, or lifts one; both with a reason. */
export async function decideHold(data: FormData): Promise<void> {
  const raw = rawForm(data);
  const { permission, keeper } = await loadArchive();
  if (!permission.allowed) redirect('/archivio/blocchi');
  const { pool } = composition();
  const here = '/archivio/blocchi?detto=';
  const reason = raw.text('reason').slice(0, 1000);
  if (reason === '') redirect(`${here}reasonWanted`);
  const hold = listId(raw.text('hold'));
  if (hold !== null) redirect(here + ((await liftHold(pool, hold, reason, keeper)) ? 'done' : 'nothing'));
  const record = await recordNamed(pool, raw.text('record'));
  redirect(here + (record === null ? 'unknownRecord' : answers[await setHold(pool, record, reason, keeper)]));
}
