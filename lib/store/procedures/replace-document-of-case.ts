import { notAdmitted } from '#lib/procedures/cases/not-admitted.ts';
import { replaceDocument, type ReplaceResult } from '#lib/store/documents/replace-document.ts';
import { actorName } from './actor.ts';
import type { Desk } from './desk.ts';
import { lockCase } from './lock-case.ts';
import type { ReplaceRequest } from './procedure-writing.ts';

/** A new version of a document of a case within reach, looked at for viruses and kept first. */
export async function replaceDocumentOfCase(desk: Desk, request: ReplaceRequest): Promise<ReplaceResult> {
  const { id, record, reach, file, reason, expected, idempotency } = request;
  const by = actorName(request.actor);
  const admitted =
    'kept' in file
      ? { kind: 'admitted' as const, kept: file.kept }
      : await desk.gate.admitGiven(file, { by, about: id });
  if (admitted.kind !== 'admitted') return notAdmitted(admitted, file.fileName);
  const { kept } = admitted;
  const { format, fileName } = file;
  const at = desk.now();
  return replaceDocument(
    desk.pool,
    { fascicolo: id, record, kept, format, fileName, reason, expected, by, at, idempotency },
    async (client) => {
      const locked = await lockCase(client, id, reach);
      return locked && { closed: locked.procedure.state === 'closed' };
    },
  );
}
