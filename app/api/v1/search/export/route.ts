import type { NextRequest } from 'next/server';
import { composition } from '#lib/composition.ts';
import { hitsToExport, parseExportParameters, type ExportFormat } from '#lib/http/export-list.ts';
import { problem } from '#lib/http/problem.ts';
import { answering } from '#lib/http/read-json.ts';
import { chooseLanguage, languageCookie } from '#lib/i18n/language.ts';
import { translator } from '#lib/i18n/translate.ts';
import { toBibtex } from '#lib/projections/hits-bibtex.ts';
import { toCsv } from '#lib/projections/hits-csv.ts';
import { toEad3, type Ead3Facts } from '#lib/projections/hits-ead3.ts';
import { toRis } from '#lib/projections/hits-ris.ts';
import type { HeldHit } from '#lib/search/search.ts';

interface FileForm {
  type: string;
  extension: string;
  write: (hits: readonly HeldHit[], facts: Ead3Facts) => string;
}

const forms: Record<ExportFormat, FileForm> = {
  csv: { type: 'text/csv; charset=utf-8', extension: 'csv', write: toCsv },
  bibtex: { type: 'application/x-bibtex; charset=utf-8', extension: 'bib', write: toBibtex },
  ris: { type: 'application/x-research-info-systems; charset=utf-8', extension: 'ris', write: toRis },
  ead3: { type: 'application/xml; charset=utf-8', extension: 'ead.xml', write: toEad3 },
};

/** A list of results, or of records by their ids, as a file. */
export async function GET(request: NextRequest): Promise<Response> {
  return answering(async () => {
    const { searchParams, search } = request.nextUrl;
    const { parameters, violations } = parseExportParameters(searchParams);
    if (violations) return problem(400, 'Some parameters cannot be used.', violations);
    const cookie = request.cookies.get(languageCookie)?.value;
    const lang = chooseLanguage(parameters.search.lang ?? null, cookie, request.headers.get('accept-language'));
    const t = translator(lang);
    const { baseUrl, today } = composition();
    const hits = await hitsToExport(parameters, lang, composition());
    const form = forms[parameters.format];
    const facts = {
      title: t(parameters.ids.length > 0 ? 'export.bookmarksTitle' : 'export.resultsTitle'),
      agency: `${t('site.name')} – ${t('site.claim')}`,
      madeOn: today(),
      source: `${baseUrl}/api/v1/search/export${search}`,
    };
    return new Response(form.write(hits, facts), {
      headers: {
        'content-type': form.type,
        'content-disposition': `attachment; filename="eli4u-${today()}.${form.extension}"`,
        'cache-control': 'no-store',
        'content-language': lang,
      },
    });
  });
}
