'use server';

import { turnAfter } from '#lib/http/forms/sound-form.ts';
import { revalidatePath } from 'next/cache';
import { pageContext } from '#app/_components/page-context.ts';
import { caseFacts } from '#lib/access/case-facts.ts';
import { mayAct, mayReceive } from '#lib/access/procedures.ts';
import type { Reason } from '#lib/procedures/cases/decision.ts';
import { composition } from '#lib/composition.ts';
import { rawForm } from '#lib/http/raw-form.ts';
import type { BulkState } from './bulk-state.ts';
import { loadDesk } from './load-desk.ts';

/** As many as one page of the list shows. */
const most = 100;

/** Gives the cases that were ticked to one person, or to the pile; each is decided for itself and its answer told. */
export async function assignMany(before: BulkState, data: FormData): Promise<BulkState> {
  const { t, lang } = await pageContext();
  const { procedures, staff, today } = composition();
  const desk = await loadDesk();
  const raw = rawForm(data);
  const ids = [...new Set(raw.all('scelta'))].slice(0, most);
  const turn = turnAfter(before);
  if (ids.length === 0) return { turn, title: t('bulk.noneChosen'), results: [] };
  const to = raw.text('a');
  if (to === '') return { turn, title: t('bulk.nobodyChosen'), results: [] };
  const member = to === 'nessuno' ? null : await staff.findSession({ kind: 'staff', id: to }, today());
  if (to !== 'nessuno' && member?.kind !== 'staff') return { turn, title: t('bulk.nobodyChosen'), results: [] };
  const say = ({ text, article }: Reason) => (article ? `${text[lang]} (${article})` : text[lang]);
  const results: BulkState['results'] = [];
  const allowed: { id: string; title: string }[] = [];
  const found = await procedures.findHandled(ids, desk.reach);
  for (const id of ids) {
    const one = found.get(id);
    if (!one) {
      results.push({ id, title: id, done: false, words: t('case.unknown') });
      continue;
    }
    const facts = caseFacts(one.procedure, one.context.type, one.context.catalogue);
    const mine = mayAct(desk.session, facts, 'assign', desk.organisation);
    const theirs = member?.kind === 'staff' ? mayReceive(member, facts, desk.organisation) : null;
    const reason = !mine.allowed ? mine.reason : theirs && !theirs.allowed ? theirs.reason : null;
    if (reason) results.push({ id, title: one.title, done: false, words: say(reason) });
    else allowed.push({ id, title: one.title });
  }
  const done = await procedures.assignMany({
    ids: allowed.map(({ id }) => id),
    to: to === 'nessuno' ? null : to,
    reach: desk.reach,
    actor: { kind: 'officer', id: desk.session.member },
  });
  for (const { id, result } of done) {
    const title = allowed.find((one) => one.id === id)?.title ?? id;
    const words =
      result.kind === 'done'
        ? t('bulk.assigned')
        : result.kind === 'refused'
          ? result.reasons.map(say).join(' ')
          : t('case.conflict');
    results.push({ id, title, done: result.kind === 'done', words });
  }
  revalidatePath('/ufficio');
  return { turn, title: t('bulk.done', { count: results.filter((one) => one.done).length }), results };
}
