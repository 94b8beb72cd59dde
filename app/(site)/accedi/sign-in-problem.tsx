import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';

/** Why one is here again, and what to do. */
export async function SignInProblem({ code }: { code: string | undefined }) {
  const { t } = await pageContext();
  if (code === undefined) return null;
  const { adminEmail } = composition();
  const asks = code === 'unknown' || code === 'staffOnly';
  return (
    <div className="notice" role="alert">
      <p>
        {code === 'unknown'
          ? t('signIn.unknown')
          : code === 'staffOnly'
            ? t('signIn.staffOnly')
            : code === 'MissingCSRF'
              ? t('signIn.tooLong')
              : t('signIn.failed')}
      </p>
      {asks && adminEmail && (
        <p>
          {t('signIn.askWhom')} <a href={`mailto:${adminEmail}`}>{adminEmail}</a>
        </p>
      )}
    </div>
  );
}
