import type { Draft, UnitDraft } from '#ingest/draft.ts';
import { readSource } from '#ingest/parse/source.ts';

/** Drafts of a document given as text or bytes, fed in pieces of the size asked for. */
export async function read(
  text: string | Uint8Array,
  settings: { maxUnitBytes?: number; piece?: number; harvested?: boolean } = {},
): Promise<Draft[]> {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  const piece = settings.piece ?? 65_536;
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
  }
  const drafts: Draft[] = [];
  const options = {
    fileName: 'test.xml',
    ...(settings.maxUnitBytes && { maxUnitBytes: settings.maxUnitBytes }),
    ...(settings.harvested && { harvested: true }),
  };
  for await (const batch of readSource(pieces(), options)) drafts.push(...batch);
  return drafts;
}

export const ofKind = <K extends Draft['kind']>(drafts: readonly Draft[], kind: K) =>
  drafts.filter((draft): draft is Extract<Draft, { kind: K }> => draft.kind === kind);

/** The only unit of a document with this content in its archdesc. */
export async function readUnit(
  content: string,
  attributes = 'level="fonds"',
  namespace = 'http://ead3.archivists.org/schema/',
): Promise<UnitDraft> {
  const header =
    namespace === 'urn:isbn:1-931666-22-9'
      ? '<eadheader><eadid>x</eadid></eadheader>'
      : '<control><recordid>x</recordid></control>';
  const drafts = await read(
    `<ead xmlns="${namespace}" xmlns:xlink="http://www.w3.org/1999/xlink">${header}<archdesc ${attributes}>${content}</archdesc></ead>`,
  );
  const [unit] = ofKind(drafts, 'unit');
  if (!unit) throw new Error(JSON.stringify(drafts));
  return unit;
}

export const ead2002 = 'urn:isbn:1-931666-22-9';
