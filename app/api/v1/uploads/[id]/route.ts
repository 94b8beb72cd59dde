import { answerEnd, answerOffset, answerPiece } from '#lib/http/uploads/answer-uploads.ts';
import { tusOptions } from '#lib/http/uploads/tus-headers.ts';

interface Place {
  params: Promise<{ id: string }>;
}

export const HEAD = async (request: Request, { params }: Place): Promise<Response> =>
  answerOffset(request, (await params).id);
export const PATCH = async (request: Request, { params }: Place): Promise<Response> =>
  answerPiece(request, (await params).id);
export const DELETE = async (request: Request, { params }: Place): Promise<Response> =>
  answerEnd(request, (await params).id);
export const OPTIONS = tusOptions;
