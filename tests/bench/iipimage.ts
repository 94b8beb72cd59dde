import { spawn, type ChildProcess } from 'node:child_process';
import { access, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Where Debian puts it (`iipimage-server` 1.1, with `nginx-light` in front): Image API 2 by C++, of the same pyramids. */
const programs = { iip: '/usr/lib/iipimage-server/iipsrv.fcgi', nginx: '/usr/sbin/nginx' };

export interface IipImage {
  /** The address of a region of a file, as wide as is said. */
  tile(file: string, region: string, width: number): string;
  end(): Promise<void>;
}

/** IIPImage behind nginx, on free ports; null where they are not installed. */
export async function startIipImage(): Promise<IipImage | null> {
  const installed = await Promise.all(
    Object.values(programs).map((program) =>
      access(program).then(
        () => true,
        () => false,
      ),
    ),
  );
  if (installed.includes(false)) return null;
  const folder = await mkdtemp(path.join(os.tmpdir(), 'eli4u-iip-'));
  const front = await freePort();
  // A process answers one request after the other.
  const behind = await Promise.all(Array.from({ length: os.availableParallelism() }, freePort));
  await writeFile(path.join(folder, 'nginx.conf'), configuration(folder, front, behind));
  const quiet = {
    stdio: 'ignore',
    env: { ...process.env, FILESYSTEM_PREFIX: '/', LOGFILE: '/dev/null', VERBOSITY: '0' },
  } as const;
  const children: ChildProcess[] = [
    ...behind.map((port) => spawn(programs.iip, ['--bind', `127.0.0.1:${port}`, '--backlog', '1024'], quiet)),
    spawn(programs.nginx, ['-p', folder, '-c', path.join(folder, 'nginx.conf')], quiet),
  ];
  const base = `http://127.0.0.1:${front}/iiif`;
  await answering(front);
  return {
    tile: (file, region, width) =>
      `${base}/${encodeURIComponent(file.replace(/^\//, ''))}/${region}/${width},/0/default.jpg`,
    end: async () => {
      for (const child of children) child.kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const configuration = (folder: string, front: number, behind: readonly number[]): string => `
daemon off; worker_processes 1; pid ${folder}/nginx.pid; error_log /dev/null;
events { worker_connections 1024; }
http {
  access_log off; client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy; fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi; scgi_temp_path ${folder}/scgi; keepalive_requests 1000000;
  upstream iip { ${behind.map((port) => `server 127.0.0.1:${port};`).join(' ')} }
  server {
    listen 127.0.0.1:${front};
    location ~ ^/iiif/ {
      rewrite ^/iiif/(.*)$ /$1 break;
      fastcgi_pass iip;
      fastcgi_param REQUEST_METHOD $request_method; fastcgi_param REQUEST_URI $request_uri; fastcgi_param SERVER_PROTOCOL $server_protocol;
      fastcgi_param HTTP_HOST $http_host; fastcgi_param QUERY_STRING IIIF=$uri;
    }
  }
}
`;

async function answering(port: number): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const answer = await fetch(`http://127.0.0.1:${port}/`).catch(() => null);
    if (answer) return;
    await sleep(100);
  }
  throw new Error('nginx does not answer');
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}
