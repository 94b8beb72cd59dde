import type { ReactNode } from 'react';
import { isByEmail } from '#lib/access/by-email.ts';
import { currentSession } from '#lib/auth/session.ts';
import { ByEmailBar } from './by-email-bar.tsx';
import { MineBar } from './mine-bar.tsx';

/**
 * Above every page of what is one's own: in whose name one is there, what is to be read, and, while it is open, that something is new. Who is not
 * signed in is sent to sign in by the page itself.
 */
export default async function MineLayout({ children }: { children: ReactNode }) {
  const session = await currentSession();
  if (session?.kind !== 'citizen') return children;
  return (
    <>
      <MineBar session={session} />
      {isByEmail(session) ? <ByEmailBar /> : null}
      {children}
    </>
  );
}
