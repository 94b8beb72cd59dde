import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import type { MessageKey } from '#lib/i18n/translate.ts';

const words = new Map<string, MessageKey>([
  ['unknown', 'signIn.unknown'],
  ['staffOnly', 'signIn.staffOnly'],
  ['citizensOnly', 'signIn.citizensOnly'],
  ['noCode', 'signIn.noCode'],
  ['oneFactor', 'signIn.oneFactor'],
  ['link', 'signIn.linkOver'],
  ['linkName', 'signIn.linkName'],
  ['MissingCSRF', 'signIn.tooLong'],
]);

/** Why one is here again, and what to do. */
export async function SignInProblem({ code }: { code: string | undefined }) {
  const { t } = await pageContext();
  if (code === undefined) return null;
  const { adminEmail } = composition();
  const asks = ['unknown', 'staffOnly', 'noCode', 'oneFactor'].includes(code);
  return (
    <div className="notice" role="alert">
      <p>{t(words.get(code) ?? 'signIn.failed')}</p>
      {asks && adminEmail && (
        <p>
          {t('signIn.askWhom')} <a href={`mailto:${adminEmail}`}>{adminEmail}</a>
        </p>
      )}
    </div>
  );
}
