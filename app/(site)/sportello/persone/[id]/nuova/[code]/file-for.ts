'use server';

import { redirect } from 'next/navigation';
import { pageContext } from '#app/_components/page-context.ts';
import { requestTurn } from '#app/_components/request/request-turn.ts';
import { composition } from '#lib/composition.ts';
import type { FormState } from '#lib/http/form-view.ts';
import { formAgain } from '#lib/http/forms/form-again.ts';
import { rawForm } from '#lib/http/raw-form.ts';
import { loadPerson } from '../../../../load-person.ts';
import { personPath } from '../../../../served-places.ts';
import { mayFileWith } from '../may-file-with.ts';
import { servedApplicant } from './served-applicant.ts';

/** Registers a request of who stands at the counter, who was identified and has signed; the receipt is there at once. */
export async function fileFor(
  { id, code }: { id: string; code: string },
  before: FormState,
  data: FormData,
): Promise<FormState> {
  const { t, lang } = await pageContext();
  const { procedureTypes, today } = composition();
  const type = procedureTypes.findType(code, today());
  if (!type) redirect(`${personPath(id)}/nuova`);
  const again = formAgain(before, rawForm(data));
  const at = await loadPerson(id);
  // Ended in another window, or the day is over: what was typed stays.
  if (at.kind !== 'open')
    return again({
      notice: {
        title: t('counter.over'),
        lines: [t('counter.overText')],
        links: [{ href: personPath(id), label: t('counter.beginAgain'), apart: true }],
      },
    });
  const { served } = at;
  const permission = mayFileWith(served, type);
  if (!permission.allowed)
    return again({ notice: { title: t('request.refused'), lines: [permission.reason.text[lang]] } });
  const answer = await requestTurn({
    type,
    session: served.counter.session,
    before,
    data,
    served: await servedApplicant(served),
  });
  if (answer.kind === 'filed') redirect(`${personPath(id)}/pratiche/${answer.id}/ricevuta`);
  return answer.state;
}
