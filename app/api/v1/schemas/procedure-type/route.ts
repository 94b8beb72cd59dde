import { answerTypeSchema } from '#lib/http/answer-procedure-types.ts';

export const GET = (): Promise<Response> => answerTypeSchema();
