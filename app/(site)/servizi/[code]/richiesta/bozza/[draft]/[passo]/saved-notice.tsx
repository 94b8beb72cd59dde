import { pageContext } from '#app/_components/page-context.ts';
import { dayInWords, timeInWords } from '#lib/i18n/dates.ts';
import { romeDay } from '#lib/procedures/rome.ts';
import type { RequestDraft } from '#lib/store/request-drafts/request-drafts.ts';

/** Told after the button: until when the draft is there, and where. */
export async function SavedNotice({ draft: { savedAt, expiresAt } }: { draft: RequestDraft }) {
  const { t, lang } = await pageContext();
  return (
    <div className="types-told" role="status">
      <p>
        <strong>{t('draft.savedAt', { time: timeInWords(savedAt, lang) })}.</strong>{' '}
        {t('draft.savedText', { day: dayInWords(romeDay(expiresAt), lang) })}{' '}
        <a href="/mia-pagina#bozze">{t('draft.toMine')}</a>
      </p>
    </div>
  );
}
