import type { ProcedureType } from '../types/procedure-type.ts';

/**
 * The application for access to the services of the archive, by which a scholar is admitted: strictly personal, for one topic, renewed each
 * calendar year (Norme per l'accesso ai servizi dell'Archivio Generale). What units are asked for comes afterwards, as often as one likes.
 */
export const accessApplication = 'domanda-accesso';

/** The field in which a request says what is studied. */
export const topicField = 'topic';

/** Whether requests of a type rest on it. */
export const restsOnAccess = (type: ProcedureType): boolean =>
  'documents' in type && type.documents.some(({ code }) => code === accessApplication);

/** Whether an application made for one topic serves for another: only if it is the same one, however it is written. */
export const servesFor = (given: string, asked: string): boolean =>
  folded(given) === folded(asked) && folded(asked) !== '';

const folded = (topic: string): string =>
  topic
    .normalize('NFKD')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
