import { createHash } from 'node:crypto';
import { z } from 'zod';

/** Where SEND is reached, and as whom (developer.pagopa.it/send/api, delivery v2.3). */
export interface SendConfig {
  url: string;
  apiKey: string;
  /** What kind of notice it is, in SEND's own list. */
  taxonomyCode: string;
}

/** A notice as it is put into SEND. */
export interface SendRequest {
  /** The same twice is one request. */
  idempotenceToken: string;
  protocolNumber: string;
  /** What people read before they open it: no names, at most 134 characters. */
  subject: string;
  sender: { name: string; taxCode: string };
  recipient: {
    kind: 'PF' | 'PG';
    taxCode: string;
    name: string;
    pec: string | null;
    address: { street: string; zip: string; municipality: string; province: string };
  };
  document: { title: string; bytes: Uint8Array };
}

/** What SEND says of a request: being looked at, taken under a number (IUN), or refused with why. */
export type SendStatus = { kind: 'waiting' } | { kind: 'accepted'; iun: string } | { kind: 'refused'; why: string };

/** What SEND's timeline says, as far as it counts; instants as SEND gives them. */
export interface SendTimeline {
  acceptedAt: string | null;
  viewedAt: string | null;
  /** perfezionamento by the days of the law. */
  effectiveAt: string | null;
  notice: { by: 'digital' | 'undelivered' | 'paper'; at: string } | null;
  ended: 'cancelled' | 'returned' | null;
}

/** SEND could not be reached, or answered what it should not. `forGood`: it will not take the same again; else it is tried later. */
export class SendFailure extends Error {
  readonly forGood: boolean;
  constructor(message: string, options?: ErrorOptions & { forGood?: boolean }) {
    super(message, options);
    this.forGood = options?.forGood ?? false;
  }
}

export interface SendClient {
  request(notice: SendRequest): Promise<string>;
  status(requestId: string): Promise<SendStatus>;
  timeline(iun: string): Promise<SendTimeline>;
}

const patience = 30_000;
const preloadSchema = z
  .array(z.object({ secret: z.string(), httpMethod: z.enum(['PUT', 'POST']), url: z.url(), key: z.string() }))
  .length(1);
const requestedSchema = z.object({ notificationRequestId: z.string().min(1) });
const statusSchema = z.object({
  notificationRequestStatus: z.string(),
  iun: z.string().optional(),
  errors: z.array(z.object({ code: z.string().optional(), detail: z.string().optional() })).optional(),
});
const sentSchema = z.object({
  notificationStatus: z.string(),
  timeline: z.array(z.object({ category: z.string(), timestamp: z.iso.datetime({ offset: true }) })),
});

/** Speaks to SEND over HTTP. */
export function createSendClient({ url, apiKey, taxonomyCode }: SendConfig): SendClient {
  const call = async (path: string, body?: unknown): Promise<unknown> => {
    const answer = await reached(`${url}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { 'x-api-key': apiKey, accept: 'application/json', 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return answer.json();
  };
  return {
    async request({ document, recipient, sender, ...notice }) {
      const sha256 = createHash('sha256').update(document.bytes).digest('base64');
      const [place] = read(
        preloadSchema,
        await call('/delivery/attachments/preload', [{ preloadIdx: '0', sha256, contentType: 'application/pdf' }]),
      );
      if (!place) throw new SendFailure('SEND gave no place for the document');
      const put = await reached(place.url, {
        method: place.httpMethod,
        headers: {
          'content-type': 'application/pdf',
          'x-amz-meta-secret': place.secret,
          'x-amz-checksum-sha256': sha256,
        },
        body: new Uint8Array(document.bytes),
      });
      const { street, ...address } = recipient.address;
      const requested = await call('/delivery/v2.3/requests', {
        idempotenceToken: notice.idempotenceToken,
        paProtocolNumber: notice.protocolNumber,
        subject: notice.subject,
        senderDenomination: sender.name,
        senderTaxId: sender.taxCode,
        taxonomyCode,
        notificationFeePolicy: 'FLAT_RATE',
        physicalCommunicationType: 'AR_REGISTERED_LETTER',
        recipients: [
          {
            recipientType: recipient.kind,
            taxId: recipient.taxCode,
            denomination: recipient.name,
            ...(recipient.pec ? { digitalDomicile: { type: 'PEC', address: recipient.pec } } : {}),
            physicalAddress: { address: street, ...address, foreignState: 'ITALIA' },
          },
        ],
        documents: [
          {
            docIdx: '0',
            title: document.title,
            contentType: 'application/pdf',
            digests: { sha256 },
            ref: { key: place.key, versionToken: put.headers.get('x-amz-version-id') ?? '' },
          },
        ],
      });
      return read(requestedSchema, requested).notificationRequestId;
    },
    async status(requestId) {
      const said = await call(`/delivery/v2.3/requests?notificationRequestId=${encodeURIComponent(requestId)}`);
      const { notificationRequestStatus: status, iun, errors = [] } = read(statusSchema, said);
      if (status === 'ACCEPTED' && iun) return { kind: 'accepted', iun };
      if (status !== 'REFUSED') return { kind: 'waiting' };
      const why = errors.map(({ code, detail }) => [code, detail].filter(Boolean).join(': ')).join('; ');
      return { kind: 'refused', why: why.slice(0, 1000) || 'SEND non dice perché' };
    },
    async timeline(iun) {
      const { timeline, notificationStatus } = read(
        sentSchema,
        await call(`/delivery/v2.3/notifications/sent/${encodeURIComponent(iun)}`),
      );
      const at = (category: string) => timeline.find((one) => one.category === category)?.timestamp ?? null;
      const notice = notices.flatMap(([category, by]) => {
        const told = at(category);
        return told ? [{ by, at: told }] : [];
      });
      return {
        acceptedAt: at('REQUEST_ACCEPTED'),
        viewedAt: at('NOTIFICATION_VIEWED'),
        effectiveAt: at('REFINEMENT'),
        notice: notice[0] ?? null,
        ended: endings[notificationStatus] ?? null,
      };
    },
  };
}

const notices = [
  ['DIGITAL_SUCCESS_WORKFLOW', 'digital'],
  ['DIGITAL_FAILURE_WORKFLOW', 'undelivered'],
  ['ANALOG_SUCCESS_WORKFLOW', 'paper'],
  ['COMPLETELY_UNREACHABLE', 'paper'],
] as const;

const endings: Readonly<Record<string, SendTimeline['ended']>> = {
  CANCELLED: 'cancelled',
  RETURNED_TO_SENDER: 'returned',
};

async function reached(url: string, options: RequestInit): Promise<Response> {
  const answer = await fetch(url, { ...options, redirect: 'error', signal: AbortSignal.timeout(patience) }).catch(
    (error: unknown) => {
      throw new SendFailure('SEND non risponde', { cause: error });
    },
  );
  if (answer.ok) return answer;
  const said = (await answer.text().catch(() => '')).slice(0, 300);
  // Of what was asked, not of who asks or how often.
  const forGood = [400, 409, 413, 415, 422].includes(answer.status);
  throw new SendFailure(`SEND risponde ${answer.status}: ${said}`, { forGood });
}

function read<T>(schema: z.ZodType<T>, said: unknown): T {
  const { success, data } = schema.safeParse(said);
  if (!success) throw new SendFailure('SEND risponde qualcosa che non si legge');
  return data;
}
