import { composition } from '#lib/composition.ts';
import { answering } from '#lib/http/read-json.ts';
import { requestLanguage } from '#lib/http/request-language.ts';
import { dayInWords } from '#lib/i18n/dates.ts';
import { languageHeader, languages, type Language } from '#lib/i18n/language.ts';
import { toMarkup } from '#lib/records/markup-text.ts';
import { translator } from '#lib/i18n/translate.ts';
import { toFindingAidHtml } from '#lib/projections/finding-aid-html.ts';
import { readContents } from '#lib/store/dissemination/read-contents.ts';
import { walkFindingAid } from '#lib/store/dissemination/walk-finding-aid.ts';
import { foundRoot } from './found-root.ts';
import { inventoryWords } from './inventory-words.ts';
import { streamedText } from './streamed-text.ts';

/** Units beyond which a browser can't lay out a page: some thousand sheets. */
export const mostPrinted = 20_000;

/** `/records/{id}/stampa`: the finding aid as a book, to be printed or kept as PDF. */
export const answerPrint = (request: Request, id: string): Promise<Response> =>
  answering(async () => {
    const found = await foundRoot(id);
    if ('answer' in found) return found.answer;
    const { root } = found;
    const lang = languageOf(request);
    const { pool, baseUrl, today } = composition();
    const { units, lines } = await readContents(pool, id, mostPrinted);
    const links = { page: `/records/${id}`, csv: `/records/${id}/inventario.csv`, ead3: `/data/${id}.ead.xml` };
    const headers = {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-language': lang,
      vary: 'accept-language, cookie',
    };
    if (units > mostPrinted) return new Response(tooLarge(root.title, links, lang), { headers });
    const facts = {
      root,
      contents: lines,
      madeOn: dayInWords(today(), lang),
      permalink: `${baseUrl}/records/${id}`,
      links,
    };
    const needs = { digitalObjects: false, related: false };
    return streamedText(
      request,
      () => toFindingAidHtml(facts, walkFindingAid(pool, id, needs), inventoryWords(lang)),
      headers,
    );
  });

/** What the proxy chose; else as it would. */
function languageOf(request: Request): Language {
  const chosen = request.headers.get(languageHeader) ?? new URL(request.url).searchParams.get('lang');
  return requestLanguage(
    request,
    languages.find((language) => language === chosen),
  );
}

function tooLarge(title: string, links: { page: string; csv: string; ead3: string }, lang: Language): string {
  const t = translator(lang);
  const said = (text: string) => toMarkup(text);
  return `<!DOCTYPE html>
<html lang="${lang}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><link rel="icon" href="/icon.svg"><title>${said(t('inventory.pageTitle', { title }))}</title>
<style>body{font:1.1rem/1.6 Georgia,serif;max-width:40rem;margin:12vh auto;padding:0 1.2rem;color:#1a1a1a}a{color:#06c}</style></head>
<body><main><h1>${said(title)}</h1>
<p>${said(t('inventory.tooLarge', { most: mostPrinted }))}</p>
<ul><li><a href="${links.csv}" download>${said(t('inventory.csv'))}</a></li><li><a href="${links.ead3}">${said(t('inventory.ead3'))}</a></li><li><a href="${links.page}">${said(t('inventory.back'))}</a></li></ul>
</main></body></html>
`;
}
