import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from '@playwright/test';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '#lib/config.ts';
import { attachDatabase } from '#lib/store/cluster.ts';
import { freePort } from '#lib/store/postmaster.ts';
import { withClient } from '#lib/store/prepare-database.ts';
import { canRun, findJava } from '#tests/setup/elasticsearch-java.ts';
import { keycloakHome } from '#tests/setup/keycloak/distribution.ts';
import { oneTimeCode } from '#tests/setup/keycloak/one-time-code.ts';
import { realm } from '#tests/setup/keycloak/realm.ts';
import { startKeycloak, type KeycloakServer } from '#tests/setup/keycloak/server.ts';
import { killLeftovers, launch, preparedDataFolder, removeDataFolder } from '#tests/setup/launcher.ts';

const program = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
const java = findJava();
const missing = !java
  ? 'Keycloak needs a Java 21'
  : !canRun('mvn', '--version')
    ? 'Keycloak is fetched by Maven, which is not installed'
    : existsSync(program)
      ? null
      : 'there is no Chromium';

const maria = {
  username: 'maria',
  password: 'quindici gatti',
  firstName: 'Maria',
  lastName: 'Canarin',
  email: 'maria@citizen.example',
  fiscalNumber: 'TINIT-CNRMRA80A41G224K',
  otp: 'a secret of maria',
};
const jürgen = {
  username: 'juergen',
  password: 'siebzehn Vögel',
  firstName: 'Jürgen',
  lastName: 'Ott',
  email: 'juergen@citizen.example',
  personIdentifier: 'DE/IT/4711-0815',
  otp: 'a secret of juergen',
};
const nina = {
  username: 'nina',
  password: 'sedici cani',
  firstName: 'Nina',
  lastName: 'Bassi',
  email: 'nina@comune.example',
  otp: 'a secret of nina',
};
const stranger = {
  username: 'ugo',
  password: 'nessun codice',
  firstName: 'Ugo',
  lastName: 'Ignoti',
  email: 'ugo@x.example',
  otp: 'a secret of ugo',
};

let dataDir: string;
let site: string;
let keycloak: KeycloakServer;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  if (missing || !java) return;
  dataDir = await preparedDataFolder();
  const port = String(await freePort(null));
  site = `http://127.0.0.1:${port}`;
  const client = { id: 'eli4u', secret: 'between us', site };
  keycloak = await startKeycloak(await keycloakHome(), java, realm(client, [maria, jürgen, nina, stranger]));
  const served = launch({
    DATA_DIR: dataDir,
    PORT: port,
    BASE_URL: site,
    OIDC_ISSUER: keycloak.issuer,
    OIDC_CLIENT_ID: client.id,
    OIDC_CLIENT_SECRET: client.secret,
  });
  await served.until(/ELI4U is running at/);
  const database = await attachDatabase(readConfig({ DATA_DIR: dataDir }));
  await withClient(database.appUrl, (connection) =>
    connection.query(
      `INSERT INTO eli4u.staff_member (id, name, email) VALUES ('nina', 'Nina Bassi', 'nina@comune.example')`,
    ),
  );
  await database.release();
  browser = await chromium.launch({ executablePath: program, args: ['--no-sandbox', '--disable-gpu'] });
}, 600_000);
afterAll(async () => {
  if (missing) return;
  await browser.close();
  await killLeftovers(dataDir);
  await keycloak.stop();
  await removeDataFolder(dataDir);
}, 120_000);
beforeEach(async (context) => {
  if (missing) context.skip(missing);
  page = await (await browser.newContext({ locale: 'it-IT' })).newPage();
});

interface Person {
  username: string;
  password: string;
  otp: string;
}

async function comeIn(button: string, { username, password, otp }: Person, factors: 1 | 2 = 2): Promise<void> {
  await page.goto(`${site}/accedi?returnTo=/servizi`);
  await page.getByRole('button', { name: button }).click();
  await page.locator('#username').fill(username);
  await page.locator('#password').fill(password);
  await page.locator('#kc-login').click();
  if (factors === 1) return;
  await page.locator('#otp').fill(freshCode(otp));
  await page.locator('#kc-login').click();
}
/** A code is good once, and the one of the next half-minute already: nobody need wait for it. */
function freshCode(secret: string): string {
  const codes = [0, 30_000, -30_000].map((ahead) => oneTimeCode(secret, Date.now() + ahead));
  const fresh = codes.find((code) => !spent.has(code));
  if (!fresh) throw new Error('every code that is good now has been used');
  spent.add(fresh);
  return fresh;
}
const spent = new Set<string>();
const header = () => page.getByRole('banner').innerText();

describe('a real Keycloak in the place of the broker of SPID and CIE', { timeout: 120_000 }, () => {
  it('lets a citizen in by tax code, back where they were going, and the same person the next time', async () => {
    await comeIn('Entra con la tua identità digitale', maria);
    await page.waitForURL(`${site}/servizi`);
    expect(await header()).toContain('Maria Canarin');
    await page.context().clearCookies();
    await comeIn('Entra con la tua identità digitale', maria);
    await page.waitForURL(`${site}/servizi`);
    const { rows } = await known('Maria Canarin');
    expect(rows).toEqual([{ ...none, tax_code: 'CNRMRA80A41G224K', sessions: ['digitalIdentity', 'digitalIdentity'] }]);
  });

  it('lets in who another State vouches for, without a tax code, and the same person the next time', async () => {
    for (const time of [1, 2]) {
      await comeIn('Entra con la tua identità digitale', jürgen);
      await page.waitForURL(`${site}/servizi`);
      expect([time, await header()]).toEqual([time, expect.stringContaining('Jürgen Ott')]);
      await page.context().clearCookies();
    }
    const { rows } = await known('Jürgen Ott');
    expect(rows).toEqual([{ ...none, foreign_identifier: 'DE/IT/4711-0815', sessions: ['eidas', 'eidas'] }]);
  });

  it('tells who has no code that nobody knows which cases are theirs', async () => {
    await comeIn('Entra con la tua identità digitale', stranger);
    await page.waitForURL(`${site}/accedi?error=noCode`);
    expect(await page.getByRole('main').getByRole('alert').innerText()).toContain('codice fiscale');
    expect(await header()).not.toContain('Ugo');
  });

  it('asks who works here for a second factor', async () => {
    await comeIn('Accedi per lavorare', nina);
    await page.waitForURL(`${site}/servizi`);
    expect(await header()).toContain('Nina Bassi');
  });

  it.each([
    ['Accedi per lavorare', nina],
    ['Entra con la tua identità digitale', maria],
  ])('leaves outside whom the provider vouches for by one factor only: %s', async (button, person) => {
    await page.route('**/protocol/openid-connect/auth?*', async (route) => {
      const url = new URL(route.request().url());
      url.searchParams.set('acr_values', spid(1));
      await route.continue({ url: url.href });
    });
    await comeIn(button, person, 1);
    await page.waitForURL(`${site}/accedi?error=oneFactor`);
    expect(await page.getByRole('main').getByRole('alert').innerText()).toContain('secondo fattore');
    expect(await header()).not.toContain(person.firstName);
  });
});

const spid = (number: 1 | 2) => `https://www.spid.gov.it/SpidL${number}`;

const none = { tax_code: null, foreign_identifier: null, known_by: 'oidc', assurance: spid(2) };

async function known(name: string) {
  const database = await attachDatabase(readConfig({ DATA_DIR: dataDir }));
  try {
    return await withClient(database.appUrl, async (client) => {
      await client.query('BEGIN');
      await client.query(`SELECT eli4u.act_as('system', 'test')`);
      return client.query(
        `SELECT i.tax_code, i.foreign_identifier, i.known_by, i.assurance,
                ARRAY(SELECT s.known_by FROM eli4u.sign_in_session s WHERE s.who_id = a.id) AS sessions
           FROM eli4u.agent a JOIN eli4u.agent_identity i ON i.agent_id = a.id WHERE a.authorised_name = $1`,
        [name],
      );
    });
  } finally {
    await database.release();
  }
}
