import { composition } from '#lib/composition.ts';
import { contentDisposition } from '#lib/http/content-disposition.ts';
import { answering } from '#lib/http/read-json.ts';
import { toFindingAidCsv } from '#lib/projections/finding-aid-csv.ts';
import { walkFindingAid } from '#lib/store/dissemination/walk-finding-aid.ts';
import { foundRoot } from './found-root.ts';
import { streamedText } from './streamed-text.ts';

/** `/records/{id}/inventario.csv`: one line a unit, for spreadsheets. */
export const answerCsv = (request: Request, id: string): Promise<Response> =>
  answering(async () => {
    const found = await foundRoot(id);
    if ('answer' in found) return found.answer;
    const { pool, baseUrl } = composition();
    const needs = { digitalObjects: false, related: false };
    return streamedText(request, () => toFindingAidCsv(walkFindingAid(pool, id, needs), { baseUrl }), {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': contentDisposition('attachment', `inventario-${id}.csv`),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
  });
