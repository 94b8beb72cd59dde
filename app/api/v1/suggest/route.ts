import { answerSuggest } from '#lib/http/answer-suggest.ts';

export const dynamic = 'force-dynamic';

export const GET = answerSuggest;
