import { answerCatalog } from '#lib/http/linked-data/answer-description.ts';

export const dynamic = 'force-dynamic';

/** The open data of the site. */
export const GET = (request: Request): Promise<Response> => answerCatalog(request);
