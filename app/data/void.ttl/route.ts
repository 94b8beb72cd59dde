import { answerVoid } from '#lib/http/linked-data/answer-description.ts';

export const GET = (request: Request): Promise<Response> => answerVoid(request);
