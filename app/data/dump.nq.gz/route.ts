import { answerDump } from '#lib/http/linked-data/answer-dump.ts';

export const dynamic = 'force-dynamic';

/** All public data as N-Quads. */
export const GET = (request: Request): Promise<Response> => answerDump(request, true);
export const HEAD = (request: Request): Promise<Response> => answerDump(request, false);
