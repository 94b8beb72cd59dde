import { expect, test } from '@playwright/test';
import { addClient, clientScopes, revokeClient } from '#lib/store/api-clients.ts';
import { openAskers, shapeOf, type Askers } from './access/ask-site.ts';
import { isCitizen, isClient, typeOfKey, type Asker, type Client } from './access/people.ts';
import { aheadRules, rules, writtenPages, type Rule } from './access/rules.ts';
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

test('what is answered ahead of the pages is answered by the same sessions', async () => {
  for (const [address, audience] of Object.entries(aheadRules))
    for (const [asker, due] of Object.entries(audience))
      expect([asker, (await askers.ask(asker as Asker, address)).status]).toEqual([asker, due]);
});

test('a form of somebody’s own page changes nothing when somebody else sends it', async () => {
  test.setTimeout(300_000);
  const owner = 'cittadina';
  const state = async () => {
    const { rows } = await store.pool.query<{ state: string }>(
      `SELECT concat_ws(' ', (SELECT sum(version) FROM eli4u.procedure), (SELECT count(*) FROM eli4u.case_mute), (SELECT count(*) FROM eli4u.delegation),
         (SELECT count(*) FROM eli4u.notification_preference p JOIN eli4u.demo_citizen c ON c.agent_id = p.agent_id AND c.persona = $1),
         (SELECT count(*) FROM eli4u.audit_event e JOIN eli4u.demo_citizen c ON e.subject_id = c.agent_id AND c.persona = $1
           WHERE e.action NOT IN ('signedIn', 'signedOut'))) AS state`,
      [owner],
    );
    return rows[0]?.state;
  };
  let sent = 0;
  for (const { pattern, of } of writtenPages) {
    const path = addressOf(pattern, (await targets[of](owner)).own ?? {});
    const { text } = await askers.ask(owner, path);
    for (const form of formsOf(text)) {
      const before = await state();
      for (const asker of ['nobody', 'impresa', 'studiosa', 'operatore', 'archivista'] as const) {
        // Of one's own profile or wishes everybody has such a form: only cases are somebody's by their address.
        if (of === 'nothing' && isCitizen(asker)) continue;
        const said = await askers.post(asker, path, form);
        sent += 1;
        const isRefused = ['signIn', 401, 403].includes(said.status);
        // Another citizen is led to their own pages.
        expect([path, asker, said.status, isRefused || (isCitizen(asker) && Number(said.status) < 500)]).toEqual([
          path,
          asker,
          said.status,
          true,
        ]);
      }
      expect([path, await state()]).toEqual([path, before]);
    }
  }
  expect(sent).toBeGreaterThan(15);
});

/** What each form of a page that posts to its own action would send, with the fields as they stand. */
function formsOf(html: string): FormData[] {
  return [...html.matchAll(/<form\b[^>]*>(.*?)<\/form>/gs)].flatMap(([, inside = '']) => {
    const data = new FormData();
    for (const [tag] of inside.matchAll(/<(?:input|button)\b[^>]*>/g)) {
      const value = (name: string) =>
        new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1]?.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
      const name = value('name');
      if (name !== undefined && value('type') !== 'file') data.append(name, value('value') ?? 'x');
    }
    for (const [, name = ''] of inside.matchAll(/<textarea\b[^>]* name="([^"]+)"/g)) data.append(name, 'x');
    return [...data.keys()].some((name) => name.startsWith('$ACTION')) ? [data] : [];
  });
}

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
