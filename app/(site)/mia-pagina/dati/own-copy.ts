import { mayAdminister } from '#lib/access/delegations/giving.ts';
import { composition } from '#lib/composition.ts';
import { ownDataOf } from '#lib/http/own-data.ts';
import { requestLanguage } from '#lib/http/request-language.ts';
import type { Language } from '#lib/i18n/language.ts';
import type { OwnData } from '#lib/records/own-data.ts';
import { fileFor } from '../own-file.ts';

/** All data of whom a request is for, and that a copy was taken; null for who may not. */
export async function ownCopy(request: Request): Promise<{ data: OwnData; lang: Language } | null> {
  const found = await fileFor(request);
  if (!found || !mayAdminister(found.session, found.agent)) return null;
  const lang = requestLanguage(request, undefined);
  const { session, agent, reach } = found;
  const data = await ownDataOf({ session, agent, reach, lang }, composition());
  if (data) await composition().ownData.noteExport({ agent, by: session.agent });
  return data && { data, lang };
}
