'use server';

import { redirect } from 'next/navigation';
import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import type { FormState } from '#lib/http/form-view.ts';
import { rawForm } from '#lib/http/raw-form.ts';
import { sensitivitySchema } from '#lib/records/phase.ts';
import { confirmTitle } from '#lib/store/keeping/historical.ts';
import { transferHistorical } from '#lib/store/keeping/transfer-historical.ts';
import { again, notDone } from '../again.ts';
import { afterRecord, loadArchive } from '../load-archive.ts';

/** The archivist confirms a public title; one that is refused stays in its field, with what is wrong beside it. */
export async function confirmPublicTitle(before: FormState, data: FormData): Promise<FormState> {
  const { t, lang } = await pageContext();
  const raw = rawForm(data);
  const { permission, keeper } = await loadArchive();
  if (!permission.allowed) return again(before, raw, notDone([permission.reason], t, lang));
  const title = raw.text('title');
  const wrong = (message: string) => again(before, raw, { problems: [{ name: 'title', message }] });
  if (title === '') return wrong(t('keeping.said.titleWanted'));
  if (title.length > 500) return wrong(t('request.tooLong', { most: 500 }));
  const sensitivity = sensitivitySchema.safeParse(raw.text('sensitivity'));
  if (!sensitivity.success) return again(before, raw, {});
  const given = {
    record: raw.text('record'),
    title,
    sensitivity: sensitivity.data,
    despiteWords: raw.text('despiteWords') === 'yes',
  };
  const done = await confirmTitle(composition().pool, given, keeper);
  if (done.kind === 'names')
    return wrong(
      done.whole.length > 0
        ? t('keeping.said.namesWhole')
        : t('keeping.said.namesWords', { words: done.words.join(', ') }),
    );
  const here = `/archivio/storica?dopo=${afterRecord(raw.text('after'))}&detto=`;
  redirect(here + (done.kind === 'confirmed' ? 'done' : 'nothing'));
}

/** The archivist transfers all that is confirmed. */
export async function transferConfirmed(): Promise<void> {
  const { permission, keeper } = await loadArchive();
  if (!permission.allowed) redirect('/archivio/storica');
  const done = await transferHistorical(composition().pool, keeper);
  redirect(`/archivio/storica?detto=${done ? 'transferred' : 'nothing'}`);
}
