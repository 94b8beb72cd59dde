'use server';

import { redirect } from 'next/navigation';
import { requestTurn } from '#app/_components/request/request-turn.ts';
import { mayFileAs } from '#lib/access/filing.ts';
import { currentSession } from '#lib/auth/session.ts';
import { composition } from '#lib/composition.ts';
import type { FormState } from '#lib/http/form-view.ts';
import { isOnline } from '#lib/procedures/types/is-online.ts';

/** Files what a citizen has asked for, for themselves or for whom they represent. */
export async function fileOnline(code: string, before: FormState, data: FormData): Promise<FormState> {
  const session = await currentSession();
  const { procedureTypes, today } = composition();
  const type = procedureTypes.findType(code, today());
  if (!type || !isOnline(type)) redirect('/servizi');
  if (session?.kind !== 'citizen')
    redirect(`/accedi?${new URLSearchParams({ returnTo: `/servizi/${code}/richiesta` })}`);
  const mode = { kind: 'web' as const, name: session.name, represents: mayFileAs(session, type.code) };
  const answer = await requestTurn({ type, mode, session, before, data });
  if (answer.kind === 'filed') redirect(`/servizi/${code}/richiesta/${answer.id}`);
  return answer.state;
}
