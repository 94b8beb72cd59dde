/** An answer of the image interfaces, ahead of Next. */
export interface ImageAnswer {
  status: number;
  headers: Record<string, string>;
  body: Buffer | string | null;
}

/** Whatever the page that asks: images are looked at from the viewers of others. A token may come along. */
export const openToAll = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'etag, link, retry-after',
  'cross-origin-resource-policy': 'cross-origin',
  'x-content-type-options': 'nosniff',
};

/** To who asks whether they may ask. */
export const preflight: ImageAnswer = {
  status: 204,
  headers: {
    ...openToAll,
    'access-control-allow-methods': 'GET, HEAD, OPTIONS',
    'access-control-allow-headers': 'authorization, accept, if-none-match',
    'access-control-max-age': '86400',
    allow: 'GET, HEAD, OPTIONS',
  },
  body: null,
};

/** In plain words, never kept. */
export const plainAnswer = (status: number, words: string, more: Record<string, string> = {}): ImageAnswer => ({
  status,
  headers: { ...openToAll, 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', ...more },
  body: `${words}\n`,
});

export const jsonAnswer = (given: object, more: Record<string, string> = {}): ImageAnswer => ({
  status: 200,
  headers: { ...openToAll, 'content-type': 'application/json', 'cache-control': 'no-store', ...more },
  body: JSON.stringify(given),
});
