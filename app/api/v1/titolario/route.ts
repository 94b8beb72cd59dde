import { answerTitolario } from '#lib/http/answer-fascicoli.ts';

export const GET = answerTitolario;
