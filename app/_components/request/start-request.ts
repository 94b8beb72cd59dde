import { randomUUID } from 'node:crypto';
import { pageContext } from '#app/_components/page-context.ts';
import type { ServedApplicant } from '#lib/http/counter/identified-form.ts';
import type { FormState } from '#lib/http/form-view.ts';
import { rawForm } from '#lib/http/raw-form.ts';
import { fillView } from '#lib/http/request-form.ts';
import type { ProcedureType } from '#lib/procedures/types/procedure-type.ts';

/** The first page of the form of a request at the counter. @param served at the front office: for whom */
export async function startRequest(type: ProcedureType, served?: ServedApplicant): Promise<FormState> {
  const { t, lang } = await pageContext();
  const data = new FormData();
  // A form that is sent twice is one request.
  data.set('key', randomUUID());
  return { form: fillView({ type, raw: rawForm(data), served, t, lang }), problems: [], notice: null, turn: 0 };
}
