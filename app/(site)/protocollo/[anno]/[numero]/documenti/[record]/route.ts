import { currentSession } from '#lib/auth/session.ts';
import { composition } from '#lib/composition.ts';
import { noteLookAtDocument } from '#lib/http/note-look.ts';
import { keepsRegister } from '../../../../load-register.ts';
import { noFile, sendFile } from '../../../../send-file.ts';
import { readKey } from '../../read-key.ts';

interface Context {
  params: Promise<{ anno: string; numero: string; record: string }>;
}

/** A document of a registration, to be saved; of a case, its parties read that somebody had it. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const given = await params;
  const key = readKey(given);
  if (!key || !(await keepsRegister())) return noFile();
  const file = await composition().protocol.openFile(key.year, key.number, given.record);
  if (file) await noteLookAtDocument(await currentSession(), given.record, composition());
  return file ? sendFile(file.stream, `prot-${key.year}-${key.number}-${given.record}.${file.format}`) : noFile();
}
