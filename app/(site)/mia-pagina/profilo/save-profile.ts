'use server';

import { redirect } from 'next/navigation';
import { mayAdminister } from '#lib/access/delegations/giving.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import type { FormState } from '#lib/http/form-view.ts';
import { formAgain } from '#lib/http/forms/form-again.ts';
import { rawForm } from '#lib/http/raw-form.ts';
import { readContacts } from '#lib/records/contacts.ts';
import { consentPurposes } from '#lib/store/own-data/own-data-store.ts';
import { loadMine, minePath } from '../load-mine.ts';

const path = '/mia-pagina/profilo';

/** Writes one's contacts, or those of a business that one administers. */
export async function saveContactsOf(agent: string, before: FormState, data: FormData): Promise<FormState> {
  const { t } = await pageContext();
  const mine = await loadMine(agent);
  const raw = rawForm(data);
  const again = formAgain(before, raw);
  if (mine.acting.agent !== agent || !mayAdminister(mine.session, agent))
    return again({
      notice: { title: t('own.refused'), lines: [t('own.notYoursToChange', { name: mine.acting.name })] },
    });
  const { contacts, problems } = readContacts({
    email: raw.text('email'),
    phone: raw.text('phone'),
    pec: raw.text('pec'),
    address: raw.text('address'),
  });
  if (problems.length > 0)
    return again({
      problems: problems.map(({ field, problem }) => ({ name: field, message: t(`own.wrong.${problem}`) })),
    });
  const changed = await composition().ownData.saveContacts({ agent, by: mine.session.agent }, contacts);
  redirect(minePath(path, mine, { fatto: changed > 0 ? 'contacts' : 'same' }));
}

/** In which language one is written to. */
export async function saveLanguageOf(data: FormData): Promise<void> {
  const raw = rawForm(data);
  const mine = await loadMine(raw.text('per'));
  const { session, acting } = mine;
  const language = raw.text('language') === 'en' ? 'en' : 'it';
  if (mayAdminister(session, acting.agent))
    await composition().ownData.setLanguage({ agent: acting.agent, by: session.agent }, language);
  redirect(minePath(path, mine, { fatto: 'language' }));
}

/** Gives a consent, or takes it back: for oneself alone. */
export async function saveConsentOf(data: FormData): Promise<void> {
  const raw = rawForm(data);
  const { session } = await loadMine(undefined);
  const purpose = consentPurposes.find((one) => one === raw.text('purpose'));
  const given = raw.text('given') === 'yes';
  if (purpose && !session.isBody)
    await composition().ownData.setConsent({ agent: session.agent, by: session.agent }, purpose, given);
  redirect(`${path}?fatto=${given ? 'consentGiven' : 'consentWithdrawn'}`);
}
