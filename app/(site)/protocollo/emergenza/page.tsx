import type { Metadata } from 'next';
import { pageMetadata } from '#app/_components/metadata.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { loadRegister } from '../load-register.ts';
import { Refused } from '../refused.tsx';
import { RegisterForm } from '../register-form.tsx';
import { RegisterTabs } from '../register-tabs.tsx';
import { endEmergency, openEmergency } from './emergency-actions.ts';
import { EmergencyEntry } from './emergency-entry.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const context = await pageContext();
  return pageMetadata(context, {
    title: context.t('protocol.tab.emergency'),
    path: '/protocollo/emergenza',
    index: false,
  });
}

/** Emergency registers: opened by authorisation, ended, entered afterwards (art. 63). */
export default async function EmergencyPage() {
  const { t, lang } = await pageContext();
  const { keeps, answers } = await loadRegister();
  if (!keeps.allowed) return <Refused reason={keeps.reason.text} />;
  const { protocol } = composition();
  const all = await protocol.emergencies();
  const days = await protocol.emergencyDays(all.map(({ id }) => id));
  const open = all.find(({ endedAt }) => endedAt === null);
  return (
    <div className="container types-desk protocol-desk">
      <h1>{t('protocol.tab.emergency')}</h1>
      <RegisterTabs t={t} current="/protocollo/emergenza" />
      <p>{t('protocol.emergencyLead')}</p>
      <ul className="protocol-history emergency-list">
        {all.map((one) => (
          <EmergencyEntry key={one.id} one={one} days={days.filter(({ emergency }) => emergency === one.id)} />
        ))}
      </ul>
      {all.length === 0 ? <p className="empty">{t('protocol.emergencyNone')}</p> : null}
      {!answers.allowed ? (
        <p>{answers.reason.text[lang]}</p>
      ) : open ? (
        <section aria-labelledby="chiudi">
          <h2 id="chiudi">{t('protocol.emergencyEnd')}</h2>
          <RegisterForm
            id="fine"
            answer={endEmergency}
            words={{ send: t('protocol.emergencyEnd'), working: t('edit.working') }}
            fields={[
              { name: 'id', label: '', kind: 'hidden', value: open.id },
              { name: 'at', label: t('protocol.emergencyEndAt'), kind: 'instant', required: true },
            ]}
          />
        </section>
      ) : (
        <section aria-labelledby="apri">
          <h2 id="apri">{t('protocol.emergencyOpen')}</h2>
          <RegisterForm
            id="apertura"
            answer={openEmergency}
            words={{ send: t('protocol.emergencyOpen'), working: t('edit.working') }}
            fields={[
              { name: 'at', label: t('protocol.emergencyStart'), kind: 'instant', required: true },
              { name: 'reason', label: t('protocol.emergencyReason'), kind: 'area', required: true, most: 1000 },
              { name: 'authorisedBy', label: t('protocol.authorisedBy'), kind: 'text', required: true },
              { name: 'act', label: t('protocol.authorisation'), kind: 'text', required: true },
            ]}
          />
        </section>
      )}
    </div>
  );
}
