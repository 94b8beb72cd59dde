import { z } from 'zod';
import { composition } from '#lib/composition.ts';
import { asClient } from '#lib/http/client-auth.ts';
import { privateJson, problem } from '#lib/http/problem.ts';
import { answering } from '#lib/http/read-json.ts';
import { isIdentifier } from '#lib/records/identifier.ts';
import { reachOfClient } from '#lib/store/api-clients.ts';
import { documentJsonSchema, isForClient, toDocumentJson } from './document-json.ts';
import { documentsUrl } from './procedure-json.ts';

/** The parameters of `/api/v1/procedures/{id}/documents`. */
export const documentsParametersSchema = z.object({
  after: z.coerce
    .number({ message: 'must be a place in the fascicolo' })
    .int()
    .min(0)
    .max(2_000_000_000)
    .default(0)
    .describe('Documents after this place in the fascicolo'),
  limit: z.coerce.number({ message: 'must be a number' }).int().min(1).max(200).default(100),
});

export const documentsJsonSchema = z.object({
  items: z
    .array(
      documentJsonSchema.extend({
        place: z.number().describe('In the fascicolo, from 1'),
        destroyedOn: z.string().nullable().describe('yyyy-mm-dd; discarded with a permit: its bytes are no more'),
      }),
    )
    .describe('In the order in which they joined; fewer than the limit where the office’s own are among them'),
  next: z.string().nullable(),
});

const unknown = () => problem(404, 'No procedure within reach of this API key bears this id.');

/** `GET /api/v1/procedures/{id}/documents`: all of them, by pages, whatever their number. */
export const answerDocuments = (request: Request, id: string): Promise<Response> =>
  answering(() =>
    asClient(composition(), request, 'procedures:read', async (client) => {
      const given = new URL(request.url).searchParams;
      const asked = documentsParametersSchema.safeParse({
        after: given.get('after') || undefined,
        limit: given.get('limit') || undefined,
      });
      if (!asked.success) {
        const violations = asked.error.issues.map(({ path, message }) => ({
          parameter: String(path[0] ?? ''),
          message,
        }));
        return problem(400, 'A parameter cannot be used.', violations);
      }
      const { procedures, baseUrl } = composition();
      const { after, limit } = asked.data;
      const page = isIdentifier(id)
        ? await procedures.listDocuments(id, reachOfClient(client), { after, limit })
        : null;
      if (!page) return unknown();
      const items = page.items
        .filter((one) => isForClient(one, client.id))
        .map((one) => ({ ...toDocumentJson(one), place: one.ordinal, destroyedOn: one.destroyedOn }));
      const next = page.next === null ? null : `${documentsUrl(baseUrl, id)}?after=${page.next}&limit=${limit}`;
      return privateJson({ items, next } satisfies z.infer<typeof documentsJsonSchema>);
    }),
  );
