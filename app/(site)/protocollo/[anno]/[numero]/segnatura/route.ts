import { composition } from '#lib/composition.ts';
import { segnaturaXml } from '#lib/projections/segnatura-xml.ts';
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
  const { registration: one } = found;
  const { code, name } = procedureTypes.comune();
  const xml = segnaturaXml({
    administration: name.it,
    code,
    aoo: one.aoo,
    registration: { register: one.register, year: one.year, number: one.number, on: one.on },
    flow: one.flow,
    classification: one.classification,
    unit: one.unit,
    object: one.corrected.object ?? one.object,
    sender: one.corrected.sender ?? one.sender,
    recipients: one.corrected.recipients ?? one.recipients,
    document: { name: `documento.${one.format}`, hash: one.hash },
    attachments: one.attachments.map(({ title, hash }) => ({ name: title, hash })),
  });
  return sendFile(xml, 'segnatura.xml');
}
