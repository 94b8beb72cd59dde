import type { Reason } from './decision.ts';
import { reason } from './reason.ts';
import type { Standing } from './standing.ts';

/** Documents are asked for by the names that the type gives them: what has none is asked for in words. */
export function askedBars(asked: readonly string[], { context: { type } }: Standing): Reason[] {
  const known = 'documents' in type ? type.documents.map(({ code }) => code) : [];
  return asked
    .filter((code) => !known.includes(code))
    .map((code) =>
      reason(
        'noSuchDocument',
        `«${code}» non è fra i documenti di questo procedimento`,
        `"${code}" is not among the documents of this procedure`,
      ),
    );
}
