import { toScriptJson } from '#lib/projections/schema-org.ts';
import { pageContext } from './page-context.ts';

/** What a page is about, for search engines. */
export async function JsonLd({ thing }: { thing: Record<string, unknown> }) {
  const { nonce } = await pageContext();
  return <script type="application/ld+json" nonce={nonce} dangerouslySetInnerHTML={{ __html: toScriptJson(thing) }} />;
}
