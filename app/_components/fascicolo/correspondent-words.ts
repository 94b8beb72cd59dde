import type { Translate } from '#lib/i18n/translate.ts';
import type { IndexedDocument } from '#lib/store/fascicolo-index/fascicolo-index.ts';

/** Whom a document came from or goes to, two by name; null where nobody is named. */
export function correspondentWords({ flow, sender, recipients }: IndexedDocument, t: Translate): string | null {
  const others = (flow === 'out' ? recipients : sender).map(({ name }) => name).filter((name) => name !== '');
  if (others.length === 0) return null;
  const first = others.slice(0, 2).join(', ');
  const names = others.length > 2 ? t('index.andMore', { names: first, count: String(others.length - 2) }) : first;
  return t(flow === 'out' ? 'index.to' : 'index.from', { names });
}
