'use server';

import { turnAfter } from '#lib/http/forms/sound-form.ts';
import { refresh } from 'next/cache';
import { z } from 'zod';
import { pageContext } from '#app/_components/page-context.ts';
import { mayEditCalendar } from '#lib/access/calendar.ts';
import { composition } from '#lib/composition.ts';
import { dayInWords } from '#lib/i18n/dates.ts';
import { reprojectAlone } from '#lib/jobs/tend-procedures.ts';
import { daySchema } from '#lib/procedures/day.ts';
import { addClosure, removeClosure } from '#lib/store/office-closures.ts';
import { plainText } from '#lib/http/plain-text.ts';
import { loadTypesDesk } from '../load-types-desk.ts';
import type { ToldState } from '#app/_components/forms/told-state.ts';

const words = z.string().trim().min(1).max(200);
const closureSchema = z.object({ day: daySchema, nameIt: words, nameEn: words, source: words });

/** Adds a closure of the offices, and reads the deadlines of the running cases by it at once. */
export async function closeDay(before: ToldState, data: FormData): Promise<ToldState> {
  const { t, lang } = await pageContext();
  const { session, by } = await loadTypesDesk();
  const { pool, procedureTypes, procedures, today } = composition();
  const sent = Object.fromEntries([...data].map(([name, value]) => [name, plainText(String(value))]));
  const answer = (good: boolean, ...lines: string[]): ToldState => ({
    turn: turnAfter(before),
    sent: good ? {} : sent,
    good,
    lines,
  });
  const permission = mayEditCalendar(session);
  if (!permission.allowed) return answer(false, permission.reason.text[lang]);
  const read = closureSchema.safeParse(sent);
  if (!read.success) return answer(false, t('closures.allWanted'));
  const { day, nameIt, nameEn, source } = read.data;
  if (day < today()) return answer(false, t('closures.past'));
  const { office } = procedureTypes.comune();
  const result = await addClosure(pool, { office, day, name: { it: nameIt, en: nameEn }, source, addedBy: by });
  if (result !== 'done') return answer(false, t('closures.there', { day: dayInWords(day, lang) }));
  await procedureTypes.refresh();
  const moved = await reprojectAlone(pool, procedures);
  refresh();
  return answer(
    true,
    t('closures.done', { day: dayInWords(day, lang) }),
    moved ? t('closures.moved', { count: moved.moved }) : t('closures.later'),
  );
}

/** Takes a closure back, and reads the deadlines again. */
export async function openDay(data: FormData): Promise<void> {
  const { session, by } = await loadTypesDesk();
  const { pool, procedureTypes, procedures } = composition();
  const id = String(data.get('closure') ?? '');
  if (mayEditCalendar(session).allowed && /^\d{1,18}$/.test(id) && (await removeClosure(pool, id, by)) === 'done') {
    await procedureTypes.refresh();
    await reprojectAlone(pool, procedures);
  }
  refresh();
}
