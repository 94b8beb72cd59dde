import path from 'node:path';
import type pg from 'pg';
import { createClamd } from '#lib/antivirus/clamd.ts';
import type { VirusScanner } from '#lib/antivirus/scanner.ts';
import { readConfig, type Config, type SignIn } from './config.ts';
import { movedClock } from './moved-clock.ts';
import { createLiveHub, type LiveHub } from '#lib/http/live/live-hub.ts';
import type { Channel } from '#lib/relationship/preferences.ts';
import { liveNews } from '#lib/store/live/live-news.ts';
import { channelsOf } from '#lib/channels/channels-of.ts';
import { vapidKeys } from '#lib/store/vapid-keys.ts';
import { organisationOf, type Organisation } from '#lib/access/organisation.ts';
import { createForgivingCount, type ForgivingCount } from '#lib/http/forgiving-count.ts';
import { linksOfNetwork } from '#lib/http/links-asked.ts';
import { createGuesses, type Guesses } from '#lib/http/guesses.ts';
import { createWrongKeys, type WrongKeys } from '#lib/http/wrong-keys.ts';
import { romeDay } from '#lib/procedures/rome.ts';
import { chooseSearch } from '#lib/search/choose.ts';
import type { Search } from '#lib/search/search.ts';
import { createPool } from '#lib/store/pool.ts';
import { sessionSecret } from '#lib/store/session-secret.ts';
import { createProcedureTypes, type ProcedureTypes } from '#lib/store/procedure-types.ts';
import { createProcedureStore, type ProcedureStore } from '#lib/store/procedures/procedure-store.ts';
import { createProtocolStore, type ProtocolStore } from '#lib/store/protocol/protocol-store.ts';
import { createTypeDrafts, type TypeDrafts } from '#lib/store/type-drafts/type-drafts.ts';
import { idleSeconds, longestSeconds } from '#lib/auth/session-token.ts';
import { createCitizenStore, type CitizenStore } from '#lib/store/citizens/citizen-store.ts';
import { createEmailAccountStore, type EmailAccountStore } from '#lib/store/email-accounts/email-account-store.ts';
import { createCounterStore, type CounterStore } from '#lib/store/counter/counter-store.ts';
import { createDelegationStore, type DelegationStore } from '#lib/store/delegations/delegation-store.ts';
import { createLookStore, type LookStore } from '#lib/store/looks/look-store.ts';
import { createOwnDataStore, type OwnDataStore } from '#lib/store/own-data/own-data-store.ts';
import { createIdSource } from '#lib/store/procedures/id-source.ts';
import { createSessionStore, type SessionStore } from '#lib/store/sessions/session-store.ts';
import { createStaffStore, type StaffStore } from '#lib/store/staff/staff-store.ts';
import { diskRoom, type DiskRoom } from '#lib/store/documents/disk-room.ts';
import { createPreviews, type Previews } from '#lib/store/derived/previews.ts';
import { createDeliveryStore, type DeliveryStore } from '#lib/store/deliveries/delivery-store.ts';
import { createFascicoloIndex, type FascicoloIndex } from '#lib/store/fascicolo-index/fascicolo-index.ts';
import { createFascicoli, type Fascicoli } from '#lib/store/fascicoli/fascicoli.ts';
import type { Titolari } from '#lib/store/titolari.ts';
import { createPagoPaClient } from '#lib/pagopa/pagopa-client.ts';
import { createPaymentStore, type PaymentStore } from '#lib/store/payments/payment-store.ts';
import { createRequestDrafts, type RequestDrafts } from '#lib/store/request-drafts/request-drafts.ts';
import { createUploads, type Uploads } from '#lib/store/uploads/uploads.ts';
import { createHarvestDoor, harvestsAtOnce, type HarvestDoor } from '#lib/http/oai/answer-harvest.ts';
import { formats } from '#lib/oai/formats.ts';
import { pageSizes, type Provider } from '#lib/oai/provider.ts';
import { siteNames } from '#lib/oai/site-names.ts';
import { createReadAhead } from '#lib/oai/read-ahead.ts';
import { createTokens } from '#lib/oai/token.ts';
import { createHarvestStore } from '#lib/store/dissemination/harvest-store.ts';
import { oaiSecret } from '#lib/store/oai-secret.ts';
import { createReadingStore, type ReadingStore } from '#lib/store/reading/reading-store.ts';

/** All that pages and machine interfaces stand on, built once in a process. */
export interface Composition {
  pool: pg.Pool;
  store: ReadingStore;
  search: Search;
  procedureTypes: ProcedureTypes;
  procedures: ProcedureStore;
  /** Fascicoli of every kind, and repertori. */
  fascicoli: Fascicoli;
  /** The documents of a fascicolo, paged. */
  fascicoloIndex: FascicoloIndex;
  /** Small pictures of documents. */
  previews: Previews;
  /** The versions of the titolario with their conservation plans. */
  titolari: Titolari;
  protocol: ProtocolStore;
  /** Bytes that other systems send in pieces. */
  uploads: Uploads;
  /** Requests that citizens are writing. */
  requestDrafts: RequestDrafts;
  /** What requests cost, and what became of it. */
  payments: PaymentStore;
  /** Deliveries of acts with legal effect. */
  deliveries: DeliveryStore;
  /** Whether acts can go by SEND. */
  send: Config['send'];
  /** The boxes that are read, and from which registered documents are sent. */
  mail: Config['mail'];
  typeDrafts: TypeDrafts;
  staff: StaffStore;
  sessions: SessionStore;
  citizens: CitizenStore;
  /** Who comes in by an e-mail address; null where no server sends letters, or nobody signs in. */
  emailAccounts: EmailAccountStore | null;
  /** Links asked for from each network, of this process. */
  linksAsked: ForgivingCount;
  delegations: DelegationStore;
  /** What people say of themselves. */
  ownData: OwnDataStore;
  /** Whom the front office serves. */
  counter: CounterStore;
  /** Who of the staff looked at what, and why. */
  looks: LookStore;
  /** The offices as `lib/access` needs them. */
  organisation(): Organisation;
  signIn: SignIn;
  /** What sessions are enciphered with; made the first time. */
  authSecret(): Promise<string>;
  /** Without a slash at the end; what permalinks start with. */
  baseUrl: string;
  adminEmail: string | null;
  /** Which addresses that are not public webhooks may call. */
  webhooks: Config['webhooks'];
  /** Where documents lie. */
  dataDir: string;
  /** Whether there is room for what comes in. */
  room: DiskRoom;
  /** Looks at what comes in; null: nothing does. */
  scanner: VirusScanner | null;
  /** By which ways citizens can be told, and the key that browsers subscribe with. */
  notices: { channels: readonly Channel[]; pushKey(): Promise<string> };
  /** What harvesters ask (OAI-PMH). */
  harvests: HarvestDoor;
  /** Bytes of the disk that images drawn for viewers may take. */
  imageCache: number;
  /** What happens while pages are open, told to them. */
  live: LiveHub;
  /** Where packages for preservation go; null: they wait. */
  preservation: Config['preservation'];
  /** Requests that each API key may send in a minute. */
  apiLimits: Config['apiLimits'];
  /** Addresses from which wrong API keys came, of this process. */
  wrongKeys: WrongKeys;
  /** Who asked for cases that are none of theirs, of this process. */
  guesses: Guesses;
  /** The clock, moved where a demonstration moves it. */
  now(): Date;
  /** Today, as an ISO day. */
  today(): string;
}

// Kept on globalThis: Next evaluates this module once per bundle (and again at each change in development), the process has one database.
const shelf = globalThis as typeof globalThis & { eli4uComposition?: Composition };

/** The web process's own composition, from the environment that the launcher gave it. */
export function composition(): Composition {
  return (shelf.eli4uComposition ??= compose(process.env));
}

function compose(env: Readonly<Record<string, string | undefined>>): Composition {
  const url = env['ELI4U_APP_URL'];
  if (!url) throw new Error('ELI4U_APP_URL is missing: start the site with npm start');
  const pool = createPool(url, { applicationName: 'eli4u-web', max: 10, statementTimeout: 20_000 });
  const config = readConfig(env);
  const now = movedClock(env['CLOCK']);
  const today = () => romeDay(now());
  // The launcher runs from the project's root; in a bundle a module does not know where it stands.
  const procedureTypes = createProcedureTypes(
    path.join(/* turbopackIgnore: true */ process.cwd(), 'schemas/procedures'),
    pool,
  );
  const scanner = config.clamav && createClamd(config.clamav);
  const dataDir = path.resolve(/* turbopackIgnore: true */ env['DATA_DIR'] || '.data');
  const room = diskRoom(dataDir, config.keptFree);
  const baseUrl = (env['BASE_URL'] || `http://localhost:${env['PORT'] ?? '3000'}`).replace(/\/$/, '');
  return {
    pool,
    titolari: procedureTypes.titolari(),
    store: createReadingStore(pool, Date.now),
    search: chooseSearch(config.elasticsearch, pool),
    procedureTypes,
    fascicoli: createFascicoli({ pool, dataDir, types: procedureTypes, now, scanner }),
    fascicoloIndex: createFascicoloIndex({ pool, dataDir }),
    previews: createPreviews(dataDir),
    procedures: createProcedureStore({ pool, dataDir, types: procedureTypes, now, scanner, room }),
    deliveries: createDeliveryStore({ pool, dataDir, types: procedureTypes, now, scanner }),
    payments: createPaymentStore({
      pool,
      dataDir,
      types: procedureTypes,
      now,
      scanner,
      pagoPa: config.pagoPa && createPagoPaClient(config.pagoPa, creditorOf(procedureTypes.comune())),
    }),
    send: config.send,
    protocol: createProtocolStore({ pool, dataDir, types: procedureTypes, now, scanner }),
    uploads: createUploads({ pool, dataDir, now, room }),
    requestDrafts: createRequestDrafts({ pool, now }),
    typeDrafts: createTypeDrafts(pool),
    staff: createStaffStore(pool),
    citizens: createCitizenStore(pool, createIdSource(pool)),
    emailAccounts:
      config.notices.smtp && config.signIn.kind !== 'none' ? createEmailAccountStore(pool, createIdSource(pool)) : null,
    linksAsked: createForgivingCount(() => performance.now(), linksOfNetwork),
    delegations: createDelegationStore({ pool, dataDir, now, scanner, ids: createIdSource(pool) }),
    ownData: createOwnDataStore(pool, now),
    counter: createCounterStore({ pool, now, ids: createIdSource(pool) }),
    looks: createLookStore(pool, now),
    sessions: createSessionStore(pool, { idleSeconds, longestSeconds }),
    organisation: () => organisationOf(procedureTypes.units(), procedureTypes.listTypes(today())),
    mail: config.mail,
    signIn: config.signIn,
    authSecret: () => sessionSecret(config),
    now,
    webhooks: config.webhooks,
    notices: { channels: channelsOf(config), pushKey: async () => (await vapidKeys(config)).publicKey },
    harvests: createHarvestDoor(providerOf(url, config, baseUrl, procedureTypes)),
    imageCache: config.imageCache,
    live: createLiveHub({ ...liveNews(pool), now }),
    dataDir,
    room,
    scanner,
    preservation: config.preservation,
    apiLimits: config.apiLimits,
    // Of a clock that nobody sets.
    wrongKeys: createWrongKeys(() => performance.now()),
    guesses: createGuesses(() => performance.now()),
    baseUrl,
    adminEmail: env['ADMIN_EMAIL'] || null,
    today,
  };
}

/** The Comune as pagoPA names who is paid. */
const creditorOf = ({ taxCode, name }: ReturnType<ProcedureTypes['comune']>) => ({ taxCode, name: name.it });

/** What answers to harvesters are made from; with connections of its own, for pages must not wait for who reads a finding aid slowly. */
function providerOf(url: string, config: Config, baseUrl: string, types: ProcedureTypes): () => Promise<Provider> {
  let made: Promise<Provider> | null = null;
  const make = async (): Promise<Provider> => ({
    site: siteNames({
      baseUrl,
      oaiDomain: config.oaiDomain,
      name: types.comune().name.it,
      adminEmail: config.adminEmail,
    }),
    store: createHarvestStore(
      createPool(url, { applicationName: 'eli4u-oai', max: harvestsAtOnce, statementTimeout: 60_000 }),
    ),
    formats,
    tokens: createTokens(await oaiSecret(config)),
    ahead: createReadAhead(),
    now: () => Date.now() / 1000,
    pages: pageSizes,
  });
  return () => (made ??= make());
}
