import { execFileSync, spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createClamd } from '#lib/antivirus/clamd.ts';

/** The standard file that every scanner takes for a virus, and that is none (eicar.org); in two parts, lest this file be taken for it. */
export const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-', 'ANTIVIRUS-TEST-FILE!$H+H*'].join('');
/** What the signature that the tests bring is called. */
export const signature = 'Eli4u.Test-EICAR.UNOFFICIAL';

export interface Clamd {
  /** As `CLAMAV_SOCKET` names it. */
  socket: string;
  tcp: string;
  /** Ends it; `start` starts it again at the same places. */
  stop(): Promise<void>;
  start(): Promise<void>;
  end(): Promise<void>;
}

// Debian keeps it where only root looks by itself.
const withSbin = { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin` };

/** Whether clamd is installed (Debian: clamav-daemon). */
export function hasClamd(): boolean {
  try {
    execFileSync('clamd', ['--version'], { stdio: 'pipe', env: withSbin });
    return true;
  } catch {
    return false;
  }
}

/** What stands behind the name of tests that are skipped without clamd. */
export const clamdNote = hasClamd() ? '' : ' (SKIPPED: clamd is not installed; apt install clamav-daemon)';

/**
 * A real clamd with one signature of our own: those of ClamAV are 300 MB and come over the network.
 * @param longest StreamMaxLength and MaxFileSize, in bytes
 */
export async function startClamd(longest = 1024 * 1024, port = 20_000 + (process.pid % 20_000)): Promise<Clamd> {
  const base = await mkdtemp(path.join(os.tmpdir(), 'eli4u-clamd-'));
  const socket = path.join(base, 'clamd.sock');
  await mkdir(path.join(base, 'signatures'));
  await writeFile(
    path.join(base, 'signatures', 'test.ndb'),
    `Eli4u.Test-EICAR:0:*:${Buffer.from(eicar).toString('hex')}\n`,
  );
  await writeFile(
    path.join(base, 'clamd.conf'),
    `DatabaseDirectory ${base}/signatures
LocalSocket ${socket}
TCPSocket ${port}
TCPAddr 127.0.0.1
TemporaryDirectory ${base}
Foreground yes
StreamMaxLength ${longest}
MaxFileSize ${longest}
MaxThreads 2
SelfCheck 0
`,
  );
  let child: ReturnType<typeof spawn> | null = null;
  const clamd: Clamd = {
    socket,
    tcp: `127.0.0.1:${port}`,
    async start() {
      if (child) return;
      await rm(socket, { force: true });
      child = spawn('clamd', ['-c', path.join(base, 'clamd.conf')], { stdio: 'ignore', env: withSbin });
      const there = createClamd({ path: socket });
      for (let tries = 0; tries < 200; tries++) {
        if (await there.engine()) return;
        await sleep(100);
      }
      throw new Error('clamd does not answer');
    },
    async stop() {
      const ending = child;
      child = null;
      if (!ending || ending.exitCode !== null) return;
      const gone = new Promise((done) => ending.once('exit', done));
      ending.kill('SIGTERM');
      await Promise.race([gone, sleep(5000)]);
      ending.kill('SIGKILL');
    },
    async end() {
      await clamd.stop();
      await rm(base, { recursive: true, force: true });
    },
  };
  await clamd.start();
  return clamd;
}
