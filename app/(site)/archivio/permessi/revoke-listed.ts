'use server';

import { redirect } from 'next/navigation';
import { mayPermitReading } from '#lib/access/reading-permits.ts';
import { composition } from '#lib/composition.ts';
import { permitsAddress, readPermitsQuery } from '#lib/http/permits-parameters.ts';
import { rawForm } from '#lib/http/raw-form.ts';
import { findPermit } from '#lib/store/reading-permits/all-permits.ts';
import { revokePermit } from '#lib/store/reading-permits/revoke-permit.ts';
import { listId, loadArchive } from '../load-archive.ts';

/** The archivist ends a permit of the list at once, says why, and is back at the same place of it. */
export async function revokeListed(data: FormData): Promise<void> {
  const raw = rawForm(data);
  const here = readPermitsQuery({ parole: raw.text('parole'), stato: raw.text('stato'), prima: raw.text('prima') });
  const { permission, session, keeper } = await loadArchive();
  if (!permission.allowed) redirect('/archivio/permessi');
  const { pool } = composition();
  const id = listId(raw.text('permit'));
  const permit = id === null ? null : await findPermit(pool, id);
  if (!permit || !mayPermitReading(session, permit.agent, permit.outcome).allowed)
    redirect(permitsAddress(here, 'nothing'));
  const reason = raw.text('reason').slice(0, 500);
  if (reason === '') redirect(permitsAddress(here, 'reasonWanted'));
  const done = await revokePermit(pool, { id: permit.id, procedure: permit.procedure, reason }, keeper);
  redirect(permitsAddress(here, done ? 'done' : 'nothing'));
}
