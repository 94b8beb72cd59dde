import { attribute, textOf, within, type XmlElement } from '#ingest/parse/xml/element.ts';
import { europeanaRights } from '#lib/records/rights-statements.ts';

export interface MetsRights {
  /** Of what says nothing of its own: the first that is told. */
  usual: string | null;
  /** Known statements by the id of their section; null: it names none that is known. */
  byId: ReadonlyMap<string, string | null>;
}

/** What may be done with the images, as the sections of rights tell it; statements that are none that are known are passed over, and told. */
export function rightsOf(root: XmlElement, warnings: string[]): MetsRights {
  const byId = new Map<string, string | null>();
  let usual: string | null | undefined;
  for (const section of within(root, 'rightsMD')) {
    const said = statementOf(section);
    const isKnown = said !== null && europeanaRights(said) !== null;
    if (said !== null && !isKnown) warnings.push(`rights that are no known statement: ${said}`);
    const id = attribute(section, 'ID');
    if (id !== null) byId.set(id, isKnown ? said : null);
    if (said !== null) usual ??= isKnown ? said : null;
  }
  return { usual: usual ?? null, byId };
}

/**
 * What is said of a file: by its own section, by that of its group, or usually.
 * @param admIds the sections that each of these names (METS `ADMID`), the nearest first
 */
export function rightsOfFile(admIds: readonly (string | null)[], { byId, usual }: MetsRights): string | null {
  const name = admIds.flatMap((one) => one?.split(/\s+/) ?? []).find((one) => byId.has(one));
  return name === undefined ? usual : (byId.get(name) ?? null);
}

/** Who holds them. */
export function holderOf(root: XmlElement): string | null {
  for (const section of within(root, 'rightsMD')) {
    const [holder] = within(section, 'RightsHolderName');
    if (holder && textOf(holder) !== '') return textOf(holder);
  }
  return null;
}

function statementOf(section: XmlElement): string | null {
  const said = within(section, 'RightsDeclaration', 'UserName', 'rights', 'license');
  for (const one of [section, ...said]) {
    const [uri] = /https?:\/\/\S+/.exec(textOf(one)) ?? [];
    if (uri) return uri;
  }
  const named = within(section, 'RightsDeclarationMD').map((one) => attribute(one, 'OTHERCATEGORYTYPE', 'RIGHTSDECID'));
  return named.find((value) => value !== null && /^https?:/.test(value)) ?? null;
}
