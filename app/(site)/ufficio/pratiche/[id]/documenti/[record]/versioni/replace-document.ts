'use server';

import { redirect } from 'next/navigation';
import { pageContext } from '#app/_components/page-context.ts';
import { expectedOf } from '#app/_components/version-form.ts';
import { formAgain } from '#app/(site)/ufficio/case-form.ts';
import { composition } from '#lib/composition.ts';
import { fileFormats } from '#lib/http/file-format.ts';
import { fileProblem } from '#lib/http/forms/file-problem.ts';
import type { FormState } from '#lib/http/form-view.ts';
import { rawForm } from '#lib/http/raw-form.ts';
import { readFile } from '#lib/http/read-file.ts';
import { loadVersions } from './load-versions.ts';

/** A new version of a document of a case. */
export async function replaceDocument(before: FormState, data: FormData): Promise<FormState> {
  const { t, lang } = await pageContext();
  const raw = rawForm(data);
  const again = formAgain(before, raw);
  const [id, record] = [raw.text('id'), raw.text('record')];
  const loaded = await loadVersions(id, record);
  if (!loaded) return again({ notice: { title: t('case.unknown'), lines: [t('case.unknownText')] } });
  const { found, document, may } = loaded;
  if (!may.allowed) return again({ notice: { title: t('case.notYours'), lines: [may.reason.text[lang]] } });
  const { type } = found.view.context;
  const asked = 'documents' in type ? type.documents.find(({ code }) => code === document.code) : undefined;
  const formats = asked?.formats ?? fileFormats;
  const file = await readFile(raw.file('file'), formats);
  if (file.kind !== 'read') return again({ problems: [{ name: 'file', message: fileProblem(file, formats, t) }] });
  const { reach, session } = found.desk;
  const result = await composition().procedures.replaceDocument({
    id,
    record,
    reach,
    actor: { kind: 'officer', id: session.member },
    file: file.file,
    reason: raw.text('reason'),
    expected: expectedOf(raw.text('expected')),
  });
  if (result.kind === 'replaced') redirect(`/ufficio/pratiche/${id}/documenti/${record}/versioni?fatto=1`);
  if (result.kind !== 'refused' && result.kind !== 'notAdmitted')
    return again({ notice: { title: t('case.refused'), lines: [t('case.unknownText')] } });
  const lines = result.reasons.map(({ text, article }) => (article ? `${text[lang]} (${article})` : text[lang]));
  return again({ notice: { title: t('versions.refused'), lines } });
}
