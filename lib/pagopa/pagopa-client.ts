import { z } from 'zod';
import { PagoPaFailure, pagoPaCaller, read } from './pagopa-caller.ts';

/** Where pagoPA is reached, by which key, and under what positions of debt are opened; without these only digital stamps are sold. */
export interface PagoPaConfig {
  url: string;
  apiKey: string;
  positions: { iban: string; segregationCode: string; taxonomyCode: string } | null;
}

export interface Debtor {
  kind: 'F' | 'G';
  name: string;
  /** Null for whom Italy has given none. */
  taxCode: string | null;
  email: string;
}

/** Where Checkout sends people back to: what these say proves nothing. */
export interface ReturnUrls {
  ok: string;
  cancelled: string;
  error: string;
  waiting: string;
}

/** A debt of somebody to the creditor, as it is told to pagoPA. */
export interface PositionRequest {
  /** The same twice is one. */
  iupd: string;
  iuv: string;
  noticeNumber: string;
  cents: number;
  /** At most 140 characters, names nobody. */
  description: string;
  dueAt: Date;
  debtor: Debtor;
}

export interface StampRequest {
  cents: number;
  /** SHA-256 in base64 of what it belongs to. */
  documentHash: string;
  /** Two letters. */
  province: string;
  debtor: Debtor;
  returnUrls: ReturnUrls;
}

export interface CartRequest {
  noticeNumber: string;
  cents: number;
  description: string;
  email: string;
  idCart: string;
  returnUrls: ReturnUrls;
}

/** Where a position stands; paid as far as it tells of itself. */
export type PositionStatus = { kind: 'open' } | { kind: 'paid'; cents: number } | { kind: 'expired' };

/** pagoPA as the Comune uses it. */
export interface PagoPaClient {
  /** Whether other things than digital stamps can be paid. */
  positions: PagoPaConfig['positions'];
  /** Asks for a digital stamp: its notice and where it is paid (@e.bollo 2.0, "pagamento dovuto"). Twice is two. */
  buyStamp(request: StampRequest): Promise<{ noticeNumber: string; checkoutUrl: string }>;
  openPosition(request: PositionRequest): Promise<void>;
  /** Where a notice is paid (Checkout). */
  checkout(request: CartRequest): Promise<string>;
  position(iupd: string): Promise<PositionStatus>;
  /** The ricevuta telematica of an IUV, as XML; null while there is none. */
  receipt(iuv: string): Promise<Uint8Array | null>;
  /** The digital stamp of a notice, as XML; null while there is none. */
  stamp(noticeNumber: string): Promise<Uint8Array | null>;
}

const checkoutAddress = z.url({ protocol: /^https?$/ });
const boughtSchema = z.object({ checkoutRedirectUrl: checkoutAddress, nav: z.string().regex(/^\d{18}$/) });
const stampSchema = z.object({ content: z.array(z.base64()).min(1).max(1) });
const positionSchema = z.object({
  status: z.string(),
  paymentOption: z.array(z.object({ amount: z.int(), status: z.string() })).min(1),
});

/**
 * Speaks to pagoPA over HTTP: @e.bollo v2 (`pagopa-mbd-service`), Gestione posizioni debitorie v1 (`pagopa-debt-position`, `pagopa-gpd-payments`),
 * Checkout v1 (`pagopa-ecommerce-payment-requests-service`), as their published OpenAPI documents have them.
 * @param creditor tax code and name of the body to which is paid
 */
export function createPagoPaClient(
  { url, apiKey, positions }: PagoPaConfig,
  creditor: { taxCode: string; name: string },
): PagoPaClient {
  const call = pagoPaCaller(url, apiKey);
  const gpd = `/gpd/debt-positions-service/v1/organizations/${creditor.taxCode}/debtpositions`;
  const stamps = `/pagopa-mbd-service/v2/organizations/${creditor.taxCode}`;
  const companyName = creditor.name.slice(0, 140);
  return {
    positions,
    async buyStamp({ cents, documentHash, province, debtor, returnUrls: { ok, cancelled, error, waiting } }) {
      const answer = await call(`${stamps}/mbd`, {
        paymentNotices: [
          {
            amount: cents,
            documentHash,
            province,
            debtor: { fullName: debtor.name, email: debtor.email, ...identifierOf(debtor) },
          },
        ],
        returnUrls: { successUrl: ok, cancelUrl: cancelled, errorUrl: error, waitingUrl: waiting },
      });
      const { nav, checkoutRedirectUrl } = read(boughtSchema, await answer.json());
      return { noticeNumber: nav, checkoutUrl: checkoutRedirectUrl };
    },
    async openPosition({ iupd, iuv, noticeNumber, cents, description, dueAt, debtor }) {
      if (!positions) throw new PagoPaFailure('IBAN, codice di segregazione e tassonomia non sono configurati');
      const transfer = {
        idTransfer: '1',
        amount: cents,
        organizationFiscalCode: creditor.taxCode,
        remittanceInformation: description.slice(0, 140),
        category: positions.taxonomyCode,
        iban: positions.iban,
      };
      const option = {
        nav: noticeNumber,
        iuv,
        amount: cents,
        description: description.slice(0, 140),
        isPartialPayment: false,
        dueDate: dueAt.toISOString(),
        transfer: [transfer],
      };
      // Known already: by an asking of which the answer was lost.
      await call(
        `${gpd}?toPublish=true`,
        {
          iupd,
          type: debtor.kind,
          fiscalCode: debtor.taxCode ?? 'ANONIMO',
          fullName: debtor.name,
          email: debtor.email,
          companyName,
          switchToExpired: true,
          paymentOption: [option],
        },
        [409],
      );
    },
    async checkout({ noticeNumber, cents, description, email, idCart, returnUrls: { ok, cancelled, error, waiting } }) {
      const notice = {
        noticeNumber,
        fiscalCode: creditor.taxCode,
        amount: cents,
        companyName,
        description: description.slice(0, 140),
      };
      const answer = await call(
        '/checkout/ec/v1/carts',
        {
          emailNotice: email,
          paymentNotices: [notice],
          returnUrls: { returnOkUrl: ok, returnCancelUrl: cancelled, returnErrorUrl: error, returnWaitingUrl: waiting },
          idCart,
        },
        [302],
      );
      return read(checkoutAddress, answer.headers.get('location'));
    },
    async position(iupd) {
      const said = read(positionSchema, await (await call(`${gpd}/${encodeURIComponent(iupd)}`)).json());
      const [option] = said.paymentOption;
      if (['PAID', 'REPORTED', 'PARTIALLY_PAID'].includes(said.status))
        return { kind: 'paid', cents: option?.amount ?? 0 };
      return { kind: said.status === 'EXPIRED' || said.status === 'INVALID' ? 'expired' : 'open' };
    },
    async receipt(iuv) {
      const path = `/gpd/payments-receipts-service/v1/payments/${creditor.taxCode}/receipts/${encodeURIComponent(iuv)}`;
      const answer = await call(path, undefined, [404]);
      return answer.status === 404 ? null : new Uint8Array(await answer.arrayBuffer());
    },
    async stamp(noticeNumber) {
      const answer = await call(`${stamps}/noticeNumbers/${encodeURIComponent(noticeNumber)}/mbd`, undefined, [404]);
      if (answer.status === 404) return null;
      const [content = ''] = read(stampSchema, await answer.json()).content;
      return new Uint8Array(Buffer.from(content, 'base64'));
    },
  };
}

const identifierOf = ({ kind, taxCode }: Debtor) =>
  taxCode === null
    ? {}
    : { uniqueIdentifier: { entityUniqueIdentifierType: kind, entityUniqueIdentifierValue: taxCode } };
