'use server';

import { redirect } from 'next/navigation';
import { composition } from '#lib/composition.ts';
import { rawForm, type RawForm } from '#lib/http/raw-form.ts';
import { isDay } from '#lib/procedures/day.ts';
import type { Keeper } from '#lib/store/keeping/actor.ts';
import {
  authoriseDisposal,
  proposeDisposal,
  refuseItem,
  sendDisposal,
  startDisposal,
  type Permit,
} from '#lib/store/keeping/disposals.ts';
import { listId, loadArchive } from '../load-archive.ts';

/** Every step of a scarto but its execution, which a worker does once it is started here. */
export async function decideDisposal(data: FormData): Promise<void> {
  const raw = rawForm(data);
  const { permission, keeper } = await loadArchive();
  if (!permission.allowed) redirect('/archivio/scarto');
  const { pool } = composition();
  if (raw.text('what') === 'propose') {
    const made = await proposeDisposal(pool, keeper);
    redirect(made === null ? '/archivio/scarto?detto=nothing' : `/archivio/scarto/${made}`);
  }
  const id = listId(raw.text('list'));
  if (id === null) redirect('/archivio/scarto');
  redirect(`/archivio/scarto/${id}?detto=${await step(raw, id, keeper)}`);
}

async function step(raw: RawForm, id: string, keeper: Keeper): Promise<string> {
  const { pool } = composition();
  const said = (done: boolean) => (done ? 'done' : 'nothing');
  switch (raw.text('what')) {
    case 'refuse': {
      const reason = raw.text('reason').slice(0, 1000);
      return reason === '' ? 'reasonWanted' : said(await refuseItem(pool, id, raw.text('record'), reason, keeper));
    }
    case 'send':
      return said(await sendDisposal(pool, id, keeper));
    case 'authorise': {
      const permit = permitOf(raw, 'permit', keeper.today);
      const interior = permitOf(raw, 'interior', keeper.today);
      if (permit === null || permit === 'none' || interior === null) return 'permitWanted';
      const permits = { permit, interior: interior === 'none' ? null : interior };
      return (await authoriseDisposal(pool, id, permits, keeper)) ? 'done' : 'permitWanted';
    }
    case 'start': {
      const typed = Number(raw.text('typed') || Number.NaN);
      const started = await startDisposal(pool, id, typed, keeper);
      return started === 'started' ? 'started' : started === 'wrongNumber' ? 'wrongNumber' : 'nothing';
    }
    default:
      return 'nothing';
  }
}

/** Number and day of a permit; `none` where neither is given, null where one is missing or the day is yet to come. */
function permitOf(raw: RawForm, name: string, today: string): Permit | 'none' | null {
  const number = raw.text(`${name}Number`).slice(0, 200);
  const on = raw.text(`${name}On`);
  if (number === '' && on === '') return 'none';
  return number !== '' && isDay(on) && on <= today ? { number, on } : null;
}
