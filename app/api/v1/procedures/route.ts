import { answerFiling } from '#lib/http/procedures/answer-filing.ts';
import { answerProcedureList } from '#lib/http/procedures/answer-procedure.ts';

export const dynamic = 'force-dynamic';

export const GET = answerProcedureList;
export const POST = answerFiling;
