import { createServer } from 'node:net';
import { WorldError } from '#lib/errors.ts';
import { installationOf } from './installation.ts';

export type PortChoice = { kind: 'free'; port: number; notice: string | null } | { kind: 'running'; url: string };

/**
 * The port to serve on. Taken by this very installation: it is running already. Taken by another program: an explicit PORT is a mistake to
 * tell, the default one gives way to the next free.
 */
export async function choosePort(
  web: { host: string; port: number; portGiven: boolean },
  dataDir: string,
): Promise<PortChoice> {
  if (await isFree(web.host, web.port)) return { kind: 'free', port: web.port, notice: null };
  const url = `http://${web.host}:${web.port}`;
  if ((await installationAt(url)) === installationOf(dataDir)) return { kind: 'running', url };
  if (web.portGiven)
    throw new WorldError(`port ${web.port} on ${web.host} is used by another program: set PORT to a free one`);
  for (let port = web.port + 1; port <= web.port + 10; port++) {
    if ((await installationAt(`http://${web.host}:${port}`)) === installationOf(dataDir))
      return { kind: 'running', url: `http://${web.host}:${port}` };
    if (await isFree(web.host, port))
      return { kind: 'free', port, notice: `port ${web.port} is used by another program: using ${port}` };
  }
  throw new WorldError(`ports ${web.port} to ${web.port + 10} on ${web.host} are all in use: set PORT to a free one`);
}

/** @throws WorldError when it is not for another program that nobody can listen there */
function isFree(host: string, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(false);
      else if (error.code === 'EACCES')
        reject(new WorldError(`port ${port} on ${host} may not be used by this user: set PORT to one above 1023`));
      else reject(new WorldError(`HOST ${host} is no address of this machine`, error));
    });
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}

/** Which installation answers at an address, if it is one of ours. */
async function installationAt(url: string): Promise<string | null> {
  try {
    const answer = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(2000) });
    return answer.headers.get('x-eli4u-installation');
  } catch {
    return null; // nobody we know
  }
}
