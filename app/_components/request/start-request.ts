import { randomUUID } from 'node:crypto';
import { pageContext } from '#app/_components/page-context.ts';
import type { FormState } from '#lib/http/form-view.ts';
import { rawForm } from '#lib/http/raw-form.ts';
import { fillView, type RequestMode } from '#lib/http/request-form.ts';
import type { ProcedureType } from '#lib/procedures/types/procedure-type.ts';

/** The first page of the form of a request; `about`: the archival unit that it starts from. */
export async function startRequest(type: ProcedureType, mode: RequestMode, about: string | null): Promise<FormState> {
  const { t, lang } = await pageContext();
  const data = new FormData();
  // A form that is sent twice is one request.
  data.set('key', randomUUID());
  const units = 'fields' in type ? type.fields.find(({ kind }) => kind === 'archivalUnit') : undefined;
  if (units && about) data.set(`a.${units.name}.0.id`, about);
  return { form: fillView({ type, mode, raw: rawForm(data), t, lang }), problems: [], notice: null, turn: 0 };
}
