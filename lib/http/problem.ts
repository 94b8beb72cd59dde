/** A parameter that cannot be used, and why. */
export interface Violation {
  parameter: string;
  message: string;
}

const titles: Record<number, string> = {
  400: 'Bad Request',
  404: 'Not Found',
  410: 'Gone',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};

/** An error as problem+json (RFC 9457), with the violations where there are any. */
export function problem(status: number, detail: string, violations: readonly Violation[] = []): Response {
  const body = {
    type: 'about:blank',
    title: titles[status] ?? 'Error',
    status,
    detail,
    ...(violations.length > 0 ? { violations } : {}),
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      'access-control-allow-origin': '*',
    },
  });
}

/** JSON that anybody may read, from any site, and keep for a minute. */
export function publicJson(body: unknown, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'access-control-allow-origin': '*',
      'cache-control': 'public, max-age=60',
      vary: 'accept-language, cookie',
      ...headers,
    },
  });
}
