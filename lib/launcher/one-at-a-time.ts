import os from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { tryNamedLock } from '#lib/store/named-lock.ts';
import { installationOf } from './installation.ts';
import { choosePort, type PortChoice } from './port.ts';

/**
 * Two starts at once: the first goes on, the second waits until the first serves (then it is 'running') or has given up.
 * The lock is held until this process ends.
 */
export async function waitForTurn(
  appUrl: string,
  web: { host: string; port: number; portGiven: boolean },
  dataDir: string,
  say: (line: string) => void,
): Promise<PortChoice> {
  const name = `launcher ${os.hostname()} ${installationOf(dataDir)} ${web.host}:${web.port}`;
  for (let told = false; ; told = true) {
    const lock = await tryNamedLock(appUrl, name);
    const choice = await choosePort(web, dataDir);
    if (choice.kind === 'running') await lock?.release();
    if (lock || choice.kind === 'running') return choice;
    if (!told) say('another start is under way: waiting for it');
    await sleep(1000);
  }
}
