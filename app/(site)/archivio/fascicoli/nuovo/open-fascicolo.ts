'use server';

import { redirect } from 'next/navigation';
import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { openedByHand } from '#lib/fascicoli/kind.ts';
import { voiceOf } from '#lib/fascicoli/titolario.ts';
import type { FormState } from '#lib/http/form-view.ts';
import { rawForm } from '#lib/http/raw-form.ts';
import { again, missing, notDone } from '../../again.ts';
import { loadArchive } from '../../load-archive.ts';

/** Opens a fascicolo as the form says. */
export async function openFascicolo(before: FormState, data: FormData): Promise<FormState> {
  const { t, lang } = await pageContext();
  const desk = await loadArchive();
  const raw = rawForm(data);
  if (!desk.permission.allowed) return again(before, raw, notDone([desk.permission.reason], t, lang));
  const problems = missing(before, raw, t);
  const kind = openedByHand.find((one) => one === raw.text('kind'));
  const voice = voiceOf(raw.text('voice'));
  if (problems.length > 0 || !kind || !voice) return again(before, raw, { problems });
  const subOf = raw.text('subOf');
  const result = await composition().fascicoli.open(
    {
      kind,
      voice,
      title: raw.text('title').slice(0, 300),
      object: raw.text('object').slice(0, 1000),
      unit: raw.text('unit'),
      keywords: raw
        .text('keywords')
        .split(',')
        .map((word) => word.trim().slice(0, 60))
        .filter((word) => word !== '')
        .slice(0, 20),
      activity: raw.text('activity').slice(0, 200) || null,
      ...(subOf === '' ? {} : { subOf }),
    },
    desk.actor,
  );
  if (result.kind === 'refused') return again(before, raw, notDone(result.reasons, t, lang));
  redirect(`/archivio/fascicoli/${result.id}?fatto=1`);
}
