import { answerCatalog } from '#lib/http/linked-data/answer-description.ts';

export const GET = (request: Request): Promise<Response> => answerCatalog(request);
