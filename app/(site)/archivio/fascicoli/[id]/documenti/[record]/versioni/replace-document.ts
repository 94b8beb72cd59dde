'use server';

import { redirect } from 'next/navigation';
import { again, notDone } from '#app/(site)/archivio/again.ts';
import { loadArchive } from '#app/(site)/archivio/load-archive.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { expectedOf } from '#app/_components/version-form.ts';
import { composition } from '#lib/composition.ts';
import { plainFormats } from '#lib/http/file-format.ts';
import { fileProblem } from '#lib/http/forms/file-problem.ts';
import type { FormState } from '#lib/http/form-view.ts';
import { rawForm } from '#lib/http/raw-form.ts';
import { readFile } from '#lib/http/read-file.ts';

/** A new version of a document of a fascicolo that no procedure leads. */
export async function replaceDocument(before: FormState, data: FormData): Promise<FormState> {
  const { t, lang } = await pageContext();
  const { permission, actor } = await loadArchive();
  const raw = rawForm(data);
  if (!permission.allowed) return again(before, raw, notDone([permission.reason], t, lang));
  const file = await readFile(raw.file('file'), plainFormats);
  if (file.kind !== 'read')
    return again(before, raw, { problems: [{ name: 'file', message: fileProblem(file, plainFormats, t) }] });
  const [id, record] = [raw.text('id'), raw.text('record')];
  const next = { ...file.file, reason: raw.text('reason'), expected: expectedOf(raw.text('expected')) };
  const result = await composition().fascicoli.replace(id, record, next, actor);
  if (result.kind === 'refused' || result.kind === 'notAdmitted')
    return again(before, raw, notDone(result.reasons, t, lang));
  if (result.kind !== 'replaced')
    return again(before, raw, { notice: { title: t('fascicoli.notDone'), lines: [t('fascicoli.unknown')] } });
  redirect(`/archivio/fascicoli/${encodeURIComponent(id)}/documenti/${encodeURIComponent(record)}/versioni?fatto=1`);
}
