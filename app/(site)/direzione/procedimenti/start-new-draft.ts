'use server';

import { redirect } from 'next/navigation';
import { composition } from '#lib/composition.ts';
import { loadTypesDesk } from './load-types-desk.ts';

/** Begins the draft of the next version; where somebody has begun it, leads there. */
export async function startNewDraft(data: FormData): Promise<void> {
  const { mayEdit, by } = await loadTypesDesk();
  const { typeDrafts, procedureTypes } = composition();
  const code = String(data.get('code') ?? '');
  const from = Number(data.get('from'));
  const newest = procedureTypes.versions(code)[0]?.type;
  if (!newest || !Number.isInteger(from) || !mayEdit([newest.unit]).allowed) redirect('/direzione/procedimenti');
  const started = await typeDrafts.startDraft(code, from, by);
  redirect(
    started ? `/direzione/procedimenti/${encodeURIComponent(code)}/${started.version}` : '/direzione/procedimenti',
  );
}
