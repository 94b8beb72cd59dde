import { pageContext } from '#app/_components/page-context.ts';
import { dayInWords, instantInWords } from '#lib/i18n/dates.ts';
import type { EmergencyDay, EmergencyRegister } from '#lib/store/protocol/protocol-store.ts';
import { RegisterForm } from '../register-form.tsx';
import { noteEmergencyDay } from './emergency-actions.ts';

/** One emergency register: by which act, how long, and for each day what the paper says and what is entered (DPR 445/2000 art. 63). */
export async function EmergencyEntry({ one, days }: { one: EmergencyRegister; days: readonly EmergencyDay[] }) {
  const { t, lang } = await pageContext();
  const when = (instant: string) => instantInWords(new Date(instant), lang);
  return (
    <li>
      <h2 className="h5" lang="it">
        {one.act}
      </h2>
      <p lang="it">{one.reason}</p>
      <p className="aside">
        {t('protocol.emergencySince', { when: when(one.startedAt), who: one.authorisedBy })}
        {one.endedAt ? ` · ${t('protocol.emergencyUntil', { when: when(one.endedAt) })}` : ''} ·{' '}
        {t('protocol.emergencyEntered', { count: one.entered })}
      </p>
      {days.length > 0 ? (
        <table className="protocol-table emergency-days">
          <caption className="visually-hidden">{t('protocol.emergencyDays')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('protocol.emergencyDay')}</th>
              <th scope="col">{t('protocol.emergencyOperations')}</th>
              <th scope="col">{t('protocol.emergencyIn')}</th>
              <th scope="col">{t('protocol.emergencyState')}</th>
            </tr>
          </thead>
          <tbody>
            {days.map(({ day, operations, entered }) => (
              <tr key={day}>
                <th scope="row">{dayInWords(day, lang)}</th>
                <td data-label={t('protocol.emergencyOperations')}>{operations ?? '—'}</td>
                <td data-label={t('protocol.emergencyIn')}>{entered}</td>
                <td data-label={t('protocol.emergencyState')}>{stateOf(operations, entered)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      <details>
        <summary className="btn btn-outline-primary btn-sm">{t('protocol.emergencyNote')}</summary>
        <RegisterForm
          id={`giornata-${one.id}`}
          answer={noteEmergencyDay}
          words={{ send: t('protocol.emergencyNote'), working: t('edit.working') }}
          fields={[
            { name: 'id', label: '', kind: 'hidden', value: one.id },
            { name: 'day', label: t('protocol.emergencyDay'), kind: 'date', required: true },
            {
              name: 'operations',
              label: t('protocol.emergencyOperations'),
              kind: 'text',
              required: true,
              most: 7,
              help: t('protocol.emergencyOperationsHelp'),
            },
          ]}
        />
      </details>
    </li>
  );

  function stateOf(operations: number | null, entered: number): string {
    if (operations === null) return t('protocol.emergencyUnsaid');
    if (entered < operations) return t('protocol.emergencyLeft', { count: operations - entered });
    return t(entered === operations ? 'protocol.emergencyAll' : 'protocol.emergencyMore');
  }
}
