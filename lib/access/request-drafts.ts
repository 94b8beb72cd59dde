import { isOnline } from '#lib/procedures/types/is-online.ts';
import type { ProcedureType } from '#lib/procedures/types/procedure-type.ts';
import { isKnownEnough } from './by-email.ts';
import type { CitizenSession, Session } from './session.ts';

/** Whether somebody may write a request of a type on this site: a citizen who is known well enough for it, where it can be filed here. */
export const mayWrite = (session: Session | null, type: ProcedureType): session is CitizenSession =>
  session?.kind === 'citizen' && isOnline(type) && isKnownEnough(session, type);

/** A draft is opened by who writes it: not by whom it is for, nor by anybody who works here. */
export const mayOpenDraft = (session: Session | null, draft: { owner: string }): boolean =>
  session?.kind === 'citizen' && session.agent === draft.owner;
