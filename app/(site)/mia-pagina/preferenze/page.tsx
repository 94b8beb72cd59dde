import type { Metadata } from 'next';
import { AnsweredForm } from '#app/_components/forms/answered-form.tsx';
import { pageMetadata } from '#app/_components/metadata.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { requireCitizen } from '#lib/auth/session.ts';
import { composition } from '#lib/composition.ts';
import { preferencesForm } from '#lib/http/notices/preferences-form.ts';
import { noticesKeptMonths } from '#lib/relationship/notice-retention.ts';
import { findAddress } from '#lib/store/notifications/addresses.ts';
import { findPreferences } from '#lib/store/notifications/preferences.ts';
import { Devices } from './devices.tsx';
import { savePreferencesOf } from './save-preferences.ts';

export async function generateMetadata(): Promise<Metadata> {
  const context = await pageContext();
  return pageMetadata(context, {
    title: context.t('preferences.title'),
    path: '/mia-pagina/preferenze',
    index: false,
  });
}

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const told = ['saved', 'asked', 'tooMany', 'confirmed', 'deviceAdded'] as const;

/** Where, of what and when somebody wants to be told. */
export default async function PreferencesPage({ searchParams }: Props) {
  const { t, lang } = await pageContext();
  const { agent } = await requireCitizen();
  const { pool, notices, now } = composition();
  const [preferences, address] = await Promise.all([findPreferences(pool, agent), findAddress(pool, agent, now())]);
  const { fatto } = await searchParams;
  const said = told.find((one) => one === fatto);
  const pending = address.pending;
  return (
    <div className="container narrow my-page">
      <h1>{t('preferences.title')}</h1>
      {said ? (
        <p className="types-told" role="status">
          {t(`preferences.${said}`, { email: pending ?? '' })}
        </p>
      ) : null}
      <p>{t('preferences.lead')}</p>
      {address.email ? <p className="aside">{t('preferences.emailVerified', { email: address.email })}</p> : null}
      {pending && said !== 'asked' ? (
        <p className="aside">{t('preferences.emailPending', { email: pending })}</p>
      ) : null}
      <AnsweredForm
        id="preferenze"
        label={t('preferences.title')}
        answer={savePreferencesOf}
        start={{
          form: preferencesForm({
            preferences,
            email: pending ?? address.email ?? address.known ?? '',
            configured: notices.channels,
            t,
            lang,
          }),
          problems: [],
          notice: null,
          turn: 0,
        }}
        words={{ problems: t('form.problems'), optional: t('form.optional'), working: t('form.working') }}
      />
      <p className="aside">{t('notices.kept', { months: noticesKeptMonths })}</p>
      {notices.channels.includes('push') ? <Devices agent={agent} /> : null}
    </div>
  );
}
