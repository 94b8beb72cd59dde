import { composition } from '#lib/composition.ts';
import { contentDisposition } from '#lib/http/content-disposition.ts';
import { answering } from '#lib/http/read-json.ts';
import { translator } from '#lib/i18n/translate.ts';
import { toEad3 } from '#lib/projections/ead3.ts';
import { walkFindingAid } from '#lib/store/dissemination/walk-finding-aid.ts';
import { foundRoot } from './found-root.ts';
import { streamedText } from './streamed-text.ts';

/** `/data/{id}.ead.xml`: a record with all that lies below it as EAD3, while it is read from the store. */
export const answerEad3 = (request: Request, id: string): Promise<Response> =>
  answering(async () => {
    const found = await foundRoot(id);
    if ('answer' in found) return found.answer;
    const { pool, baseUrl } = composition();
    const site = { baseUrl, name: translator('it')('site.name') };
    return streamedText(request, () => toEad3(found.root, walkFindingAid(pool, id), site), {
      'content-type': 'application/xml; charset=utf-8',
      'content-disposition': contentDisposition('inline', `${id}.ead.xml`),
      'access-control-allow-origin': '*',
      'cache-control': 'public, max-age=60',
      'x-content-type-options': 'nosniff',
    });
  });
