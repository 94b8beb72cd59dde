import { answerSubscribe, answerSubscriptions } from '#lib/http/procedures/answer-webhooks.ts';

export const dynamic = 'force-dynamic';

export const GET = answerSubscriptions;
export const POST = answerSubscribe;
