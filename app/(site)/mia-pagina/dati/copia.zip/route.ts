import { Readable } from 'node:stream';
import { inBytes } from '#lib/http/fascicolo-archive.ts';
import { zipStream, type ZipEntry } from '#lib/http/zip-stream.ts';
import type { Language } from '#lib/i18n/language.ts';
import { ownDataHtml } from '#lib/projections/own-data-html.ts';
import { ownDataJson } from '#lib/projections/own-data-json.ts';
import type { OwnData } from '#lib/records/own-data.ts';
import { missingFile, sentFile } from '../../own-file.ts';
import { ownCopy } from '../own-copy.ts';

/** One's data to be read and for a program, in one file (GDPR arts. 15, 20). */
export async function GET(request: Request): Promise<Response> {
  const copy = await ownCopy(request);
  if (!copy) return missingFile();
  const { madeAt } = copy.data;
  const zip = zipStream(entriesOf(copy.data, copy.lang), new Date(madeAt));
  return sentFile(zip, 'application/zip', `i-miei-dati-${madeAt.slice(0, 10)}.zip`);
}

async function* entriesOf(data: OwnData, lang: Language): AsyncGenerator<ZipEntry> {
  yield { name: 'dati.html', open: () => Readable.from(inBytes(ownDataHtml(data, lang))) };
  yield { name: 'dati.json', open: () => Readable.from(inBytes(ownDataJson(data))) };
}
