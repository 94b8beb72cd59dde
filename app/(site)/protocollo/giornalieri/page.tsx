import type { Metadata } from 'next';
import { pageMetadata } from '#app/_components/metadata.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { dayInWords } from '#lib/i18n/dates.ts';
import { isDay } from '#lib/procedures/day.ts';
import { loadRegister } from '../load-register.ts';
import { Refused } from '../refused.tsx';
import { RegisterTabs } from '../register-tabs.tsx';
import { totalWords } from '../total-words.ts';

export async function generateMetadata(): Promise<Metadata> {
  const context = await pageContext();
  return pageMetadata(context, {
    title: context.t('protocol.tab.daily'),
    path: '/protocollo/giornalieri',
    index: false,
  });
}

/** Daily registers, with whether preservation has them. */
export default async function DailyRegistersPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[]>>;
}) {
  const { t, lang } = await pageContext();
  const { keeps } = await loadRegister();
  if (!keeps.allowed) return <Refused reason={keeps.reason.text} />;
  const before = String((await searchParams)['prima'] ?? '');
  const { protocol, today: dayOf } = composition();
  const today = dayOf();
  const [days, total] = await Promise.all([
    protocol.dailyRegisters(isDay(before) ? before : undefined),
    protocol.countDailyRegisters(),
  ]);
  return (
    <div className="container types-desk protocol-desk">
      <h1>{t('protocol.tab.daily')}</h1>
      <RegisterTabs t={t} current="/protocollo/giornalieri" />
      <p>{t('protocol.dailyLead')}</p>
      {days.length === 0 ? (
        <p className="empty">{t('protocol.dailyNone')}</p>
      ) : (
        <p className="protocol-total">{totalWords(t, 'days', total)}</p>
      )}
      <ul className="protocol-history">
        {days.map((one) => (
          <li key={one.day}>
            <a href={`/protocollo/giornalieri/${one.day}`}>{dayInWords(one.day, lang)}</a>{' '}
            {t('protocol.dailyCounts', { count: one.registrations })}
            {one.changes > 0 ? ` · ${t('protocol.dailyChanges', { count: one.changes })}` : ''}
            <span className="aside">
              {one.deliveredAt ? (
                t('protocol.delivered')
              ) : one.deliverBy < today ? (
                <span className="protocol-late">{t('protocol.late', { day: dayInWords(one.deliverBy, lang) })}</span>
              ) : (
                t('protocol.undelivered', { day: dayInWords(one.deliverBy, lang) })
              )}{' '}
              · {t('protocol.seal')}{' '}
              <code className="protocol-seal" title={one.seal}>
                {one.seal}
              </code>
            </span>
          </li>
        ))}
      </ul>
      {days.length === 60 ? <a href={`?prima=${days.at(-1)?.day}`}>{t('protocol.earlier')} ›</a> : null}
    </div>
  );
}
