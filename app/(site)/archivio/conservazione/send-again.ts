'use server';

import { redirect } from 'next/navigation';
import { composition } from '#lib/composition.ts';
import { rawForm } from '#lib/http/raw-form.ts';
import { sendAgain } from '#lib/store/preservation/list-deliveries.ts';
import { listId, loadArchive } from '../load-archive.ts';

/** The archivist sends a refused package again, once what was wrong is mended. */
export async function sendPackageAgain(data: FormData): Promise<void> {
  const { permission, keeper } = await loadArchive();
  const id = listId(rawForm(data).text('delivery'));
  if (!permission.allowed || id === null) redirect('/archivio/conservazione');
  const again = await sendAgain(composition().pool, id, keeper.now);
  redirect(`/archivio/conservazione?detto=${again ? 'done' : 'nothing'}`);
}
