'use server';

import { redirect } from 'next/navigation';
import { currentSession } from '#lib/auth/session.ts';
import { composition } from '#lib/composition.ts';

/** Ends every session of who asks, this one too: for who left one open elsewhere, or fears that somebody has it. */
export async function signOutEverywhere(): Promise<void> {
  const session = await currentSession();
  if (session) {
    const id = session.kind === 'staff' ? session.member : session.agent;
    await composition().sessions.endAll({ kind: session.kind, id }, new Date());
  }
  redirect('/esci');
}
