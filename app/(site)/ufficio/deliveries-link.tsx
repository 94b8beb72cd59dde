import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { loadDesk } from './load-desk.ts';

/** The way to what is to be done about communicated acts, with how much waits. */
export async function DeliveriesLink() {
  const { t } = await pageContext();
  const { reach } = await loadDesk();
  const waiting = await composition().deliveries.countTasks(reach);
  return (
    <p className={`desk-also${waiting > 0 ? ' desk-waits' : ''}`}>
      <a href="/ufficio/consegne">{t('deliveries.tasks')}</a>
      {waiting > 0 ? <strong> · {waiting >= 100 ? '99+' : waiting}</strong> : null}
    </p>
  );
}
