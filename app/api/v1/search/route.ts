import { answerSearch } from '#lib/http/answer-search.ts';

export const dynamic = 'force-dynamic';

export const GET = answerSearch;
