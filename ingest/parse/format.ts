import type { SourceFormat } from '#ingest/draft.ts';

export type DocumentFormat = SourceFormat | 'icar-import' | 'oai-pmh';

const ead3 = /^https?:\/\/ead3\.archivists\.org\/schema\/(undeprecated\/)?$/;
/** EAD 2002, also under the names that the Library of Congress and the Swedish National Archives (`RA_EAD`) give it. */
const ead2002 = /^(urn:isbn:1-931666-22-9|https?:\/\/www\.loc\.gov\/ead\/?.*|https?:\/\/xml\.ra\.se\/EAD\/?|)$/;
const eac2 = /^(https?:\/\/archivists\.org\/ns\/eac\/v2\/?|)$/;
const eac2010 = /^(urn:isbn:1-931666-33-4|https?:\/\/www\.archivists\.org\/eac.*|)$/;
const eag = /^(https?:\/\/www\.archivesportaleurope\.(net|eu)\/(Portal\/)?(profiles\/)?(eag|EAG)(_2012)?\/?.*|)$/;
const scons = /^(https?:\/\/www\.san\.beniculturali\.it\/scons2?|)$/;

/** Which format a root element begins; null when it is none of ours. EAD without namespace may still prove to be EAD3. */
export function formatOf(namespace: string, name: string): DocumentFormat | null {
  switch (name) {
    case 'ead':
      if (ead3.test(namespace)) return 'ead3';
      return ead2002.test(namespace) ? 'ead2002' : null;
    case 'eac':
      return eac2.test(namespace) ? 'eac2' : null;
    case 'eac-cpf':
      return eac2010.test(namespace) ? 'eac2010' : null;
    case 'eag':
      return eag.test(namespace) ? 'eag2012' : null;
    case 'scons':
      return scons.test(namespace) ? 'scons2' : null;
    case 'icar-import':
      return 'icar-import';
    case 'OAI-PMH':
      return namespace === 'http://www.openarchives.org/OAI/2.0/' || namespace === '' ? 'oai-pmh' : null;
    default:
      // ICAR-IMPORT 1.x has the list of records for its root.
      return /icar-import/.test(namespace) && /^(listRecords|import)$/.test(name) ? 'icar-import' : null;
  }
}
