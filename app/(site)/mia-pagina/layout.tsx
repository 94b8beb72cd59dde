import type { ReactNode } from 'react';
import { currentSession } from '#lib/auth/session.ts';
import { MineBar } from './mine-bar.tsx';

/** Every page of what is one's own says above it in whose name one is there. Who is not signed in is sent to sign in by the page itself. */
export default async function MineLayout({ children }: { children: ReactNode }) {
  const session = await currentSession();
  return (
    <>
      {session?.kind === 'citizen' ? <MineBar /> : null}
      {children}
    </>
  );
}
