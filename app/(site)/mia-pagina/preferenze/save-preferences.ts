'use server';

import { redirect } from 'next/navigation';
import { pageContext } from '#app/_components/page-context.ts';
import { requireCitizen } from '#lib/auth/session.ts';
import { composition } from '#lib/composition.ts';
import { preferencesForm, readPreferences } from '#lib/http/notices/preferences-form.ts';
import { rawForm } from '#lib/http/raw-form.ts';
import { refillForm } from '#lib/http/refill-form.ts';
import { turnAfter } from '#lib/http/forms/sound-form.ts';
import type { FormState } from '#lib/http/form-view.ts';
import { askAddress, dropAddress, findAddress } from '#lib/store/notifications/addresses.ts';
import { findPreferences, savePreferences } from '#lib/store/notifications/preferences.ts';

/** Keeps somebody's wishes; a new address is asked to confirm itself, and the one before serves until it has. */
export async function savePreferencesOf(before: FormState, data: FormData): Promise<FormState> {
  const { t, lang } = await pageContext();
  const { agent } = await requireCitizen();
  const { pool, notices, now } = composition();
  const raw = rawForm(data);
  const kept = await findPreferences(pool, agent);
  const { channels: configured } = notices;
  const read = readPreferences(raw, { kept, configured, t });
  if (Array.isArray(read)) {
    const form = preferencesForm({ preferences: kept, email: '', configured, t, lang });
    return { form: refillForm(form, raw), problems: read, notice: null, turn: turnAfter(before) };
  }
  await savePreferences(pool, agent, read.preferences, now());
  redirect(`/mia-pagina/preferenze?fatto=${await saidOf(read.email)}`);

  async function saidOf(email: string | null): Promise<string> {
    if (!configured.includes('email')) return 'saved';
    const address = await findAddress(pool, agent, now());
    if (email === null) {
      await dropAddress(pool, agent, now());
      return 'saved';
    }
    if (email === (address.pending ?? address.email)) return 'saved';
    return askAddress(pool, agent, email, now());
  }
}
