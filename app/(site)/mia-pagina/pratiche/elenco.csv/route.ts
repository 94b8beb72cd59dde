import { Readable } from 'node:stream';
import { composition } from '#lib/composition.ts';
import { inBytes } from '#lib/http/fascicolo-archive.ts';
import { myCaseLines } from '#lib/http/my-case-lines.ts';
import { myTableParameters } from '#lib/http/my-table-parameters.ts';
import { requestLanguage } from '#lib/http/request-language.ts';
import { myCasesCsv } from '#lib/projections/my-cases-csv.ts';
import { fileFor, missingFile, sentFile } from '../../own-file.ts';

/** The table as it is narrowed, as CSV. */
export async function GET(request: Request): Promise<Response> {
  const found = await fileFor(request);
  if (!found) return missingFile();
  const { filter } = myTableParameters(Object.fromEntries(new URL(request.url).searchParams));
  const lines = myCaseLines({ agent: found.agent, reach: found.reach }, filter, composition());
  const body = Readable.from(inBytes(myCasesCsv(lines, requestLanguage(request, undefined))));
  return sentFile(body, 'text/csv; charset=utf-8', `pratiche-${composition().today()}.csv`);
}
