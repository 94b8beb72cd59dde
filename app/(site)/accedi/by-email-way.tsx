import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';

/** The way in for who has neither SPID nor CIE; where no letters are sent, what else one can do. */
export async function ByEmailWay({ returnTo }: { returnTo: string }) {
  const { t } = await pageContext();
  const offered = composition().emailAccounts !== null;
  return (
    <section className="sign-in-way by-email-way" aria-labelledby="senza-spid">
      <h2 id="senza-spid">{t('byEmail.title')}</h2>
      <p>{t(offered ? 'byEmail.way' : 'byEmail.notOffered')}</p>
      {offered ? (
        <p>
          <a className="btn btn-outline-primary" href={`/accedi/email?${new URLSearchParams({ returnTo })}`}>
            {t('byEmail.wayButton')}
          </a>
        </p>
      ) : null}
    </section>
  );
}
