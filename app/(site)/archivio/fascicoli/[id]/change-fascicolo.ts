'use server';

import { redirect } from 'next/navigation';
import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import type { ClosingRequest } from '#lib/fascicoli/keeping-at-closing.ts';
import { voiceOf } from '#lib/fascicoli/titolario.ts';
import { plainFormats } from '#lib/http/file-format.ts';
import type { FormState } from '#lib/http/form-view.ts';
import { fileProblem } from '#lib/http/forms/file-problem.ts';
import { rawForm, type RawForm } from '#lib/http/raw-form.ts';
import { readFile, type ReadFile } from '#lib/http/read-file.ts';
import { isDay } from '#lib/procedures/day.ts';
import type { ChangeResult, FillResult } from '#lib/store/fascicoli/fascicoli.ts';
import { again, missing, notDone } from '../../again.ts';
import { sayFact, selectRetention } from './change-retention.ts';
import { noLine } from './closing-forms.ts';
import { loadArchive, type ArchiveDesk } from '../../load-archive.ts';

/** What the page of a fascicolo may send: which of its forms it was, `intent` says. */
export async function changeFascicolo(before: FormState, data: FormData): Promise<FormState> {
  const { t, lang } = await pageContext();
  const desk = await loadArchive();
  const raw = rawForm(data);
  if (!desk.permission.allowed) return again(before, raw, notDone([desk.permission.reason], t, lang));
  const problems = missing(before, raw, t);
  if (problems.length > 0) return again(before, raw, { problems });
  const result = raw.text('intent') === 'fill' ? await fill(raw, desk) : await change(raw, desk);
  if ('problem' in result)
    return again(before, raw, { problems: [{ name: 'file', message: fileProblem(result.problem, plainFormats, t) }] });
  if (result.kind === 'unknown')
    return again(before, raw, { notice: { title: t('fascicoli.notDone'), lines: [t('fascicoli.unknown')] } });
  if (result.kind === 'refused' || result.kind === 'notAdmitted')
    return again(before, raw, notDone(result.reasons, t, lang));
  redirect(`/archivio/fascicoli/${encodeURIComponent(raw.text('id'))}?fatto=1`);
}

async function change(raw: RawForm, { actor, keeper }: ArchiveDesk): Promise<ChangeResult> {
  const { fascicoli } = composition();
  const id = raw.text('id');
  const voice = voiceOf(raw.text('voice'));
  switch (raw.text('intent')) {
    case 'reclassify':
      return voice ? fascicoli.reclassify(id, voice, raw.text('why').slice(0, 500), actor) : { kind: 'unknown' };
    case 'unit':
      return fascicoli.changeUnit(id, raw.text('unit'), actor);
    case 'close':
      return fascicoli.close(id, closingOf(raw), actor);
    case 'reopen':
      return fascicoli.reopen(id, raw.text('why').slice(0, 500), actor);
    case 'fact':
      return sayFact(raw, keeper);
    case 'select':
      return selectRetention(raw, keeper);
    default:
      return { kind: 'unknown' };
  }
}

const closingOf = (raw: RawForm): ClosingRequest => ({
  line: raw.text('line') === noLine ? null : raw.text('line') || undefined,
  startsOn: isDay(raw.text('startsOn')) ? raw.text('startsOn') : undefined,
  postpone: raw.text('postpone').slice(0, 500) || undefined,
});

interface Unread {
  problem: Exclude<ReadFile, { kind: 'read' }>;
}

async function fill(raw: RawForm, { actor }: ArchiveDesk): Promise<FillResult | Unread> {
  const read = await readFile(raw.file('file'), plainFormats);
  if (read.kind !== 'read') return { problem: read };
  const flow = (['in', 'out', 'internal'] as const).find((one) => one === raw.text('flow')) ?? 'internal';
  const correspondent = raw.text('correspondent').slice(0, 300) || null;
  const document = { ...read.file, title: raw.text('title').slice(0, 300), flow, correspondent };
  return composition().fascicoli.fill(raw.text('id'), document, actor);
}
