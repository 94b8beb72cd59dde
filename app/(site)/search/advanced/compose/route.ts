import type { NextRequest } from 'next/server';
import { advancedHref } from '#lib/http/advanced-search.ts';

/** Takes the form of the advanced search to the search that it describes, without script. */
export function GET(request: NextRequest): Response {
  return new Response(null, { status: 303, headers: { location: advancedHref(request.nextUrl.searchParams) } });
}
