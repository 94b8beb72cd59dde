import { loadText } from '#app/_components/viewer/load-viewer.ts';
import { problem } from '#lib/http/problem.ts';
import { answering } from '#lib/http/read-json.ts';
import { noteTextRead } from '../../note-text-read.ts';
import { readerOf } from '../reader.ts';

/** Longer than what anybody looks for. */
const longestQuery = 500;

/** What is written on a page, with the words of `q` marked. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string; imageId: string }> },
): Promise<Response> {
  return answering(async () => {
    const { id, imageId } = await params;
    const reader = await readerOf(id);
    if (reader?.sight.kind !== 'whole') return problem(404, 'There is nothing here that anybody may read.');
    const words = new URL(request.url).searchParams.get('q')?.slice(0, longestQuery) ?? null;
    const text = await loadText(id, imageId, words);
    if (text && reader.reserved) await noteTextRead(id, imageId);
    return reader.answer(text);
  });
}
