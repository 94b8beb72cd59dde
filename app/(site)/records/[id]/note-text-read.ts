import { currentSession } from '#lib/auth/session.ts';
import { composition } from '#lib/composition.ts';
import { noteSeen } from '#lib/http/images/image-viewer.ts';

/** Writes down that who is here reads what is written on a page that is not for everybody; of everybody else's reading nothing is kept. */
export async function noteTextRead(recordId: string, imageId: string): Promise<void> {
  const session = await currentSession();
  if (session !== null) await noteSeen(composition(), { id: imageId, recordId }, { session });
}
