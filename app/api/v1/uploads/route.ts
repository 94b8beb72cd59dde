import { answerBegin } from '#lib/http/uploads/answer-uploads.ts';
import { tusOptions } from '#lib/http/uploads/tus-headers.ts';

export const POST = answerBegin;
export const OPTIONS = tusOptions;
