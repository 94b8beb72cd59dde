import { readFile } from 'node:fs/promises';
import { test as base, expect, type Locator, type Page } from '@playwright/test';
import type { AddedUnits } from './holdings.ts';

export { expect };

/** Where the site runs; set by the global setup. */
export const siteUrl = (): string => {
  const url = process.env.SITE_URL;
  if (!url) throw new Error('SITE_URL is not set');
  return url;
};

/** Pages of the site: a stray line on the console, a failed request or one to another host fails the test. */
export const test = base.extend<{ stray: string[]; expectedStatus: Set<number> }>({
  baseURL: async ({}, use) => use(siteUrl()),
  expectedStatus: async ({}, use) => use(new Set()),
  stray: [
    async ({ page, expectedStatus }, use) => {
      const stray: string[] = [];
      page.on('console', (message) => {
        const refused = /status of (\d+)/.exec(message.text());
        const known = refused !== null && expectedStatus.has(Number(refused[1]));
        if (['error', 'warning'].includes(message.type()) && !known) stray.push(`console: ${message.text()}`);
      });
      page.on('pageerror', (error) => stray.push(`page: ${error.message}`));
      page.on('request', (request) => {
        const { origin, protocol } = new URL(request.url());
        // The browser's own viewer of PDFs is an extension of its own.
        const ownParts = ['data:', 'chrome:', 'chrome-extension:'];
        if (!ownParts.includes(protocol) && origin !== siteUrl()) stray.push(`foreign request: ${request.url()}`);
      });
      await use(stray);
      expect(stray).toEqual([]);
    },
    { auto: true },
  ],
});

/** Ids of the units that the global setup adds to the demonstration holdings; null on a site that was running already. */
export const addedUnits = (): AddedUnits | null =>
  process.env.SITE_HOLDINGS ? (JSON.parse(process.env.SITE_HOLDINGS) as AddedUnits) : null;

/** Those ids, for a test that is about them. */
export function neededUnits(): AddedUnits {
  const added = addedUnits();
  test.skip(added === null, 'the site was running already: its holdings lack the units this is about');
  if (!added) throw new Error('unreachable: skipped');
  return added;
}

/** The question field of a page: with script it suggests, and is a combobox. */
export const questionField = (page: Page): Locator => {
  const main = page.getByRole('main');
  return main.getByRole('searchbox').or(main.getByRole('combobox', { name: /Parole da cercare|Words to search for/ }));
};

interface AxeResult {
  violations: { id: string; help: string; nodes: { html: string; failureSummary?: string }[] }[];
}

const axeSource = readFile('node_modules/axe-core/axe.min.js', 'utf8');

/** Violations of WCAG 2.1 A and AA that axe finds on the page, one line each. */
export async function violationsOn(page: Page): Promise<string[]> {
  // Evaluated by the browser's own tools, which the page's content security policy does not bind.
  await page.evaluate(await axeSource);
  const result = await page.evaluate<AxeResult>(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'] })`,
  );
  return result.violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.html.slice(0, 200)} ${node.failureSummary ?? ''}`),
  );
}

interface FoundHit {
  id: string;
  title: string;
  visibility: string;
  ancestors: { id: string }[];
}

/** What the public search finds. */
export async function searchHits(query: string): Promise<FoundHit[]> {
  const response = await fetch(`${siteUrl()}/api/v1/search?${query}`);
  const answer = (await response.json()) as { hits: FoundHit[] };
  return answer.hits;
}

/** A unit of the demonstration holdings with many siblings: a child in the middle of the largest of the first series. */
export function crowdedUnit(): Promise<{ id: string; parentId: string; total: number }> {
  crowded ??= findCrowdedUnit();
  return crowded;
}

let crowded: Promise<{ id: string; parentId: string; total: number }> | undefined;

async function findCrowdedUnit(): Promise<{ id: string; parentId: string; total: number }> {
  let best = { id: '', parentId: '', total: 0 };
  const added = Object.values(addedUnits() ?? {});
  const parents = [...(await searchHits('level=series')), ...(await searchHits('level=fonds'))];
  for (const parent of parents.filter(({ id }) => !added.includes(id))) {
    const response = await fetch(`${siteUrl()}/api/v1/records/${parent.id}/children?limit=100`);
    const page = (await response.json()) as { items: { id: string }[]; total: number };
    const middle = page.items[Math.floor(page.items.length / 2)];
    if (middle && page.total > best.total) best = { id: middle.id, parentId: parent.id, total: page.total };
  }
  return best;
}
