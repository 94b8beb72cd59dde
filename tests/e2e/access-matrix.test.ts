import { expect, test } from '@playwright/test';
import { addClient, clientScopes, revokeClient } from '#lib/store/api-clients.ts';
import { openAskers, shapeOf, type Askers } from './access/ask-site.ts';
import { isClient, typeOfKey, type Asker, type Client } from './access/people.ts';
import { rules, type Rule } from './access/rules.ts';
import { addressOf, siteRoutes, type SiteRoute } from './access/site-routes.ts';
import { openSiteStore, type SiteStore } from './access/site-store.ts';
import { createTargets, type Asked, type Parameters, type TargetName, type Targets } from './access/targets.ts';

let store: SiteStore;
let targets: Targets;
let askers: Askers;
const names = ['prova degli accessi', 'prova degli accessi, senza diritti'] as const;

test.beforeAll(async () => {
  store = await openSiteStore();
  targets = createTargets(store.pool);
  const keys: Partial<Record<Client, string>> = { wrongKey: 'eli4u_0123456789ab_nobody' };
  const marks = [`${names[0]} ${Date.now()}`, `${names[1]} ${Date.now()}`] as const;
  const strong = await addClient(store.pool, { name: marks[0], scopes: [...clientScopes], types: [typeOfKey] });
  const weak = await addClient(store.pool, { name: marks[1], scopes: [], types: ['*'] });
  askers = await openAskers({ ...keys, key: strong?.key ?? '', weakKey: weak?.key ?? '' });
});
test.afterAll(async () => {
  const { rows } = await store.pool.query<{ name: string }>(
    `SELECT name FROM eli4u.api_client WHERE name LIKE 'prova degli accessi%' AND revoked_at IS NULL`,
  );
  for (const { name } of rows) await revokeClient(store.pool, name, new Date());
  await store.end();
});

test('every role gets of every address what its rule says: own, another’s and none', async () => {
  // Some 1,300 answers: half a minute on a quiet machine.
  test.setTimeout(600_000);
  const wrong: string[] = [];
  const routes = siteRoutes();
  const found = new Map<string, Promise<Asked>>();
  const askedOf = (of: TargetName, asker: Asker) => {
    const name = `${of} ${asker}`;
    const known = found.get(name) ?? targets[of](asker);
    found.set(name, known);
    return known;
  };
  for (const route of routes) {
    const rule = rules[route.pattern];
    if (!rule) {
      wrong.push(`${route.pattern}: no rule in tests/e2e/access/rules.ts says whose it is`);
      continue;
    }
    const who = Object.keys(rule.audience) as Asker[];
    await Promise.all(
      who.map(async (asker) => wrong.push(...(await checked(route, rule, asker, await askedOf(rule.of, asker))))),
    );
  }
  expect(wrong).toEqual([]);
});

/** What is not as the rule says, one line each. Whoever does not get in is asked once: for what is there, where anything is. */
async function checked(route: SiteRoute, rule: Rule, asker: Asker, asked: Asked): Promise<string[]> {
  const due = rule.audience[asker] ?? 404;
  const wrong = await written(route, rule, asker, asked);
  if (!route.methods.includes('GET')) return wrong;
  const says = async (what: string, parameters: Parameters | undefined, expected: readonly unknown[]) => {
    if (!parameters) return null;
    const address = addressOf(route.pattern, parameters);
    const said = await askers.ask(asker, address);
    if (!expected.includes(said.status))
      wrong.push(`${what}: ${said.status}, not ${expected.join(' or ')}: ${route.pattern} as ${asker}`);
    return shapeOf(said, address, parameters);
  };
  if (due !== 'in') {
    await says('closed', asked.own ?? asked.other ?? asked.none, [due]);
    return wrong;
  }
  await says('own', asked.own, [rule.ok].flat());
  if (rule.of === 'nothing') return wrong;
  const none = await says('none', asked.none, [rule.missing]);
  const other = await says('another’s', asked.other, [rule.missing]);
  if (other !== null && other !== none) wrong.push(`another’s and none are told apart: ${route.pattern} as ${asker}`);
  return wrong;
}

/** What writes is for keys: refused without the right one, and another’s answers as none. What is one’s own is left alone. */
async function written(route: SiteRoute, rule: Rule, asker: Asker, asked: Asked): Promise<string[]> {
  if (!isClient(asker) || asker === 'wrongKey') return [];
  const wrong: string[] = [];
  const due = rule.audience[asker];
  for (const method of route.methods.filter((one) => one !== 'GET')) {
    const none = await askers.ask(asker, addressOf(route.pattern, asked.none), method);
    const isRight = due === 'in' ? Number(none.status) >= 400 && Number(none.status) < 500 : none.status === due;
    if (!isRight) wrong.push(`${method} none: ${none.status}, not ${due}: ${route.pattern} as ${asker}`);
    if (!asked.other || due !== 'in') continue;
    const other = await askers.ask(asker, addressOf(route.pattern, asked.other), method);
    if (
      other.status !== none.status ||
      shapeOf(other, addressOf(route.pattern, asked.other), asked.other) !==
        shapeOf(none, addressOf(route.pattern, asked.none), asked.none)
    )
      wrong.push(`${method} another’s: ${other.status}, and of none ${none.status}: ${route.pattern} as ${asker}`);
  }
  return wrong;
}
