'use server';

import { redirect } from 'next/navigation';
import { composition } from '#lib/composition.ts';
import { rawForm } from '#lib/http/raw-form.ts';
import { sensitivitySchema } from '#lib/records/phase.ts';
import { confirmTitle } from '#lib/store/keeping/historical.ts';
import { transferHistorical } from '#lib/store/keeping/transfer-historical.ts';
import { afterRecord, loadArchive } from '../load-archive.ts';

/** The archivist confirms a public title, or transfers all that is confirmed. */
export async function decideHistorical(data: FormData): Promise<void> {
  const raw = rawForm(data);
  const { permission, keeper } = await loadArchive();
  if (!permission.allowed) redirect('/archivio/storica');
  const { pool } = composition();
  if (raw.text('what') === 'transfer') {
    const done = await transferHistorical(pool, keeper);
    redirect(`/archivio/storica?detto=${done ? 'transferred' : 'nothing'}`);
  }
  const title = raw.text('title').slice(0, 500);
  const sensitivity = sensitivitySchema.safeParse(raw.text('sensitivity'));
  const here = `/archivio/storica?dopo=${afterRecord(raw.text('after'))}&detto=`;
  if (title === '' || !sensitivity.success) redirect(`${here}titleWanted`);
  const given = {
    record: raw.text('record'),
    title,
    sensitivity: sensitivity.data,
    despiteWords: raw.text('despiteWords') === 'yes',
  };
  const done = await confirmTitle(pool, given, keeper);
  if (done.kind === 'names') redirect(here + (done.whole.length > 0 ? 'namesWhole' : 'namesWords'));
  redirect(here + (done.kind === 'confirmed' ? 'done' : 'nothing'));
}
