import { createHmac } from 'node:crypto';
import type { Config } from '#lib/config.ts';
import { secret } from './secret.ts';

/**
 * What tokens of harvests are sealed with: as the secret of sessions (session-secret.ts), so that a list begun at one replica goes on at another, and after
 * a new start.
 */
export function oaiSecret({ database, dataDir }: Pick<Config, 'database' | 'dataDir'>): Promise<string> {
  const password = database.kind === 'server' ? decodeURIComponent(new URL(database.url).password) : '';
  if (password === '') return secret(dataDir, 'oai');
  return Promise.resolve(createHmac('sha256', password).update('eli4u harvests').digest('base64url'));
}
