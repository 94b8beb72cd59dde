import { pageContext } from '#app/_components/page-context.ts';
import type { Text } from '#lib/procedures/types/text.ts';

/** Why the front office, or a page of it, is not for somebody. */
export async function Refused({ reason }: { reason: Text }) {
  const { t, lang } = await pageContext();
  return (
    <div className="container narrow">
      <h1>{t('counter.title')}</h1>
      <p className="empty">{reason[lang]}</p>
      <p className="inline">
        <a href="/ufficio">{t('archive.toDesk')}</a> ·{' '}
        <a href="/accedi?returnTo=%2Fsportello">{t('archive.asAnother')}</a>
      </p>
    </div>
  );
}
