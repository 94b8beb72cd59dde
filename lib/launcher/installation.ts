import { createHash } from 'node:crypto';
import path from 'node:path';

/** Names an installation by its data folder, without telling where that is. */
export function installationOf(dataDir: string): string {
  return createHash('sha256').update(path.resolve(dataDir)).digest('hex').slice(0, 16);
}
