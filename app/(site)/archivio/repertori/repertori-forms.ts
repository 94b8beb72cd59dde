'use server';

import { redirect } from 'next/navigation';
import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { voiceOf } from '#lib/fascicoli/titolario.ts';
import { plainFormats } from '#lib/http/file-format.ts';
import type { FormState } from '#lib/http/form-view.ts';
import { fileProblem } from '#lib/http/forms/file-problem.ts';
import { rawForm } from '#lib/http/raw-form.ts';
import { readFile } from '#lib/http/read-file.ts';
import { again, missing, notDone } from '../again.ts';
import { loadArchive } from '../load-archive.ts';

/** Opens a repertorio. */
export async function openRepertorio(before: FormState, data: FormData): Promise<FormState> {
  const { t, lang } = await pageContext();
  const desk = await loadArchive();
  const raw = rawForm(data);
  if (!desk.permission.allowed) return again(before, raw, notDone([desk.permission.reason], t, lang));
  const problems = missing(before, raw, t);
  const voice = voiceOf(raw.text('voice'));
  if (problems.length > 0 || !voice) return again(before, raw, { problems });
  const given = { code: raw.text('code'), title: raw.text('title').slice(0, 300), voice };
  const result = await composition().fascicoli.openRepertorio(given, desk.actor);
  if (result.kind === 'refused') return again(before, raw, notDone(result.reasons, t, lang));
  redirect(`/archivio/repertori/${result.code}`);
}

/** Numbers an act in a repertorio. */
export async function numberAct(before: FormState, data: FormData): Promise<FormState> {
  const { t, lang } = await pageContext();
  const desk = await loadArchive();
  const raw = rawForm(data);
  if (!desk.permission.allowed) return again(before, raw, notDone([desk.permission.reason], t, lang));
  const problems = missing(before, raw, t);
  if (problems.length > 0) return again(before, raw, { problems });
  const read = await readFile(raw.file('file'), plainFormats);
  if (read.kind !== 'read')
    return again(before, raw, { problems: [{ name: 'file', message: fileProblem(read, plainFormats, t) }] });
  const result = await composition().fascicoli.numberDocument(
    {
      repertorio: raw.text('repertorio'),
      title: raw.text('title').slice(0, 300),
      object: raw.text('object').slice(0, 1000),
      unit: raw.text('unit'),
      file: read.file,
      fascicolo: raw.text('fascicolo').slice(0, 40) || null,
    },
    desk.actor,
  );
  if (result.kind === 'refused' || result.kind === 'notAdmitted')
    return again(before, raw, notDone(result.reasons, t, lang));
  if (result.kind === 'unknown') redirect('/archivio/repertori');
  redirect(
    `/archivio/repertori/${encodeURIComponent(raw.text('repertorio'))}?numero=${result.number}&del=${result.year}`,
  );
}
