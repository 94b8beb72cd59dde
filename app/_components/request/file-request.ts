import { pageContext } from '#app/_components/page-context.ts';
import type { Session } from '#lib/access/session.ts';
import { composition } from '#lib/composition.ts';
import type { FormNotice } from '#lib/http/form-view.ts';
import type { ReadRequest } from '#lib/http/read-request.ts';
import { requestHash } from '#lib/http/request-hash.ts';
import type { ProcedureType } from '#lib/procedures/types/procedure-type.ts';
import type { Actor, FilingRequest, GivenFile } from '#lib/store/procedures/procedure-store.ts';

export interface SoundRequest {
  read: ReadRequest;
  /** The request as it came; null where it came as data. */
  request: GivenFile | null;
  documents: FilingRequest['documents'];
  /** What was declared with it. */
  declared?: readonly string[];
  type: ProcedureType;
  session: Session;
  /** By which it is known again when it is sent twice. */
  key: string;
  draft?: FilingRequest['draft'];
  /** The contact at the front office in which it is filed. */
  contact?: string | undefined;
}

/** Files a request that was read and found sound; or says why it cannot be registered. */
export async function fileRequest(
  given: SoundRequest,
): Promise<{ kind: 'filed'; id: string } | { kind: 'refused'; notice: FormNotice }> {
  const { read, request, documents, declared, type, session, key, draft, contact } = given;
  const { t, lang } = await pageContext();
  const actor: Actor =
    session.kind === 'staff' ? { kind: 'officer', id: session.member } : { kind: 'citizen', id: session.agent };
  const { channel, identification, identified, parties, answers, call, subject, place } = read;
  const typed = Buffer.from(
    JSON.stringify({
      type: type.code,
      version: type.version,
      channel,
      ...(identified ? { identified } : {}),
      parties,
      answers,
      call,
      subject,
      declared,
    }),
  );
  const units = 'fields' in type ? type.fields.find(({ kind }) => kind === 'archivalUnit') : undefined;
  const about = units ? [answers[units.name]].flat()[0] : null;
  const result = await composition().procedures.fileProcedure(
    {
      type: type.code,
      channel,
      identification,
      parties,
      answers,
      subject,
      place,
      request: request ?? { bytes: typed, format: 'json', fileName: null },
      documents,
      externalReferences: [],
      aboutRecord: typeof about === 'string' ? about : null,
      call,
      idempotency: {
        client: `form:${actor.id}`,
        key: key.slice(0, 100),
        requestHash: requestHash(typed, [request, ...documents]),
      },
      draft,
      contact: contact && identified ? { code: contact, identified } : undefined,
    },
    actor,
  );
  const refused = (lines: string[]) => ({ kind: 'refused' as const, notice: { title: t('request.refused'), lines } });
  switch (result.kind) {
    case 'filed':
      return { kind: 'filed', id: result.receipt.id };
    case 'refused':
    case 'notAdmitted':
      return refused(result.reasons.map(({ text, article }) => (article ? `${text[lang]} (${article})` : text[lang])));
    case 'keyReused':
    case 'referenceTaken':
      return refused([t('request.sentAlready')]);
  }
}
