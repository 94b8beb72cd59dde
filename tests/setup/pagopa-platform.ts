import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { z } from 'zod';

/** A notice as the platform has it. */
export interface PlatformNotice {
  noticeNumber: string;
  kind: 'stamp' | 'position';
  cents: number;
  documentHash: string | null;
  iuv: string | null;
  iupd: string | null;
  status: 'VALID' | 'PAID' | 'EXPIRED';
  /** IUBD, or id of the ricevuta telematica. */
  receiptId: string;
  returnUrls: Record<string, string>;
}

/** A server that speaks as pagoPA does (@e.bollo v2, GPD v1, Checkout v1), as far as we ask it, with a page on which is paid. */
export interface PagoPaPlatform {
  url: string;
  apiKey: string;
  notices: Map<string, PlatformNotice>;
  /** How many times a notice was asked for. */
  made: number;
  /** What it does otherwise: answers this status, waits, or says in receipts what is not so. */
  fault: {
    status: number | null;
    delay: number;
    receiptId: string | null;
    cents: number | null;
    noticeNumber: string | null;
    documentHash: string | null;
    creditor: string | null;
  };
  /** As if somebody paid. */
  pay(noticeNumber: string): void;
  end(): Promise<void>;
}

const stampSchema = z.object({
  paymentNotices: z
    .array(
      z.object({
        amount: z.int().positive(),
        documentHash: z.string().length(44),
        province: z.string().length(2),
        debtor: z.object({ fullName: z.string().min(1), email: z.email() }),
      }),
    )
    .length(1),
  returnUrls: z.object({ successUrl: z.url(), cancelUrl: z.url(), errorUrl: z.url(), waitingUrl: z.url() }),
});
const positionSchema = z.object({
  iupd: z.string().min(1),
  type: z.enum(['F', 'G']),
  fiscalCode: z.string().min(1),
  fullName: z.string().min(1),
  companyName: z.string().min(1),
  switchToExpired: z.boolean(),
  paymentOption: z
    .array(
      z.object({
        nav: z.string().length(18),
        iuv: z.string().length(17),
        amount: z.int().positive(),
        description: z.string().max(140),
        isPartialPayment: z.literal(false),
        dueDate: z.iso.datetime(),
        transfer: z.array(z.object({ amount: z.int(), iban: z.string(), category: z.string() })).length(1),
      }),
    )
    .length(1),
});
const cartSchema = z.object({
  emailNotice: z.email(),
  paymentNotices: z
    .array(
      z.object({
        noticeNumber: z.string().length(18),
        fiscalCode: z.string().length(11),
        amount: z.int(),
        companyName: z.string(),
        description: z.string(),
      }),
    )
    .length(1),
  returnUrls: z.object({ returnOkUrl: z.url(), returnCancelUrl: z.url(), returnErrorUrl: z.url() }),
});

/** @param port a free one unless told */
export async function startPagoPaPlatform(port = 0): Promise<PagoPaPlatform> {
  const apiKey = 'chiave-di-prova';
  const platform: PagoPaPlatform = {
    url: '',
    apiKey,
    notices: new Map(),
    made: 0,
    fault: {
      status: null,
      delay: 0,
      receiptId: null,
      cents: null,
      noticeNumber: null,
      documentHash: null,
      creditor: null,
    },
    pay: (noticeNumber) => {
      const notice = platform.notices.get(noticeNumber);
      if (!notice) throw new Error(`no notice ${noticeNumber}`);
      notice.status = 'PAID';
    },
    end: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
  const server = createServer((request, response) => {
    void (async () => {
      const body = await text(request);
      const url = new URL(request.url ?? '/', 'http://pagopa');
      if (url.pathname.startsWith('/c/')) return checkoutPage(platform, url, request.method === 'POST', response);
      await new Promise((done) => setTimeout(done, platform.fault.delay));
      const answer = (status: number, said: unknown = {}, headers: Record<string, string> = {}) => {
        response.writeHead(status, { 'content-type': 'application/json', ...headers });
        response.end(typeof said === 'string' ? said : JSON.stringify(said));
      };
      if (request.headers['ocp-apim-subscription-key'] !== apiKey) return answer(401);
      if (platform.fault.status !== null) return answer(platform.fault.status, { detail: 'non va' });
      const path = url.pathname;
      const read = <T>(schema: z.ZodType<T>): T | null => schema.safeParse(JSON.parse(body || 'null')).data ?? null;
      if (/^\/pagopa-mbd-service\/v2\/organizations\/\d{11}\/mbd$/.test(path)) {
        const asked = read(stampSchema);
        const one = asked?.paymentNotices[0];
        if (!asked || !one) return answer(400, { detail: 'malformed' });
        platform.made++;
        const noticeNumber = `399${String(platform.made).padStart(15, '0')}`;
        const { successUrl, cancelUrl } = asked.returnUrls;
        platform.notices.set(noticeNumber, {
          noticeNumber,
          kind: 'stamp',
          cents: one.amount,
          documentHash: one.documentHash,
          iuv: null,
          iupd: null,
          status: 'VALID',
          receiptId: `IUBD-${Date.now()}-${platform.made}`,
          returnUrls: { ok: successUrl, cancel: cancelUrl },
        });
        const checkoutRedirectUrl = `${platform.url}/c/${noticeNumber}`;
        return answer(200, { checkoutRedirectUrl, nav: noticeNumber, mbdDownloadLink: `${platform.url}/x` });
      }
      const stampOf = /^\/pagopa-mbd-service\/v2\/organizations\/\d{11}\/noticeNumbers\/(\d{18})\/mbd$/.exec(path)?.[1];
      if (stampOf !== undefined) {
        const notice = platform.notices.get(stampOf);
        if (notice?.status !== 'PAID') return answer(404, { detail: 'not found' });
        return answer(200, { content: [Buffer.from(stampXml(notice, platform.fault)).toString('base64')] });
      }
      const gpd = /^\/gpd\/debt-positions-service\/v1\/organizations\/(\d{11})\/debtpositions(?:\/([^/]+))?$/.exec(
        path,
      );
      if (gpd && request.method === 'POST') {
        const asked = read(positionSchema);
        const option = asked?.paymentOption[0];
        if (!asked || !option) return answer(400, { detail: 'malformed' });
        if ([...platform.notices.values()].some(({ iupd }) => iupd === asked.iupd)) return answer(409, {});
        platform.made++;
        platform.notices.set(option.nav, {
          noticeNumber: option.nav,
          kind: 'position',
          cents: option.amount,
          documentHash: null,
          iuv: option.iuv,
          iupd: asked.iupd,
          status: 'VALID',
          receiptId: `rt-${Date.now()}-${platform.made}`,
          returnUrls: {},
        });
        return answer(201, asked);
      }
      if (gpd) {
        const notice = [...platform.notices.values()].find(({ iupd }) => iupd === decodeURIComponent(gpd[2] ?? ''));
        if (!notice) return answer(404);
        const status = notice.status === 'PAID' ? 'PO_PAID' : 'PO_UNPAID';
        return answer(200, { status: notice.status, paymentOption: [{ amount: notice.cents, status }] });
      }
      const receipt = /^\/gpd\/payments-receipts-service\/v1\/payments\/(\d{11})\/receipts\/(\d{17})$/.exec(path);
      if (receipt) {
        const notice = [...platform.notices.values()].find(({ iuv }) => iuv === receipt[2]);
        if (notice?.status !== 'PAID') return answer(404);
        return answer(200, receiptXml(notice, receipt[1] ?? '', platform.fault), { 'content-type': 'application/xml' });
      }
      if (path === '/checkout/ec/v1/carts') {
        const cart = read(cartSchema);
        const notice = platform.notices.get(cart?.paymentNotices[0]?.noticeNumber ?? '');
        if (!cart || !notice || notice.cents !== cart.paymentNotices[0]?.amount) return answer(400, {});
        notice.returnUrls = { ok: cart.returnUrls.returnOkUrl, cancel: cart.returnUrls.returnCancelUrl };
        return answer(302, {}, { location: `${platform.url}/c/${notice.noticeNumber}` });
      }
      return answer(404);
    })();
  });
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  platform.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return platform;
}

/** The page on which somebody pays, or does not. */
function checkoutPage({ notices }: PagoPaPlatform, url: URL, pressed: boolean, response: ServerResponse): void {
  const notice = notices.get(url.pathname.slice('/c/'.length));
  if (!notice) {
    response.writeHead(404).end();
    return;
  }
  if (pressed) {
    const paid = url.searchParams.get('esito') !== 'annulla';
    if (paid) notice.status = 'PAID';
    response.writeHead(303, { location: notice.returnUrls[paid ? 'ok' : 'cancel'] ?? '/' }).end();
    return;
  }
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(`<!doctype html><html lang="it"><title>Checkout di prova</title><h1>Checkout di prova</h1>
<p>Avviso ${notice.noticeNumber}: ${(notice.cents / 100).toFixed(2)} €</p>
<form method="post"><button>Paga</button></form><form method="post" action="?esito=annulla"><button>Annulla</button></form>`);
}

const euro = (cents: number) => (cents / 100).toFixed(2);

/** As the Agenzia delle Entrate has it (marcaDaBollo, 2014), with a signature that nobody made. */
export const stampXml = (
  notice: Pick<PlatformNotice, 'cents' | 'documentHash' | 'receiptId'>,
  fault: Partial<PagoPaPlatform['fault']> = {},
): string => `<?xml version="1.0" encoding="UTF-8"?>
<marcaDaBollo xmlns="http://www.agenziaentrate.gov.it/2014/MarcaDaBollo" xmlns:ns2="http://www.w3.org/2000/09/xmldsig#">
<PSP><CodiceFiscale>12345678901</CodiceFiscale><Denominazione>Banca di prova</Denominazione></PSP>
<IUBD>${fault.receiptId ?? notice.receiptId}</IUBD>
<OraAcquisto>2026-03-02T11:05:44.659+01:00</OraAcquisto>
<Importo>${euro(fault.cents ?? notice.cents)}</Importo>
<TipoBollo>01</TipoBollo>
<ImprontaDocumento><DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256" /><ns2:DigestValue>${fault.documentHash ?? notice.documentHash}</ns2:DigestValue></ImprontaDocumento>
<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><SignedInfo><Reference URI=""><DigestValue>IzdMHSaGk1GC71oRUrJPXY+5MMgwpEbHQSgRXASVwLM=</DigestValue></Reference></SignedInfo></Signature>
</marcaDaBollo>`;

/** As the platform sends it (paSendRTV2Request of paForNode.xsd). */
export const receiptXml = (
  notice: Pick<PlatformNotice, 'cents' | 'noticeNumber' | 'iuv' | 'receiptId'>,
  creditor: string,
  fault: Partial<PagoPaPlatform['fault']> = {},
): string => `<?xml version="1.0" encoding="UTF-8"?>
<pafn:paSendRTV2Request xmlns:pafn="http://pagopa-api.pagopa.gov.it/pa/paForNode.xsd">
<idPA>${creditor}</idPA>
<receipt>
<receiptId>${fault.receiptId ?? notice.receiptId}</receiptId>
<noticeNumber>${fault.noticeNumber ?? notice.noticeNumber}</noticeNumber>
<fiscalCode>${fault.creditor ?? creditor}</fiscalCode>
<outcome>OK</outcome>
<creditorReferenceId>${notice.iuv}</creditorReferenceId>
<paymentAmount>${euro(fault.cents ?? notice.cents)}</paymentAmount>
<description>prova</description>
<transferList><transfer><idTransfer>1</idTransfer><transferAmount>1.00</transferAmount></transfer></transferList>
<PSPCompanyName>Banca di prova</PSPCompanyName>
<fee>1.50</fee>
<paymentDateTime>2026-03-02T11:05:44</paymentDateTime>
</receipt>
</pafn:paSendRTV2Request>`;
