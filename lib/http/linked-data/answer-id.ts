import { composition } from '#lib/composition.ts';
import { chooseMediaType } from '#lib/http/choose-media-type.ts';
import { problem } from '#lib/http/problem.ts';
import { answering } from '#lib/http/read-json.ts';
import { languages } from '#lib/i18n/language.ts';
import { syntaxNames } from '#lib/linked-data/syntax-names.ts';
import type { Entity } from '#lib/store/reading/reading-store.ts';
import { goneAnswer, unknownAnswer } from './absent.ts';

const pages: Record<Entity['kind'], string> = { record: '/records', agent: '/agents', institution: '/institutions' };

const page = 'text/html';
const extensions = new Map([
  ...syntaxNames.map(({ mediaType, extension }): [string, string] => [mediaType, extension]),
  ['application/json', 'json'],
]);

/** The URI of a thing: 303 to what tells of it, in the form that suits who asks. */
export const answerId = (request: Request, id: string): Promise<Response> =>
  answering(async () => {
    const entity = await composition().store.findEntity(id);
    if (!entity) return unknownAnswer();
    if (entity.gone) return goneAnswer();
    const type = chooseMediaType(request.headers.get('accept'), [page, ...extensions.keys()]);
    if (type === null) return notAcceptable([page, ...extensions.keys()]);
    const data = extensions.get(type);
    const location = data ? `/data/${id}.${data}` : `${pages[entity.kind]}/${id}${languageOf(request)}`;
    return new Response(null, {
      status: 303,
      headers: {
        location,
        vary: 'accept',
        'access-control-allow-origin': '*',
        'cache-control': 'public, max-age=300',
        link: `</data/${id}.ttl>; rel="describedby"; type="text/turtle"`,
      },
    });
  });

/** What is had instead, for who asked for something else (RFC 9110 §15.5.7). */
export const notAcceptable = (types: readonly string[]): Response =>
  problem(406, `It is to be had as ${types.join(', ')}.`, [], { headers: { vary: 'accept' } });

/** A page is asked for in a language by its address; `Accept-Language` comes again with the next request. */
function languageOf(request: Request): string {
  const asked = new URL(request.url).searchParams.get('lang');
  return languages.some((language) => language === asked) ? `?lang=${asked}` : '';
}
