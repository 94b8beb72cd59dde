import { pageContext } from '#app/_components/page-context.ts';
import { isByEmail } from '#lib/access/by-email.ts';
import { isCheckGood } from '#lib/access/identity.ts';
import { composition } from '#lib/composition.ts';
import { dayInWords } from '#lib/i18n/dates.ts';
import { checksOf } from '#lib/store/identity/identity-checks.ts';
import type { MyCaseFacts } from '../../load-my-case.ts';

/** To who came in by e-mail: that the office has still to see who they are, or when it did. */
export async function MyIdentity({ found: { mine } }: { found: MyCaseFacts }) {
  const { session } = mine;
  if (!isByEmail(session)) return null;
  const { t, lang } = await pageContext();
  const { pool, today } = composition();
  const checks = await checksOf(pool, session.agent, { kind: 'citizen', id: session.agent });
  const good = checks.find((check) => isCheckGood(check, today()));
  return (
    <section aria-labelledby="mia-identita" className="my-who">
      <h2 id="mia-identita">{t('identity.mine')}</h2>
      <p>{good ? t('identity.mineSeen', { day: dayInWords(good.checkedOn, lang) }) : t('identity.mineWanted')}</p>
    </section>
  );
}
