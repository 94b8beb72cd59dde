import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '#lib/store/postmaster.ts';

export interface KeycloakServer {
  issuer: string;
  stop(): Promise<void>;
}

const patience = 180_000;

/** JBoss Threads 3.9 resets thread-locals by way of `java.lang`, which Java 24 and later keep shut: without this a worker dies with its request. */
const openLang = '--add-opens=java.base/java.lang=ALL-UNNAMED';

/** Ends the server with whoever started it, killed or not: its standard input then closes, `read` returns. */
const tied = '"$@" < /dev/null & server=$!; read -r _; kill "$server" 2>/dev/null; wait "$server"';

/** A real Keycloak with one realm, in a folder and on a port of its own. */
export async function startKeycloak(home: string, javaHome: string, realm: { realm: string }): Promise<KeycloakServer> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'eli4u-keycloak-'));
  const own = path.join(folder, 'keycloak');
  await cp(home, own, { recursive: true });
  await mkdir(path.join(own, 'data', 'import'), { recursive: true });
  await writeFile(path.join(own, 'data', 'import', 'realm.json'), JSON.stringify(realm));
  const port = await freePort(null);
  const program = [path.join(own, 'bin', 'kc.sh'), 'start-dev', '--import-realm', '--cache=local'];
  const child = spawn('bash', ['-c', tied, 'bash', ...program, '--http-host=127.0.0.1', `--http-port=${port}`], {
    cwd: own,
    env: {
      NODE_ENV: 'test',
      PATH: process.env['PATH'],
      JAVA_HOME: javaHome,
      JAVA_OPTS_KC_HEAP: '-Xms64m -Xmx512m',
      JAVA_OPTS_APPEND: openLang,
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let said = '';
  const hear = (part: Buffer) => (said = (said + part.toString()).slice(-4000));
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const stop = async () => {
    child.stdin.end();
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  };
  const issuer = `http://127.0.0.1:${port}/realms/${realm.realm}`;
  for (const until = Date.now() + patience; ; await sleep(250)) {
    const answer = await fetch(`${issuer}/.well-known/openid-configuration`).catch(() => null);
    if (answer?.ok) return { issuer, stop };
    if (child.exitCode === null && Date.now() < until) continue;
    await stop();
    throw new Error(`Keycloak did not start: ${said}`);
  }
}
