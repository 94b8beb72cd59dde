import path from 'node:path';
import { z } from 'zod';
import { readProxies } from '#lib/http/client-address.ts';
import type { ClamdPlace } from './antivirus/clamd.ts';
import type { PagoPaConfig } from './pagopa/pagopa-client.ts';
import type { SendConfig } from './send-platform/send-client.ts';

const requiredUrl = (protocols: string[]) =>
  z
    .string()
    .refine(
      (text) => URL.canParse(text) && protocols.includes(new URL(text).protocol),
      `must be a URL (${protocols.join(' or ')})`,
    )
    .refine(hasReadableCredentials, 'must have its user and password percent-encoded');

const optionalUrl = (protocols: string[]) => requiredUrl(protocols).optional();

/** Nodes of one cluster, separated by commas: while one is away the others are asked. */
const listOf = (text: string): string[] => text.split(',').map((part) => part.trim());

/** A `%` of a password that was not encoded leaves a URL that parses and cannot be read. */
function hasReadableCredentials(text: string): boolean {
  if (!URL.canParse(text)) return true; // told already
  try {
    const { username, password } = new URL(text);
    decodeURIComponent(username + password);
    return true;
  } catch {
    return false;
  }
}

const hostsOf = (text: string): string[] => listOf(text).filter((host) => host !== '');

/** A path as a socket of this machine, anything else as host and port; an address of IPv6 in brackets. */
function clamdPlaceOf(text: string, context: z.RefinementCtx): ClamdPlace {
  if (text.startsWith('/')) return { path: text };
  const [, v6, name, port] = /^(?:\[([0-9a-fA-F:.]+)\]|([^\s:/[\]]+)):(\d{1,5})$/.exec(text) ?? [];
  const host = v6 ?? name;
  if (host && Number(port) >= 1 && Number(port) <= 65_535) return { host, port: Number(port) };
  context.addIssue({ code: 'custom', message: 'must be the path of a socket (/run/clamav/clamd.ctl) or host:port' });
  return z.NEVER;
}

const flag = z
  .enum(['0', '1', 'true', 'false', ''])
  .optional()
  .transform((text) => text === '1' || text === 'true');

const perMinute = z.coerce.number({ message: 'must be a number of requests' }).int().min(1).max(1_000_000);

const environmentSchema = z
  .object({
    DATABASE_URL: optionalUrl(['postgres:', 'postgresql:']),
    ELASTICSEARCH_URL: z
      .string()
      .transform(listOf)
      .pipe(z.array(requiredUrl(['http:', 'https:'])).min(1))
      .optional(),
    ELASTICSEARCH_API_KEY: z.string().optional(),
    ELASTICSEARCH_CA: z.string().optional(),
    ELASTICSEARCH_INDEX_PREFIX: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]{0,60}$/, 'must be small letters, digits and hyphens')
      .default('eli4u'),
    ELASTICSEARCH_SHARDS: z.coerce.number({ message: 'must be a number of shards' }).int().min(1).max(64).default(1),
    BASE_URL: optionalUrl(['http:', 'https:']),
    HOST: z.string().min(1).default('127.0.0.1'),
    PORT: z.coerce.number({ message: 'must be a port number' }).int().min(1).max(65535).optional(),
    DATA_DIR: z.string().min(1).default('.data'),
    ADMIN_EMAIL: z.email().optional(),
    OAI_DOMAIN: z
      .string()
      .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/i, 'must be a domain name with a dot')
      .optional(),
    /** What sends notices to citizens, and in whose name. */
    SMTP_URL: optionalUrl(['smtp:', 'smtps:']),
    SMTP_FROM: z.email().optional(),
    /** The gateway to App IO, and the key of our service there. */
    APP_IO_URL: optionalUrl(['http:', 'https:']),
    APP_IO_KEY: z.string().optional(),
    /** The institutional box of posta elettronica certificata: where it is read, by what it sends, its address. */
    PEC_IMAP_URL: optionalUrl(['imap:', 'imaps:']),
    PEC_SMTP_URL: optionalUrl(['smtp:', 'smtps:']),
    PEC_ADDRESS: z.email().optional(),
    /** An ordinary institutional box, read only: what comes waits to be registered by hand. */
    MAIL_IMAP_URL: optionalUrl(['imap:', 'imaps:']),
    OIDC_ISSUER: optionalUrl(['http:', 'https:']),
    OIDC_CLIENT_ID: z.string().optional(),
    OIDC_CLIENT_SECRET: z.string().optional(),
    /** Levels of assurance with which citizens come in: two factors too, for a tax code alone is no secret. The first is what is asked for. */
    OIDC_CITIZEN_ACR: z
      .string()
      .default(
        'https://www.spid.gov.it/SpidL2,https://www.spid.gov.it/SpidL3,http://eidas.europa.eu/LoA/substantial,http://eidas.europa.eu/LoA/high',
      )
      .transform((text) => listOf(text).filter((value) => value !== '')),
    /** What the issuer calls two factors (`acr`), with commas between: only with one of them staff come in; the first is what is asked for. */
    OIDC_STAFF_ACR: z
      .string()
      .default('https://www.spid.gov.it/SpidL2,https://www.spid.gov.it/SpidL3')
      .transform((text) => listOf(text).filter((value) => value !== '')),
    /** Hosts in private networks that webhooks may call, by name or address. */
    WEBHOOK_HOSTS: z.string().default('').transform(hostsOf),
    /** Requests that each API key may send in a minute, reading and writing ones (2026-11-26). */
    API_READS_PER_MINUTE: perMinute.default(120),
    API_WRITES_PER_MINUTE: perMinute.default(60),
    /** Our own proxies, whose `X-Forwarded-For` says where a request came from. */
    TRUSTED_PROXIES: z
      .string()
      .refine(
        (text) => readProxies(text) !== null,
        'must be addresses or networks like 10.0.0.0/8, separated by commas',
      )
      .optional(),
    /** Where packages for preservation go: a folder from which they are fetched, or an address (one of them). */
    PRESERVATION_DIR: z.string().min(1).optional(),
    PRESERVATION_URL: optionalUrl(['http:', 'https:']),
    /** SEND, the platform for notices of D.L. 76/2020 art. 26: its address, our key, what kind of notice ours are in its list. */
    SEND_URL: optionalUrl(['http:', 'https:']),
    SEND_API_KEY: z.string().optional(),
    SEND_TAXONOMY_CODE: z.string().optional(),
    /** pagoPA: its address and our key; with what positions of debt are opened under (without these only digital stamps are sold). */
    PAGOPA_URL: optionalUrl(['http:', 'https:']),
    PAGOPA_API_KEY: z.string().optional(),
    PAGOPA_SEGREGATION_CODE: z
      .string()
      .regex(/^\d{2}$/, 'must be the two digits of our station')
      .optional(),
    PAGOPA_IBAN: z
      .string()
      .regex(/^IT\d{2}[A-Z]\d{10}[0-9A-Z]{12}$/, 'must be an Italian IBAN without spaces')
      .optional(),
    PAGOPA_TAXONOMY_CODE: z
      .string()
      .regex(/^\d\/\d{7}(IM|TS|SP|SA|AP)\/$/, 'must be like 9/0201138TS/')
      .optional(),
    /** Where ClamAV's clamd listens: the path of its socket, or host:port. */
    CLAMAV_SOCKET: z.string().transform(clamdPlaceOf).optional(),
    /** Megabytes of the disk of documents that what comes in leaves free (2026-11-26). */
    IMAGE_CACHE_MB: z.coerce.number({ message: 'must be a number of megabytes' }).int().min(0).default(1024),
    DISK_KEPT_FREE_MB: z.coerce.number({ message: 'must be a number of megabytes' }).int().min(0).default(512),
    CLOCK: z.iso.datetime({ offset: true, message: 'must be an instant like 2026-11-23T09:00:00Z' }).optional(),
    REFERENCE_DATA: z.string().min(1).default('../shared'),
    REQUIRE_ALL: flag,
  })
  .refine((env) => !env.CLOCK || isLoopback(env.HOST ?? '127.0.0.1'), {
    path: ['CLOCK'],
    message: 'is for demonstrations: only while HOST is a loopback address',
    // Also when another value is bad: the list names everything at once.
    when: () => true,
  })

  .superRefine((env, context) => {
    if (env.PEC_SMTP_URL && !env.PEC_ADDRESS)
      context.addIssue({ code: 'custom', path: ['PEC_ADDRESS'], message: 'is needed beside PEC_SMTP_URL' });
    if (env.APP_IO_URL && !env.APP_IO_KEY)
      context.addIssue({ code: 'custom', path: ['APP_IO_KEY'], message: 'is needed beside APP_IO_URL' });
    for (const name of ['SEND_API_KEY', 'SEND_TAXONOMY_CODE'] as const)
      if (env.SEND_URL && !env[name])
        context.addIssue({ code: 'custom', path: [name], message: 'is needed beside SEND_URL' });
    if (env.PAGOPA_URL && !env.PAGOPA_API_KEY)
      context.addIssue({ code: 'custom', path: ['PAGOPA_API_KEY'], message: 'is needed beside PAGOPA_URL' });
    const positions = ['PAGOPA_SEGREGATION_CODE', 'PAGOPA_IBAN', 'PAGOPA_TAXONOMY_CODE'] as const;
    for (const name of positions)
      if (!env[name] && positions.some((other) => env[other]))
        context.addIssue({
          code: 'custom',
          path: [name],
          message: `is needed beside the others of ${positions.join(', ')}`,
        });
    if (env.PRESERVATION_DIR && env.PRESERVATION_URL)
      context.addIssue({ code: 'custom', path: ['PRESERVATION_DIR'], message: 'cannot stand beside PRESERVATION_URL' });
    if (!env.OIDC_ISSUER) return;
    for (const name of ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const)
      if (!env[name]) context.addIssue({ code: 'custom', path: [name], message: 'is needed beside OIDC_ISSUER' });
  });

/** Values that may hold a password: told as bad, never shown. */
const confidential =
  /^(DATABASE_URL|PRESERVATION_URL|SEND_URL|PAGOPA_URL|SMTP_URL|PEC_IMAP_URL|PEC_SMTP_URL|MAIL_IMAP_URL|ELASTICSEARCH_URL)$|_KEY$|_SECRET$/;

export interface ElasticsearchConfig {
  nodes: readonly string[];
  apiKey?: string | undefined;
  ca?: string | undefined;
  /** What the aliases of this installation begin with. */
  prefix: string;
  /** Of each index that is made from now on. */
  shards?: number;
}

/**
 * How people sign in. The demonstration's buttons let anybody in: they are there only for who tries the site on their own machine, not where an
 * address from outside leads to it.
 */
export type SignIn =
  | { kind: 'demo' }
  | {
      kind: 'oidc';
      issuer: string;
      clientId: string;
      clientSecret: string;
      citizenAcr: readonly string[];
      staffAcr: readonly string[];
    }
  | { kind: 'none' };

export interface Config {
  database: { kind: 'embedded' } | { kind: 'server'; url: string };
  elasticsearch: ElasticsearchConfig | null;
  web: { host: string; port: number; portGiven: boolean; baseUrl: string | null };
  signIn: SignIn;
  dataDir: string;
  adminEmail: string | null;
  oaiDomain: string | null;
  clock: string | null;
  /** Which addresses that are not public webhooks may call. */
  webhooks: { loopback: boolean; hosts: readonly string[] };
  /** Requests that each API key may send in a minute. */
  apiLimits: { read: number; write: number };
  /** The boxes that are read, and by what and in whose name registered documents are sent. */
  mail: { boxes: readonly { name: string; url: string }[]; smtp: string | null; address: string | null };
  /** By which ways citizens are told, beside their page; without a sender one is made of the site's name. */
  notices: { smtp: string | null; from: string | null; appIo: { url: string; key: string } | null };
  /** Where acts are put that go by SEND; null: that way is not open. */
  send: SendConfig | null;
  /** By what citizens pay online; null: that is not offered. */
  pagoPa: PagoPaConfig | null;
  /** Where packages for preservation go; null: they wait. */
  preservation: { kind: 'folder'; folder: string } | { kind: 'http'; url: string } | null;
  /** Where the virus scanner listens; null: documents are not checked. */
  clamav: ClamdPlace | null;
  /** Bytes of the disk of documents that what comes in leaves free. */
  keptFree: number;
  /** Bytes of the disk that images drawn for viewers may take. */
  imageCache: number;
  referenceData: string;
  requireAll: boolean;
}

/** The environment cannot be used; the message lists every bad value. */
export class ConfigError extends Error {
  constructor(readonly problems: string[]) {
    super(`the configuration is wrong:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

/**
 * Reads the environment once (design §4).
 * @throws ConfigError with the list of what is wrong
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environmentSchema.safeParse(given);
  if (!parsed.success) {
    throw new ConfigError(
      parsed.error.issues.map((issue) => {
        const name = String(issue.path[0]);
        return `${name}: ${issue.message}${confidential.test(name) ? '' : ` (found ${JSON.stringify(given[name])})`}`;
      }),
    );
  }
  const value = parsed.data;
  return {
    database: value.DATABASE_URL ? { kind: 'server', url: value.DATABASE_URL } : { kind: 'embedded' },
    elasticsearch: value.ELASTICSEARCH_URL
      ? {
          nodes: value.ELASTICSEARCH_URL,
          apiKey: value.ELASTICSEARCH_API_KEY,
          ca: value.ELASTICSEARCH_CA,
          prefix: value.ELASTICSEARCH_INDEX_PREFIX,
          shards: value.ELASTICSEARCH_SHARDS,
        }
      : null,
    web: {
      host: value.HOST,
      port: value.PORT ?? 3000,
      portGiven: value.PORT !== undefined,
      baseUrl: value.BASE_URL?.replace(/\/$/, '') ?? null,
    },
    signIn: signInOf(value),
    dataDir: path.resolve(value.DATA_DIR),
    adminEmail: value.ADMIN_EMAIL ?? null,
    oaiDomain: value.OAI_DOMAIN ?? null,
    clock: value.CLOCK ?? null,
    webhooks: { loopback: signInOf(value).kind === 'demo', hosts: value.WEBHOOK_HOSTS },
    apiLimits: { read: value.API_READS_PER_MINUTE, write: value.API_WRITES_PER_MINUTE },
    mail: {
      boxes: [
        ...(value.PEC_IMAP_URL ? [{ name: 'pec', url: value.PEC_IMAP_URL }] : []),
        ...(value.MAIL_IMAP_URL ? [{ name: 'mail', url: value.MAIL_IMAP_URL }] : []),
      ],
      smtp: value.PEC_SMTP_URL ?? null,
      address: value.PEC_ADDRESS ?? null,
    },
    notices: {
      smtp: value.SMTP_URL ?? null,
      from: value.SMTP_FROM ?? value.ADMIN_EMAIL ?? null,
      appIo:
        value.APP_IO_URL && value.APP_IO_KEY
          ? { url: value.APP_IO_URL.replace(/\/$/, ''), key: value.APP_IO_KEY }
          : null,
    },
    send:
      value.SEND_URL && value.SEND_API_KEY && value.SEND_TAXONOMY_CODE
        ? {
            url: value.SEND_URL.replace(/\/$/, ''),
            apiKey: value.SEND_API_KEY,
            taxonomyCode: value.SEND_TAXONOMY_CODE,
          }
        : null,
    pagoPa: pagoPaOf(value),
    preservation: value.PRESERVATION_DIR
      ? { kind: 'folder', folder: path.resolve(value.PRESERVATION_DIR) }
      : value.PRESERVATION_URL
        ? { kind: 'http', url: value.PRESERVATION_URL }
        : null,
    clamav: value.CLAMAV_SOCKET ?? null,
    imageCache: value.IMAGE_CACHE_MB * 1024 * 1024,
    keptFree: value.DISK_KEPT_FREE_MB * 1024 * 1024,
    referenceData: path.resolve(value.REFERENCE_DATA),
    requireAll: value.REQUIRE_ALL,
  };
}

function pagoPaOf(env: z.output<typeof environmentSchema>): PagoPaConfig | null {
  const { PAGOPA_URL: url, PAGOPA_API_KEY: apiKey, PAGOPA_IBAN: iban } = env;
  const { PAGOPA_SEGREGATION_CODE: segregationCode, PAGOPA_TAXONOMY_CODE: taxonomyCode } = env;
  if (!url || !apiKey) return null;
  const positions = iban && segregationCode && taxonomyCode ? { iban, segregationCode, taxonomyCode } : null;
  return { url: url.replace(/\/$/, ''), apiKey, positions };
}

function signInOf(env: z.output<typeof environmentSchema>): SignIn {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = env;
  if (issuer && clientId && clientSecret)
    return {
      kind: 'oidc',
      issuer,
      clientId,
      clientSecret,
      citizenAcr: env.OIDC_CITIZEN_ACR,
      staffAcr: env.OIDC_STAFF_ACR,
    };
  const seenFrom = env.BASE_URL ? new URL(env.BASE_URL).hostname.replace(/^\[|\]$/g, '') : env.HOST;
  return isLoopback(env.HOST) && isLoopback(seenFrom) ? { kind: 'demo' } : { kind: 'none' };
}

/** Whether only this machine can reach a server bound to the address. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}
