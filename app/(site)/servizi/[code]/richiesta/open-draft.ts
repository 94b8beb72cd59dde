import { cache } from 'react';
import { isKnownEnough } from '#lib/access/by-email.ts';
import { mayFileAs } from '#lib/access/filing.ts';
import { mayOpenDraft, mayWrite } from '#lib/access/request-drafts.ts';
import type { CitizenSession, Session } from '#lib/access/session.ts';
import { currentSession } from '#lib/auth/session.ts';
import { sealTicket } from '#lib/auth/draft-ticket.ts';
import { composition } from '#lib/composition.ts';
import type { RequestMode } from '#lib/http/request-form.ts';
import { carryOver, type CarriedOver } from '#lib/procedures/requests/carry-over.ts';
import { requestSteps, type RequestStep } from '#lib/procedures/requests/request-steps.ts';
import { isOnline } from '#lib/procedures/types/is-online.ts';
import type { ProcedureType } from '#lib/procedures/types/procedure-type.ts';
import type { RequestDraft } from '#lib/store/request-drafts/request-drafts.ts';
import { loadType } from '../load-type.ts';

/** A request that is being written, by whom, as the version in force asks for it. */
export interface OpenDraft extends CarriedOver {
  session: CitizenSession;
  type: ProcedureType;
  mode: Extract<RequestMode, { kind: 'web' }>;
  steps: readonly RequestStep[];
  draft: RequestDraft;
  ticket: string;
}

export type DraftAtHand =
  | { kind: 'open'; open: OpenDraft }
  | { kind: 'signIn'; session: Session | null }
  | { kind: 'filed'; as: string }
  /** What it was a draft of is not filed here any more. */
  | { kind: 'noMore'; draft: RequestDraft }
  /** Another's, or none. */
  | { kind: 'missing' };

/** A draft for who looks, once in a request. */
export const openDraft = cache(async (code: string, id: string): Promise<DraftAtHand> => {
  const session = await currentSession();
  if (session?.kind !== 'citizen') return { kind: 'signIn', session };
  const { requestDrafts, procedureTypes, authSecret } = composition();
  const draft = await requestDrafts.find(session.agent, id);
  if (!draft || draft.type.code !== code || !mayOpenDraft(session, draft)) return { kind: 'missing' };
  if (draft.filedAs) return { kind: 'filed', as: draft.filedAs };
  const type = loadType(code);
  if (type && isOnline(type) && !isKnownEnough(session, type)) return { kind: 'signIn', session };
  if (!type || !mayWrite(session, type)) return { kind: 'noMore', draft };
  const former = procedureTypes.versions(code).find((one) => one.type.version === draft.type.version)?.type;
  const carried =
    former && former.version !== type.version
      ? carryOver(former, type, draft.answers)
      : { answers: draft.answers, changes: [] };
  return {
    kind: 'open',
    open: {
      ...carried,
      session,
      type,
      mode: modeOf(session, type),
      steps: stepsFor(session, type),
      draft,
      ticket: await sealTicket({ owner: session.agent, draft: id, type: code }, await authSecret()),
    },
  };
});

/** As whom a citizen files here. */
export const modeOf = (session: CitizenSession, { code }: ProcedureType): OpenDraft['mode'] => ({
  kind: 'web',
  name: session.name,
  knownBy: session.knownBy,
  represents: mayFileAs(session, code),
});

/** The pages of the form for somebody. */
export const stepsFor = (session: CitizenSession, type: ProcedureType): RequestStep[] =>
  requestSteps(type, mayFileAs(session, type.code).length > 0);
