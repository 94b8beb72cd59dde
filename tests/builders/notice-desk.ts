import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { SMTPServer } from 'smtp-server';

/** A real SMTP server that keeps what it is given, and can refuse or be stopped. */
export interface MailSink {
  url: string;
  sent: { to: string[]; raw: string }[];
  /** What it answers instead of taking a message. */
  answer: number | null;
  stop(): Promise<void>;
  start(): Promise<void>;
}

/** @param at a port that somebody knows already */
export async function startMailSink({ keep = true, at = 0 } = {}): Promise<MailSink> {
  const sink: MailSink = { url: '', sent: [], answer: null, stop: async () => undefined, start: async () => undefined };
  let port = at;
  const open = async () => {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      onData: (stream, session, done) => {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => void (keep && parts.push(part)));
        stream.on('end', () => {
          if (sink.answer !== null)
            return done(Object.assign(new Error('<lucia@example.org> not now'), { responseCode: sink.answer }));
          const to = session.envelope.rcptTo.map(({ address }) => address);
          sink.sent.push({ to, raw: Buffer.concat(parts).toString() });
          done();
        });
      },
    });
    // A client that goes without a word is no fault of ours.
    server.on('error', () => undefined);
    await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
    const address = server.server.address();
    port = address !== null && typeof address === 'object' ? address.port : 0;
    sink.url = `smtp://127.0.0.1:${port}`;
    sink.stop = () => new Promise((done) => server.close(() => done()));
  };
  sink.start = open;
  await open();
  return sink;
}

/** An HTTP server that answers as it is told and notes what it was asked. */
export interface WebSink {
  url: string;
  calls: { path: string; headers: IncomingHttpHeaders; body: Buffer }[];
  end(): void;
}

export async function startWebSink(
  answer: (path: string, body: Buffer) => { status: number; json?: unknown; headers?: Record<string, string> },
): Promise<WebSink> {
  const calls: WebSink['calls'] = [];
  const server: Server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const [path, body] = [request.url ?? '', Buffer.concat(parts)];
      calls.push({ path, headers: request.headers, body });
      const { status, json, headers = {} } = answer(path, body);
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(json === undefined ? '' : JSON.stringify(json));
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  return { url: `http://127.0.0.1:${port}`, calls, end: () => void server.close() };
}
