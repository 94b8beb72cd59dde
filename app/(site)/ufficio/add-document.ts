'use server';

import { redirect } from 'next/navigation';
import { caseFacts } from '#lib/access/case-facts.ts';
import { mayAct } from '#lib/access/procedures.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { fileFormats } from '#lib/http/file-format.ts';
import { fileProblem } from '#lib/http/forms/file-problem.ts';
import type { FormState } from '#lib/http/form-view.ts';
import { rawForm } from '#lib/http/raw-form.ts';
import { readFile, type ReadFile } from '#lib/http/read-file.ts';
import { doneAddress, formAgain } from './case-form.ts';
import { loadDesk } from './load-desk.ts';

/** A document joins the fascicolo: read for what it is, registered where it came in or goes out. */
export async function addDocument(before: FormState, data: FormData): Promise<FormState> {
  const { t, lang } = await pageContext();
  const { procedures } = composition();
  const desk = await loadDesk();
  const raw = rawForm(data);
  const again = formAgain(before, raw);
  const id = raw.text('case');
  const view = await procedures.findCase(id, desk.reach);
  if (!view) return again({ notice: { title: t('case.unknown'), lines: [t('case.unknownText')] } });
  const facts = caseFacts(view.procedure, view.context.type, view.context.catalogue);
  const permission = mayAct(desk.session, facts, 'addDocument', desk.organisation);
  if (!permission.allowed)
    return again({ notice: { title: t('case.notYours'), lines: [permission.reason.text[lang]] } });
  const asked = 'documents' in view.context.type ? view.context.type.documents : [];
  const known = asked.find(({ code }) => code === raw.text('code'));
  const formats: readonly string[] = known?.formats ?? fileFormats;
  const sent = raw.files('file');
  const read = await Promise.all((sent.length > 0 ? sent : [null]).map((one) => readFile(one, formats)));
  const unfit = read.flatMap((one) => (one.kind === 'read' ? [] : [fileProblem(one, formats, t)]));
  if (unfit.length > 0) return again({ problems: unfit.map((message) => ({ name: 'file', message })) });
  const flow = (['in', 'out', 'internal'] as const).find((one) => one === raw.text('flow'));
  if (!flow) return again({ problems: [{ name: 'flow', message: t('fascicolo.flowWanted') }] });
  const title = raw.text('title') || undefined;
  if (!known && !title) return again({ problems: [{ name: 'title', message: t('fascicolo.titleWanted') }] });
  if (title && title.length > 300)
    return again({ problems: [{ name: 'title', message: t('request.tooLong', { most: 300 }) }] });
  const files = read.filter((one): one is ReadFile & { kind: 'read' } => one.kind === 'read');
  const added: string[] = [];
  for (const [i, { file }] of files.entries()) {
    const result = await procedures.addDocument({
      id,
      reach: desk.reach,
      actor: { kind: 'officer', id: desk.session.member },
      // Two documents that come at once harm nobody: what the officer saw of the case does not matter here.
      expected: null,
      document: {
        ...file,
        kind: flow === 'in' ? 'attachment' : flow === 'out' ? 'act' : 'other',
        code: known?.code ?? null,
        title: title && files.length > 1 ? `${title} (${i + 1} di ${files.length})` : title,
        flow,
      },
    });
    if (result.kind === 'added') {
      added.push(`«${file.fileName ?? t('file.unnamed')}»`);
      continue;
    }
    const lines =
      result.kind === 'refused' || result.kind === 'notAdmitted'
        ? result.reasons.map(({ text }) => text[lang])
        : [t('case.unknownText')];
    const before = added.length > 0 ? [t('fascicolo.addedSome', { names: added.join(', ') })] : [];
    return again({ notice: { title: t('case.refused'), lines: [...before, ...lines] } });
  }
  redirect(doneAddress(raw, id, 'addDocument', 'fascicolo'));
}
