'use server';

import { redirect } from 'next/navigation';
import { pageContext } from '#app/_components/page-context.ts';
import { mayPermitReading } from '#lib/access/reading-permits.ts';
import { composition } from '#lib/composition.ts';
import type { FormProblem, FormState } from '#lib/http/form-view.ts';
import { rawForm, type RawForm } from '#lib/http/raw-form.ts';
import { isDay } from '#lib/procedures/day.ts';
import { recordNamed } from '#lib/store/keeping/legal-holds.ts';
import { givePermit } from '#lib/store/reading-permits/give-permit.ts';
import { revokePermit } from '#lib/store/reading-permits/revoke-permit.ts';
import { formAgain } from './case-form.ts';
import { loadDesk } from './load-desk.ts';

/** Most units that one press permits. */
const mostUnits = 50;

/** The archivist lets who asked read these units until a day. */
export async function givePermitOf(before: FormState, data: FormData): Promise<FormState> {
  const { t, lang } = await pageContext();
  const raw = rawForm(data);
  const again = formAgain(before, raw);
  const found = await requestOf(raw);
  if (!found) return again({ notice: { title: t('case.unknown'), lines: [t('case.unknownText')] } });
  const { permission, of, keeper } = found;
  if (!permission.allowed)
    return again({ notice: { title: t('case.notYours'), lines: [permission.reason.text[lang]] } });
  const problems: FormProblem[] = [];
  const wrong = (name: string, message: string) => problems.push({ name, message });
  const until = raw.text('until');
  if (!isDay(until) || until < keeper.today) wrong('until', t('reading.dayWanted'));
  const act = raw.text('act');
  if (act === '') wrong('act', t('reading.actWanted'));
  if (act.length > 300) wrong('act', t('request.tooLong', { most: 300 }));
  const lines = raw
    .text('records')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length === 0) wrong('records', t('reading.recordsWanted'));
  if (lines.length > mostUnits) wrong('records', t('reading.tooMany', { most: mostUnits }));
  const { pool } = composition();
  const records: string[] = [];
  for (const line of lines.slice(0, mostUnits)) {
    const record = await recordNamed(pool, /\/(?:records|id|pratiche|fascicoli)\/([\w-]+)/.exec(line)?.[1] ?? line);
    if (record === null) wrong('records', t('reading.unknown', { line: line.slice(0, 80) }));
    else records.push(record);
  }
  if (problems.length > 0) return again({ problems });
  const given = await givePermit(pool, { procedure: found.id, of, records: [...new Set(records)], until, act }, keeper);
  if (given.kind === 'given') redirect(`/ufficio/pratiche/${found.id}?fatto=permit#pratica`);
  if (given.kind === 'noReader') return again({ notice: { title: t('case.refused'), lines: [t('reading.noReader')] } });
  return again({
    problems: given.records.map((record) => ({ name: 'records', message: t(`reading.unfit.${of}`, { record }) })),
  });
}

/** The archivist ends a permit at once, and says why. */
export async function revokePermitOf(data: FormData): Promise<void> {
  const raw = rawForm(data);
  const found = await requestOf(raw);
  if (!found) redirect('/ufficio');
  const here = `/ufficio/pratiche/${found.id}`;
  const permit = raw.text('permit');
  const reason = raw.text('reason').slice(0, 500);
  if (!found.permission.allowed || reason === '' || !/^\d{1,18}$/.test(permit)) redirect(`${here}#pratica`);
  await revokePermit(composition().pool, { id: permit, procedure: found.id, reason }, found.keeper);
  redirect(`${here}?fatto=revoke#pratica`);
}

async function requestOf(raw: RawForm) {
  const { procedures, now, today } = composition();
  const { session, reach } = await loadDesk();
  const view = await procedures.findCase(raw.text('case'), reach);
  if (!view) return null;
  const { procedure, context, parties } = view;
  const rule = 'readingPermit' in context.type ? context.type.readingPermit : undefined;
  if (!rule) return null;
  const reader = parties.find(({ role }) => role === 'applicant')?.agent ?? null;
  const outcome = procedure.state === 'running' ? null : procedure.outcome;
  return {
    id: procedure.id,
    of: rule.of,
    permission: mayPermitReading(session, reader, outcome),
    keeper: { by: `officer:${session.member}`, now: now(), today: today() },
  };
}
