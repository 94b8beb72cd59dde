import { answerFascicoli } from '#lib/http/answer-fascicoli.ts';

export const GET = answerFascicoli;
