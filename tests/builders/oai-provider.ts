import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';

/** What a provider answers once: XML, or another answer of HTTP. */
export type Answer = string | { status: number; headers?: Record<string, string>; body?: string };

export interface FakeProvider {
  address: string;
  /** What it was asked, in order. */
  asked: URLSearchParams[];
  /** What it answers to the next requests of a verb; the last one again and again. */
  answers: Record<string, Answer[]>;
  stop(): Promise<void>;
}

/** An answer's envelope. */
export const oaiAnswer = (verb: string, content: string, responseDate = '2026-11-26T10:00:00Z'): string =>
  `<?xml version="1.0" encoding="UTF-8"?><OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>${responseDate}</responseDate><request verb="${verb}">x</request>${content}</OAI-PMH>`;

export const identify = (granularity = 'YYYY-MM-DDThh:mm:ssZ'): string =>
  oaiAnswer(
    'Identify',
    `<Identify><repositoryName>Altro archivio</repositoryName><granularity>${granularity}</granularity></Identify>`,
  );

export const listRecords = (records: string, token: string | null = null, responseDate?: string): string =>
  oaiAnswer(
    'ListRecords',
    `<ListRecords>${records}${token === null ? '' : `<resumptionToken>${token}</resumptionToken>`}</ListRecords>`,
    responseDate,
  );

export const oaiRecord = (identifier: string, metadata: string): string =>
  `<record><header><identifier>${identifier}</identifier><datestamp>2026-11-01</datestamp></header><metadata>${metadata}</metadata></record>`;

export const oaiDeleted = (identifier: string): string =>
  `<record><header status="deleted"><identifier>${identifier}</identifier><datestamp>2026-11-02</datestamp></header></record>`;

export const oaiError = (code: string): string => oaiAnswer('ListRecords', `<error code="${code}">so</error>`);

/** A provider on this machine that answers what it is told to. */
export async function startProvider(answers: Record<string, Answer[]>): Promise<FakeProvider> {
  const asked: URLSearchParams[] = [];
  const provider: Omit<FakeProvider, 'address' | 'stop'> = { asked, answers };
  const server = createServer((request, response) => answer(provider, request, response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const place = server.address();
  if (place === null || typeof place === 'string') throw new Error('no port');
  return Object.assign(provider, {
    address: `http://127.0.0.1:${place.port}/oai`,
    stop: () => stop(server),
  });
}

function answer(
  provider: Omit<FakeProvider, 'address' | 'stop'>,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const { searchParams } = new URL(request.url ?? '/', 'http://x');
  provider.asked.push(searchParams);
  const waiting = provider.answers[searchParams.get('verb') ?? ''] ?? [];
  const told = (waiting.length > 1 ? waiting.shift() : waiting[0]) ?? { status: 404 };
  if (typeof told !== 'string') {
    response.writeHead(told.status, told.headers).end(told.body ?? '');
    return;
  }
  response.writeHead(200, { 'content-type': 'text/xml', 'content-encoding': 'gzip' }).end(gzipSync(told));
}

const stop = (server: Server): Promise<void> =>
  new Promise((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
