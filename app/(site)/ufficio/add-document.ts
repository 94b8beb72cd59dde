'use server';

import { redirect } from 'next/navigation';
import { caseFacts } from '#lib/access/case-facts.ts';
import { mayAct } from '#lib/access/procedures.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { acceptOf, fileFormats } from '#lib/http/file-format.ts';
import type { FormState } from '#lib/http/form-view.ts';
import { rawForm } from '#lib/http/raw-form.ts';
import { contradictionOf, readFile } from '#lib/http/read-file.ts';
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
  const file = await readFile(raw.file('file'), known?.formats ?? fileFormats);
  if (file.kind !== 'read')
    return again({
      problems: [
        {
          name: 'file',
          message: t(`file.${file.kind}`, {
            formats: acceptOf(known?.formats ?? fileFormats),
            ...contradictionOf(file),
          }),
        },
      ],
    });
  const flow = (['in', 'out', 'internal'] as const).find((one) => one === raw.text('flow'));
  if (!flow) return again({ problems: [{ name: 'flow', message: t('fascicolo.flowWanted') }] });
  const title = raw.text('title') || undefined;
  if (!known && !title) return again({ problems: [{ name: 'title', message: t('fascicolo.titleWanted') }] });
  if (title && title.length > 300)
    return again({ problems: [{ name: 'title', message: t('request.tooLong', { most: 300 }) }] });
  const result = await procedures.addDocument({
    id,
    reach: desk.reach,
    actor: { kind: 'officer', id: desk.session.member },
    // Two documents that come at once harm nobody: what the officer saw of the case does not matter here.
    expected: null,
    document: {
      ...file.file,
      kind: flow === 'in' ? 'attachment' : flow === 'out' ? 'act' : 'other',
      code: known?.code ?? null,
      title,
      flow,
    },
  });
  if (result.kind === 'added') redirect(doneAddress(raw, id, 'addDocument', 'fascicolo'));
  const lines =
    result.kind === 'refused' || result.kind === 'notAdmitted'
      ? result.reasons.map(({ text }) => text[lang])
      : [t('case.unknownText')];
  return again({ notice: { title: t('case.refused'), lines } });
}
