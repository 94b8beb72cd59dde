import { answerProcedureTypes } from '#lib/http/answer-procedure-types.ts';

export const dynamic = 'force-dynamic';

export const GET = answerProcedureTypes;
