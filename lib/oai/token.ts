import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

/** Where a list goes on: all that it needs, so that nothing is kept between pages, and the same token gives the same page again. */
export interface ListToken {
  verb: 'ListIdentifiers' | 'ListRecords';
  prefix: string;
  set: string | null;
  /** Seconds since 1970, as are `until` and `stamp`. */
  from: number | null;
  /** Frozen with the first page: what changes meanwhile is the next harvest's. */
  until: number;
  /** The last thing given, by its stamp and id. */
  stamp: number;
  id: string;
  /** How many were given before. */
  cursor: number;
  size: number;
}

export interface SetsToken {
  verb: 'ListSets';
  /** The last fonds given. */
  id: string;
  cursor: number;
}

const tokenSchema = z.union([
  z
    .tuple([
      z.enum(['i', 'r']),
      z.string(),
      z.string().nullable(),
      z.number().nullable(),
      z.number(),
      z.number(),
      z.string(),
      z.number(),
      z.number(),
    ])
    .transform(([verb, prefix, set, from, until, stamp, id, cursor, size]): ListToken => ({
      verb: verb === 'i' ? 'ListIdentifiers' : 'ListRecords',
      prefix,
      set,
      from,
      until,
      stamp,
      id,
      cursor,
      size,
    })),
  z
    .tuple([z.literal('s'), z.string(), z.number()])
    .transform(([, id, cursor]): SetsToken => ({ verb: 'ListSets', id, cursor })),
]);

/** Longer than any of ours. */
const longest = 1000;

/** Bytes of the seal that go with a token. */
const sealBytes = 16;

export interface Tokens {
  write(token: ListToken | SetsToken): string;
  /** Null for what we did not write. */
  read(text: string): ListToken | SetsToken | null;
}

/** Tokens that only who knows the secret can write. */
export function createTokens(secret: string): Tokens {
  const sealOf = (content: string): Buffer =>
    createHmac('sha256', secret).update('oai token 1 ').update(content).digest().subarray(0, sealBytes);
  return {
    write(token) {
      const fields =
        token.verb === 'ListSets'
          ? ['s', token.id, token.cursor]
          : [
              token.verb === 'ListIdentifiers' ? 'i' : 'r',
              token.prefix,
              token.set,
              token.from,
              token.until,
              token.stamp,
              token.id,
              token.cursor,
              token.size,
            ];
      const content = Buffer.from(JSON.stringify(fields)).toString('base64url');
      return `${content}.${sealOf(content).toString('base64url')}`;
    },
    read(text) {
      const [, content, seal] = (text.length <= longest && /^([\w-]+)\.([\w-]+)$/.exec(text)) || [];
      if (!content || !seal) return null;
      const given = Buffer.from(seal, 'base64url');
      // Written otherwise it is another token, and none of ours.
      if (given.length !== sealBytes || given.toString('base64url') !== seal) return null;
      if (!timingSafeEqual(given, sealOf(content))) return null;
      return tokenSchema.parse(JSON.parse(Buffer.from(content, 'base64url').toString('utf8')));
    },
  };
}
