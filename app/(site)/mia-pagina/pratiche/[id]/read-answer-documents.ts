import { pageContext } from '#app/_components/page-context.ts';
import { askedField, otherField } from '#lib/http/answer-form.ts';
import { fileFormats } from '#lib/http/file-format.ts';
import { fileProblem } from '#lib/http/forms/file-problem.ts';
import type { FormProblem } from '#lib/http/form-view.ts';
import type { RawForm } from '#lib/http/raw-form.ts';
import { readFile } from '#lib/http/read-file.ts';
import type { DocumentsAsked } from '#lib/procedures/cases/documents-asked.ts';
import type { AnswerDocument } from '#lib/store/procedures/procedure-store.ts';

/** The files that came, each as what it was asked for. */
export async function readAnswerDocuments(
  { documents: wanted }: DocumentsAsked,
  raw: RawForm,
): Promise<{ documents: AnswerDocument[]; problems: FormProblem[] }> {
  const { t } = await pageContext();
  const documents: AnswerDocument[] = [];
  const problems: FormProblem[] = [];
  const read = async (field: string, formats: readonly string[], code: string | null, title: string) => {
    const sent = raw.files(field);
    for (const [i, one] of sent.entries()) {
      const found = await readFile(one, formats);
      if (found.kind !== 'read') problems.push({ name: field, message: fileProblem(found, formats, t) });
      else
        documents.push({
          ...found.file,
          code,
          title: sent.length > 1 ? `${title} (${i + 1} di ${sent.length})` : title,
        });
    }
  };
  for (const { code, formats, name } of wanted) await read(askedField(code), formats, code, name.it);
  await read(otherField, fileFormats, null, 'Altro documento');
  return { documents, problems };
}
