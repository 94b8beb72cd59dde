import { createHmac } from 'node:crypto';
import type { Config } from '#lib/config.ts';
import { secret } from './secret.ts';

/**
 * What sessions are enciphered with. Of the embedded database's site a secret of its own in DATA_DIR; with DATABASE_URL derived from its password, as
 * the application's is, so that replicas on several machines take each other's sessions. Where the server wants no password there is nothing to derive it from.
 */
export function sessionSecret({ database, dataDir }: Pick<Config, 'database' | 'dataDir'>): Promise<string> {
  const password = database.kind === 'server' ? decodeURIComponent(new URL(database.url).password) : '';
  if (password === '') return secret(dataDir, 'auth');
  return Promise.resolve(createHmac('sha256', password).update('eli4u sessions').digest('base64url'));
}
