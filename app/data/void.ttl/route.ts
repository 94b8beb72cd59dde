import { answerVoid } from '#lib/http/linked-data/answer-description.ts';

export const dynamic = 'force-dynamic';

/** What the linked data are. */
export const GET = (request: Request): Promise<Response> => answerVoid(request);
