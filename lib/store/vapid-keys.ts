import { createECDH, createHmac } from 'node:crypto';
import type { Config } from '#lib/config.ts';
import { secret } from './secret.ts';

/** By which push services know that a message is ours (RFC 8292), in base64url. */
export interface VapidKeys {
  publicKey: string;
  privateKey: string;
}

/**
 * Made from a secret in DATA_DIR (mode 0600), or, with DATABASE_URL, from its password: browsers that subscribe at one replica are written to by
 * the worker of another.
 */
export async function vapidKeys({ database, dataDir }: Pick<Config, 'database' | 'dataDir'>): Promise<VapidKeys> {
  const password = database.kind === 'server' ? decodeURIComponent(new URL(database.url).password) : '';
  const seed = password === '' ? await secret(dataDir, 'vapid') : password;
  const privateKey = createHmac('sha256', seed).update('eli4u web push').digest();
  const pair = createECDH('prime256v1');
  pair.setPrivateKey(privateKey);
  // Not as the pair gives it back: without its leading zeros, which one key in 256 has, it would be none to web push (RFC 8292 wants 32 bytes).
  return { publicKey: pair.getPublicKey('base64url'), privateKey: privateKey.toString('base64url') };
}
