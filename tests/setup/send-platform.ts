import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { z } from 'zod';

/** A server that speaks as SEND does (delivery v2.3), as far as we ask it. */
export interface SendPlatform {
  url: string;
  apiKey: string;
  /** What was put in, with the bytes that came for it. */
  requests: { body: Record<string, unknown>; sha256: string }[];
  /** Answers next: to requests, to what has become of them, on the timeline. */
  answers: {
    refuses: number | null;
    status: Record<string, unknown>;
    notice: { notificationStatus: string; timeline: { category: string; timestamp: string }[] };
  };
  end(): Promise<void>;
}

const requestSchema = z.looseObject({ idempotenceToken: z.string() });

export async function startSendPlatform(): Promise<SendPlatform> {
  const apiKey = 'chiave-di-prova';
  const uploaded = new Map<string, string>();
  const tokens = new Map<string, string>();
  const platform: SendPlatform = {
    url: '',
    apiKey,
    requests: [],
    answers: {
      refuses: null,
      status: { notificationRequestStatus: 'WAITING' },
      notice: { notificationStatus: 'IN_VALIDATION', timeline: [] },
    },
    end: () => new Promise((done) => server.close(() => done())),
  };
  const server = createServer((request, response) => {
    void (async () => {
      const body = await buffer(request);
      const answer = (status: number, said: unknown) => {
        response.writeHead(status, { 'content-type': 'application/json', 'x-amz-version-id': 'v1' });
        response.end(JSON.stringify(said));
      };
      const { pathname } = new URL(request.url ?? '/', 'http://send');
      if (pathname.startsWith('/upload/')) {
        const sha256 = createHash('sha256').update(body).digest('base64');
        if (request.headers['x-amz-checksum-sha256'] !== sha256) return answer(400, {});
        uploaded.set(pathname.slice('/upload/'.length), sha256);
        return answer(200, {});
      }
      if (request.headers['x-api-key'] !== apiKey) return answer(403, {});
      if (platform.answers.refuses) return answer(platform.answers.refuses, { detail: 'non va' });
      if (pathname === '/delivery/attachments/preload') {
        const key = `PN-${uploaded.size + 1}`;
        return answer(200, [
          { preloadIdx: '0', secret: 's', httpMethod: 'PUT', url: `${platform.url}/upload/${key}`, key },
        ]);
      }
      if (pathname === '/delivery/v2.3/requests' && request.method === 'POST') {
        const said = requestSchema.parse(JSON.parse(body.toString()));
        const known = tokens.get(said.idempotenceToken);
        const id = known ?? `richiesta-${tokens.size + 1}`;
        tokens.set(said.idempotenceToken, id);
        if (!known) platform.requests.push({ body: said, sha256: [...uploaded.values()].at(-1) ?? '' });
        return answer(202, { notificationRequestId: id });
      }
      if (pathname === '/delivery/v2.3/requests') return answer(200, platform.answers.status);
      if (pathname.startsWith('/delivery/v2.3/notifications/sent/')) return answer(200, platform.answers.notice);
      return answer(404, {});
    })();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  platform.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return platform;
}
