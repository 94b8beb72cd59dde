import { pageContext } from '#app/_components/page-context.ts';
import type { AccessApplication } from '#lib/store/procedures/access-applications.ts';

/** That what the Comune has already is not asked for again. */
export async function AccessServes({ access: { protocol } }: { access: AccessApplication }) {
  const { t } = await pageContext();
  const number = String(protocol.number).padStart(7, '0');
  return <p className="callout-plain">{t('access.serves', { number, year: String(protocol.year) })}</p>;
}
