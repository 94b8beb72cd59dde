import { freshAnswer } from '#lib/http/linked-data/fresh-answer.ts';
import { presentationType } from '#lib/records/iiif-resources.ts';

/** JSON of IIIF: in the type of its version where that is asked for, else as plain JSON (Presentation 3 §6.3). */
export function presentationAnswer(
  request: Request,
  body: unknown,
  changedAt: string | null,
  type: string = presentationType,
): Response {
  const isPlain = !/application\/ld\+json|\*\/\*/.test(request.headers.get('accept') ?? '*/*');
  return freshAnswer(request, JSON.stringify(body), {
    contentType: isPlain ? 'application/json' : type,
    changedAt,
    headers: { vary: 'accept' },
  });
}
