import { composition } from '#lib/composition.ts';
import { keepsRegister } from '../../../load-register.ts';
import { noFile, sendFile } from '../../../send-file.ts';

interface Context {
  params: Promise<{ id: string }>;
}

/** A message as it came or went. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  if (!/^\d{1,18}$/.test(id) || !(await keepsRegister())) return noFile();
  const stream = await composition().protocol.openMessage(id);
  return stream ? sendFile(stream, `messaggio-${id}.eml`) : noFile();
}
