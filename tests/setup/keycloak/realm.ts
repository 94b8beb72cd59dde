/** One who may sign in. */
export interface RealmUser {
  username: string;
  password: string;
  firstName: string;
  lastName: string;
  email: string;
  fiscalNumber?: string;
  /** Of who comes from another State (eIDAS). */
  personIdentifier?: string;
  /** Shared secret of the second factor (RFC 6238). */
  otp?: string;
}

export const spidLevels = { one: 'https://www.spid.gov.it/SpidL1', two: 'https://www.spid.gov.it/SpidL2' } as const;

/** A realm that speaks as a broker of SPID does: tax code among the claims, password for the first level, a code besides for the second. */
export const realm = (client: { id: string; secret: string; site: string }, users: readonly RealmUser[]) => ({
  realm: 'spid',
  enabled: true,
  sslRequired: 'none',
  browserFlow: 'by level',
  attributes: { 'acr.loa.map': JSON.stringify({ [spidLevels.one]: '1', [spidLevels.two]: '2' }) },
  clients: [
    {
      clientId: client.id,
      secret: client.secret,
      publicClient: false,
      standardFlowEnabled: true,
      redirectUris: [`${client.site}/api/auth/callback/*`],
      attributes: { 'pkce.code.challenge.method': 'S256' },
      protocolMappers: [
        claim('fiscalNumber', 'oidc-usermodel-attribute-mapper'),
        claim('personIdentifier', 'oidc-usermodel-attribute-mapper'),
        claim('lastName', 'oidc-usermodel-property-mapper', 'familyName'),
      ],
    },
  ],
  users: users.map(({ password, fiscalNumber, personIdentifier, otp, ...rest }) => ({
    ...rest,
    enabled: true,
    emailVerified: true,
    attributes: {
      ...(fiscalNumber ? { fiscalNumber: [fiscalNumber] } : {}),
      ...(personIdentifier ? { personIdentifier: [personIdentifier] } : {}),
    },
    credentials: [
      { type: 'password', value: password },
      ...(otp
        ? [
            {
              type: 'otp',
              secretData: JSON.stringify({ value: otp }),
              credentialData: JSON.stringify({
                subType: 'totp',
                digits: 6,
                period: 30,
                algorithm: 'HmacSHA1',
                counter: 0,
              }),
            },
          ]
        : []),
    ],
  })),
  authenticationFlows: [
    flow('by level', [step('auth-cookie', 'ALTERNATIVE', 10), within('levels', 'ALTERNATIVE', 20)], true),
    flow('levels', [within('first level', 'CONDITIONAL', 10), within('second level', 'CONDITIONAL', 20)]),
    flow('first level', [level('first', 10), step('auth-username-password-form', 'REQUIRED', 20)]),
    flow('second level', [level('second', 10), step('auth-otp-form', 'REQUIRED', 20)]),
  ],
  authenticatorConfig: [
    { alias: 'first', config: { 'loa-condition-level': '1', 'loa-max-age': '36000' } },
    { alias: 'second', config: { 'loa-condition-level': '2', 'loa-max-age': '0' } },
  ],
});

const claim = (source: string, mapper: string, name = source) => ({
  name,
  protocol: 'openid-connect',
  protocolMapper: mapper,
  config: {
    'user.attribute': source,
    'claim.name': name,
    'jsonType.label': 'String',
    'id.token.claim': 'true',
    'userinfo.token.claim': 'true',
  },
});
const flow = (alias: string, authenticationExecutions: readonly object[], topLevel = false) => ({
  alias,
  providerId: 'basic-flow',
  topLevel,
  builtIn: false,
  authenticationExecutions,
});
const step = (authenticator: string, requirement: string, priority: number) => ({
  authenticator,
  requirement,
  priority,
});
const within = (flowAlias: string, requirement: string, priority: number) => ({
  flowAlias,
  authenticatorFlow: true,
  requirement,
  priority,
});
const level = (authenticatorConfig: string, priority: number) => ({
  ...step('conditional-level-of-authentication', 'REQUIRED', priority),
  authenticatorConfig,
});
