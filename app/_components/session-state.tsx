import { desksOf } from '#lib/access/desks.ts';
import { ownPath } from '#lib/auth/own-path.ts';
import { currentSession } from '#lib/auth/session.ts';
import { warnSeconds } from '#lib/auth/session-token.ts';
import { composition } from '#lib/composition.ts';
import { pageContext } from './page-context.ts';
import { SessionWarning } from './session-warning.tsx';
import { SignOutForm } from './sign-out-form.tsx';

/** Who is signed in, their desks and the way out; or the way in, where there is one. */
export async function SessionState() {
  const { t, lang, address, sessionEnds } = await pageContext();
  if (composition().signIn.kind === 'none') return null;
  const session = await currentSession();
  const returnTo = ownPath(address);
  if (!session) {
    const query = returnTo === '/' ? '' : `?${new URLSearchParams({ returnTo })}`;
    return (
      <p className="session-state">
        <a href={`/accedi${query}`} aria-current={address.split('?')[0] === '/accedi' ? 'page' : undefined}>
          {t('session.signIn')}
        </a>
      </p>
    );
  }
  return (
    <div className="session-state">
      <p>
        <span className="visually-hidden">{t('session.signedInAs')}</span> <strong>{session.name}</strong>
      </p>
      {desksOf(session).map(({ path, name }) => (
        <a key={path} href={path}>
          {name[lang]}
        </a>
      ))}
      <SignOutForm />
      {sessionEnds && (
        <SessionWarning
          ends={sessionEnds.getTime()}
          warnMilliseconds={warnSeconds * 1000}
          lang={lang}
          words={{
            warning: t('session.warning'),
            continue: t('session.continue'),
            over: t('session.over'),
            signIn: t('session.signIn'),
          }}
        />
      )}
    </div>
  );
}
