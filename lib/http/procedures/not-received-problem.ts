import { problem } from '#lib/http/problem.ts';
import type { NotReceived } from '#lib/store/documents/receive.ts';
import { longestDocument } from './document-upload.ts';

export const tooLongProblem = () => problem(413, `A document has at most ${longestDocument} bytes.`);

/** Why the bytes of a document could not be taken. */
export function notReceivedProblem({ kind }: NotReceived): Response {
  switch (kind) {
    case 'empty':
      return problem(400, 'The document cannot be taken.', [{ parameter: 'file', message: 'has no bytes' }]);
    case 'tooLong':
      return tooLongProblem();
    case 'noSpace':
      return problem(507, 'There is no room for this document now; nothing of it was kept.');
    case 'cut':
      return problem(400, 'The connection ended before the document did; nothing of it was kept.');
  }
}
