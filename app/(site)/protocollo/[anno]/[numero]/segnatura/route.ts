import { composition } from '#lib/composition.ts';
import { segnaturaXml } from '#lib/projections/segnatura-xml.ts';
import { segnaturaMessage } from '#lib/store/protocol/segnatura-message.ts';
import { keepsRegister } from '../../../load-register.ts';
import { noFile, sendFile } from '../../../send-file.ts';
import { readKey } from '../read-key.ts';

interface Context {
  params: Promise<{ anno: string; numero: string }>;
}

/** segnatura.xml of a registration. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const key = readKey(await params);
  if (!key || !(await keepsRegister())) return noFile();
  const { protocol, procedureTypes } = composition();
  const found = await protocol.findOne(key.year, key.number);
  if (!found) return noFile();
  const xml = segnaturaXml(
    segnaturaMessage(found.registration, procedureTypes.comune(), procedureTypes.titolari().versions()),
  );
  return sendFile(xml, 'segnatura.xml');
}
