'use server';

import { redirect } from 'next/navigation';
import { requestTurn } from '#app/_components/request/request-turn.ts';
import { composition } from '#lib/composition.ts';
import type { FormState } from '#lib/http/form-view.ts';
import { loadDesk } from '../../load-desk.ts';

/** Registers what somebody brought to the counter, or sent. */
export async function fileAtDesk(code: string, before: FormState, data: FormData): Promise<FormState> {
  const { session } = await loadDesk();
  const { procedureTypes, today } = composition();
  const type = procedureTypes.findType(code, today());
  if (!type) redirect('/ufficio/nuova');
  const answer = await requestTurn({ type, session, before, data });
  if (answer.kind === 'filed') {
    const page = `/ufficio/pratiche/${answer.id}`;
    // Who has filed nothing gets no receipt.
    redirect(type.family === 'exOfficio' ? page : `${page}/ricevuta`);
  }
  return answer.state;
}
