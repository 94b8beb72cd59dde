import { pageContext } from '#app/_components/page-context.ts';
import { browserName } from '#lib/http/browser-name.ts';
import { instantInWords } from '#lib/i18n/dates.ts';
import type { OpenSession } from '#lib/store/sessions/session-store.ts';
import { signOutEverywhere } from './sign-out-everywhere.ts';

/** Where one is signed in, this device first and told as such, and the way out of all of it. */
export async function OpenSessions({ sessions, here }: { sessions: readonly OpenSession[]; here: string | null }) {
  const { t, lang } = await pageContext();
  return (
    <section className="open-sessions" aria-labelledby="open-sessions">
      <h2 id="open-sessions">{t('signOut.where')}</h2>
      <ul>
        {sessions
          .toSorted((one, other) => Number(other.id === here) - Number(one.id === here))
          .map(({ id, browser, began, seen }) => {
            const name = browserName(browser);
            return (
              <li key={id}>
                <strong>
                  {[name?.browser, name?.system].filter(Boolean).join(', ') || t('signOut.unknownBrowser')}
                </strong>
                {id === here ? <span className="session-here">{t('signOut.here')}</span> : null}
                <br />
                <span className="session-when">
                  {t('signOut.since', { began: instantInWords(began, lang), seen: instantInWords(seen, lang) })}
                </span>
              </li>
            );
          })}
      </ul>
      <form action={signOutEverywhere}>
        <button type="submit" className="btn btn-outline-primary">
          {t('signOut.everywhere')}
        </button>
      </form>
    </section>
  );
}
