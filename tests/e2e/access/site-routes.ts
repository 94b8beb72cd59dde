import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** One address of the site, as the folders of `app` make it: `/records/[id]`. */
export interface SiteRoute {
  pattern: string;
  kind: 'page' | 'route';
  /** What a route answers; a page is read. */
  methods: readonly string[];
}

const verbs = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];
const exported = /export (?:const|async function|function) (\w+)|export \{([^}]+)\}/g;

/** Every page and route below a folder, in order. Groups in brackets are no part of an address. */
export function siteRoutes(folder = 'app'): SiteRoute[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(path.sep).join('/'))
    .flatMap((file): SiteRoute[] => {
      const [, place = '', kind] = /^(.*?)\/?(page\.tsx|route\.ts)$/.exec(`/${file}`) ?? [];
      if (kind === undefined || !/(^|\/)(page\.tsx|route\.ts)$/.test(file)) return [];
      const pattern = place.replace(/\/\([^)]+\)/g, '') || '/';
      if (kind === 'page.tsx') return [{ pattern, kind: 'page', methods: ['GET'] }];
      const text = readFileSync(path.join(folder, file), 'utf8');
      const names = [...text.matchAll(exported)].flatMap(([, one, several = '']) => one ?? several.split(/[\s,]+/));
      const methods = verbs.filter((verb) => names.includes(verb));
      return [{ pattern, kind: 'route', methods }];
    })
    .sort((a, b) => a.pattern.localeCompare(b.pattern));
}

/** A pattern with its brackets filled. */
export const addressOf = (pattern: string, parameters: Readonly<Record<string, string>>): string =>
  pattern.replace(/\[(?:\.\.\.)?(\w+)\]/g, (_, name: string) => encodeURIComponent(parameters[name] ?? 'zzzzzzzz'));
