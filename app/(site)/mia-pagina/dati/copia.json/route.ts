import { Readable } from 'node:stream';
import { inBytes } from '#lib/http/fascicolo-archive.ts';
import { ownDataJson } from '#lib/projections/own-data-json.ts';
import { missingFile, sentFile } from '../../own-file.ts';
import { ownCopy } from '../own-copy.ts';

/** One's data for a program (GDPR art. 20). */
export async function GET(request: Request): Promise<Response> {
  const copy = await ownCopy(request);
  if (!copy) return missingFile();
  const body = Readable.from(inBytes(ownDataJson(copy.data)));
  return sentFile(body, 'application/json; charset=utf-8', `i-miei-dati-${copy.data.madeAt.slice(0, 10)}.json`);
}
