import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '#lib/store/postmaster.ts';
import { postmasterOf, removeDataFolder, type Running } from '#tests/setup/launcher.ts';
import { welcomeNewcomer, type Newcomer } from '#tests/setup/newcomer.ts';
import { familyOf, killAll, stillAlive } from '#tests/setup/processes.ts';

const { NEWCOMER, CI, REQUIRE_ALL } = process.env;
const isAsked = NEWCOMER === '1' || CI === 'true' || CI === '1' || REQUIRE_ALL === '1';

/** Packages are fetched and the pages built from nothing. */
const patience = 20 * 60_000;

let newcomer: Newcomer | null = null;
let site: Running | null = null;
let url: string;

beforeAll(async () => {
  if (!isAsked) return;
  const port = String(await freePort(null));
  url = `http://127.0.0.1:${port}`;
  newcomer = await welcomeNewcomer({ PORT: port });
});
afterAll(async () => {
  // The whole group, as npm may be gone already.
  if (site) killAll([-site.pid]);
  if (!newcomer) return;
  await removeDataFolder(path.join(newcomer.clone, '.data'));
  await removeDataFolder(newcomer.folder);
}, 120_000);

async function page(address: string): Promise<string> {
  const answer = await fetch(url + address);
  expect({ address, status: answer.status }).toEqual({ address, status: 200 });
  return answer.text();
}

/** As React writes a text. */
function asHtml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#x27;' };
  return text.replace(/[&<>"']/g, (mark) => entities[mark] ?? mark);
}

interface Answer {
  total: number;
  hits: { id: string; url: string; title: string }[];
}

describe('on a clean clone, with only Node', () => {
  it(
    'npm install and npm start give a site with the demonstration holdings, and Ctrl-C ends it',
    async (context) => {
      if (!newcomer) return context.skip('takes minutes: set NEWCOMER=1 (CI and REQUIRE_ALL=1 do)');
      const { code, errors } = await newcomer.npm('install').ended;
      expect(code === 0 ? '' : errors).toBe('');

      site = newcomer.npm('start');
      await site.until(/ELI4U is running at/);
      expect(await page('/readyz')).toMatch(/^ready\n/);
      const home = await page('/');
      for (const fonds of ['Estimi', 'Ducali']) expect(home).toContain(fonds);
      const answer = JSON.parse(await page('/api/v1/search?q=estimo')) as Answer;
      const hit = answer.hits[0] as Answer['hits'][number];
      expect(answer.total).toBeGreaterThan(10);
      expect(await page('/search?q=estimo')).toContain(`/records/${hit.id}`);
      expect(await page(`/records/${hit.id}`)).toContain(asHtml(hit.title));

      const family = familyOf(site.pid);
      process.kill(-site.pid, 'SIGINT');
      const ended = await site.ended;
      // npm and its shell may say that they were interrupted; the launcher ends in order.
      expect(ended.out).toMatch(/^stopping$/m);
      expect(ended.errors.split('\n').filter((line) => line && !line.startsWith('npm warn'))).toEqual([]);
      await expect.poll(() => stillAlive(family), { timeout: 10_000 }).toEqual([]);
      expect(await postmasterOf(path.join(newcomer.clone, '.data'))).toBeNull();
      if (existsSync(path.join(newcomer.clone, '.git'))) {
        // Each version of npm writes the lock file in its own way.
        const asked = ['status', '--porcelain', '--', '.', ':!package-lock.json'];
        const changed = execFileSync('git', asked, { cwd: newcomer.clone }).toString();
        expect(changed).toBe('');
      }
    },
    patience,
  );
});
