import { problem } from '#lib/http/problem.ts';

/** Hidden and never minted are told alike. */
export const unknownAnswer = (): Response => problem(404, 'Nothing public bears this id.');

export const goneAnswer = (): Response => problem(410, 'What bore this id was deleted.');
