import { z } from 'zod';
import { composition } from '#lib/composition.ts';
import { asClient } from '#lib/http/client-auth.ts';
import { privateJson, problem } from '#lib/http/problem.ts';
import { answering } from '#lib/http/read-json.ts';
import { isIdentifier } from '#lib/records/identifier.ts';
import { reachOfClient } from '#lib/store/api-clients.ts';
import { toDeadlineJson } from './deadline-json.ts';
import { caseUrl, toProcedureJson } from './procedure-json.ts';

/** The parameters of `/api/v1/procedures/{id}`. */
export const procedureParametersSchema = z.object({
  after: z.coerce.number().int().min(0).max(1_000_000).default(0).describe('Events after this number'),
});

/** The parameters of `GET /api/v1/procedures`. */
export const procedureListParametersSchema = z.object({
  reference: z
    .string()
    .max(300)
    .regex(/^[A-Za-z0-9_-]{1,40}:.{1,200}$/, 'must be SCHEME:VALUE')
    .describe('An identifier of another system, SCHEME:VALUE, e.g. CUI:…'),
});

const unknown = () => problem(404, 'No procedure within reach of this API key bears this id.');

/** `GET /api/v1/procedures/{id}` */
export const answerProcedure = (request: Request, id: string): Promise<Response> =>
  answering(() =>
    asClient(composition(), request, 'procedures:read', async (client) => {
      const after = new URL(request.url).searchParams.get('after') || undefined;
      const asked = procedureParametersSchema.safeParse({ after });
      if (!asked.success)
        return problem(400, 'A parameter cannot be used.', [
          { parameter: 'after', message: 'must be a number of an event' },
        ]);
      const { procedures, baseUrl } = composition();
      const reach = reachOfClient(client);
      if (!isIdentifier(id)) return unknown();
      const [view, events] = await Promise.all([
        procedures.findCase(id, reach),
        procedures.listEvents(id, reach, { after: asked.data.after }),
      ]);
      return view && events ? privateJson(toProcedureJson(view, events, baseUrl, client.id)) : unknown();
    }),
  );

/** `GET /api/v1/procedures/{id}/deadline` */
export const answerDeadline = (request: Request, id: string): Promise<Response> =>
  answering(() =>
    asClient(composition(), request, 'procedures:read', async (client) => {
      const { procedures, baseUrl } = composition();
      const view = isIdentifier(id) ? await procedures.findCase(id, reachOfClient(client)) : null;
      return view ? privateJson(toDeadlineJson(view, baseUrl)) : unknown();
    }),
  );

/** `GET /api/v1/procedures?reference=SCHEME:VALUE` */
export const answerProcedureList = (request: Request): Promise<Response> =>
  answering(() =>
    asClient(composition(), request, 'procedures:read', async (client) => {
      const reference = new URL(request.url).searchParams.get('reference') ?? '';
      const asked = procedureListParametersSchema.safeParse({ reference });
      if (!asked.success)
        return problem(400, 'A parameter cannot be used.', [
          { parameter: 'reference', message: 'must be SCHEME:VALUE' },
        ]);
      const { procedures, baseUrl } = composition();
      const [scheme = '', ...value] = asked.data.reference.split(':');
      const id = await procedures.findByReference(scheme, value.join(':'), reachOfClient(client));
      return privateJson({ items: id === null ? [] : [{ id, url: caseUrl(baseUrl, id) }] });
    }),
  );
