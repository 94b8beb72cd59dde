import { cache } from 'react';
import type { Permission } from '#lib/access/permission.ts';
import { mayAnswerForRegister, mayKeepRegister } from '#lib/access/protocol.ts';
import { currentSession, requireStaff } from '#lib/auth/session.ts';

export interface RegisterDesk {
  /** As the register names who does something. */
  by: string;
  keeps: Permission;
  answers: Permission;
}

/** Read once per request; who is not of the staff is sent to sign in. */
export const loadRegister = cache(async (): Promise<RegisterDesk> => {
  const session = await requireStaff();
  return { by: `officer:${session.member}`, keeps: mayKeepRegister(session), answers: mayAnswerForRegister(session) };
});

/** Whether who asks for a file keeps the register. */
export async function keepsRegister(): Promise<boolean> {
  return (await openerOfRegister()) !== null;
}

/** Who asks for a file, as the register names them; null for who does not keep it. */
export async function openerOfRegister(): Promise<string | null> {
  const session = await currentSession();
  return session?.kind === 'staff' && mayKeepRegister(session).allowed ? `officer:${session.member}` : null;
}
