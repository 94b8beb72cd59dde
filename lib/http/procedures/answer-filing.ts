import { composition } from '#lib/composition.ts';
import { checkAnswers, type AnswerViolation } from '#lib/procedures/cases/check-answers.ts';
import type { ApiClient } from '#lib/store/api-clients.ts';
import { asClient } from '#lib/http/client-auth.ts';
import { idempotencyOf, keyWanted } from '#lib/http/idempotency-header.ts';
import { privateJson, problem, type Violation } from '#lib/http/problem.ts';
import { readBytes, readJson } from '#lib/http/read-body.ts';
import { answering } from '#lib/http/read-json.ts';
import { filingBodySchema, longestFiling, partiesOf, type FilingBody } from './filing-body.ts';
import { toReceiptJson } from './procedure-json.ts';
import { notAdmittedProblem } from './not-admitted-problem.ts';
import { refusedProblem } from './refused-problem.ts';

/** `POST /api/v1/procedures`: files a request as another system. */
export const answerFiling = (request: Request): Promise<Response> =>
  answering(() => asClient(composition(), request, 'procedures:file', (client) => fileAs(client, request)));

async function fileAs(client: ApiClient, request: Request): Promise<Response> {
  const bytes = await readBytes(request, longestFiling);
  if (!bytes) return problem(413, `A filing has at most ${longestFiling} bytes; enclosures are sent one by one.`);
  const idempotency = idempotencyOf(request, client, bytes);
  if (!idempotency) return problem(400, 'A header is missing or cannot be used.', [keyWanted]);
  const read = readJson(bytes);
  if (read.violation) return problem(400, 'The body cannot be used.', [read.violation]);
  const parsed = filingBodySchema.safeParse(read.value);
  if (!parsed.success) return problem(400, 'The body cannot be used.', parsed.error.issues.map(toViolation));
  const body = parsed.data;
  if (!client.types.includes('*') && !client.types.includes(body.type))
    return problem(403, 'This API key is not for requests of this type.');
  const { procedures, procedureTypes, today, baseUrl } = composition();
  const type = procedureTypes.findType(body.type, today());
  if (!type)
    return problem(400, 'The body cannot be used.', [
      { parameter: 'type', message: 'no published type bears this code' },
    ]);
  const found = checkAnswers(type, { answers: body.answers, documents: [], parties: namedParties(body) });
  const wrong = found.filter(({ code }) => code !== 'missing');
  if (wrong.length > 0) return problem(400, 'The answers are not what the type asks for.', wrong.map(answerViolation));
  const own = type.family === 'exOfficio';
  const result = await procedures.fileProcedure(
    {
      type: body.type,
      channel: body.channel ?? (own ? 'exOfficio' : 'otherSystem'),
      identification: body.identification ?? (own ? 'none' : 'otherSystem'),
      parties: partiesOf(body),
      answers: body.answers,
      subject: body.subject,
      place: body.place,
      request: { bytes, format: 'json', fileName: null },
      documents: [],
      externalReferences: body.externalReferences,
      aboutRecord: body.aboutRecord,
      call: body.call,
      idempotency,
    },
    { kind: 'client', id: client.id },
  );
  switch (result.kind) {
    case 'keyReused':
      return problem(422, 'This Idempotency-Key was sent before with another request.');
    case 'referenceTaken':
      return problem(409, `Another procedure bears ${result.scheme}:${result.value} already.`);
    case 'notAdmitted':
      return notAdmittedProblem(result);
    case 'refused':
      return refusedProblem('The request cannot be filed.', result);
    case 'filed': {
      const missing = found.map(({ part, name, message }) => ({ part, name, message }));
      const receipt = toReceiptJson(result.receipt, missing, baseUrl);
      return privateJson(receipt, 201, {
        location: receipt.url,
        ...(result.replayed ? { 'idempotent-replayed': 'true' } : {}),
      });
    }
  }
}

/** Agents are not known before the filing: positions stand for them. */
const namedParties = ({ parties }: FilingBody) =>
  parties.map(({ role, actsFor }, i) => ({
    agent: String(i),
    role,
    actsFor: actsFor === null ? null : String(actsFor),
  }));

export const toViolation = ({ path, message }: { path: PropertyKey[]; message: string }): Violation => ({
  parameter: path.map(String).join('.'),
  message,
});

const answerViolation = ({ part, name, message }: AnswerViolation): Violation => ({
  parameter: part === 'answer' ? `answers.${name}` : `${part}.${name}`,
  message: message.en,
});
