'use server';

import { redirect } from 'next/navigation';
import { toldAs } from '#lib/access/told-as.ts';
import { requireCitizen } from '#lib/auth/session.ts';
import { composition } from '#lib/composition.ts';
import { rawForm } from '#lib/http/raw-form.ts';
import { markRead } from '#lib/store/notifications/inbox.ts';

/** Marks one notice as read, or all that were there when the page was drawn. */
export async function markNotices(data: FormData): Promise<void> {
  const agents = toldAs(await requireCitizen());
  const raw = rawForm(data);
  const idOf = (name: string) => (/^\d{1,15}$/.test(raw.text(name)) ? Number(raw.text(name)) : null);
  const { pool, now } = composition();
  const [id, upTo] = [idOf('id'), idOf('upTo')];
  if (id !== null) await markRead(pool, agents, { id }, now());
  else if (upTo !== null) await markRead(pool, agents, { upTo }, now());
  const before = idOf('prima');
  redirect(before === null ? '/mia-pagina/avvisi' : `/mia-pagina/avvisi?prima=${before}`);
}
