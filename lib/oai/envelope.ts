import { toMarkup } from '#lib/records/markup-text.ts';
import type { DisseminatedRow } from '#lib/records/dissemination.ts';
import type { DisseminatingSite } from '#lib/records/harvest-views.ts';
import { writeDate } from './dates.ts';
import type { OaiError } from './errors.ts';
import { setsOf } from './sets.ts';

/** Where the interface is. */
export const baseUrlOf = (site: DisseminatingSite): string => `${site.baseUrl}/oai`;

/** What begins an answer; arguments are repeated only where all of them were right (OAI-PMH 2.0 §3.2). */
export function openAnswer(
  site: DisseminatingSite,
  told: number,
  asked: readonly (readonly [string, string])[],
): string {
  const attributes = asked.map(([name, value]) => ` ${name}="${toMarkup(value)}"`).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>
<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/ http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd">
<responseDate>${writeDate(told)}</responseDate>
<request${attributes}>${toMarkup(baseUrlOf(site))}</request>
`;
}

export const closeAnswer = '</OAI-PMH>\n';

export const errorsXml = (errors: readonly OaiError[]): string =>
  errors.map(({ code, message }) => `<error code="${code}">${toMarkup(message)}</error>\n`).join('');

export const identifierOf = (site: DisseminatingSite, id: string): string => `oai:${site.oaiDomain}:${id}`;

/** The id in an identifier of ours; null in any other. */
export function idIn(site: DisseminatingSite, identifier: string): string | null {
  const start = `oai:${site.oaiDomain}:`;
  return identifier.startsWith(start) ? identifier.slice(start.length) : null;
}

/** A header; `deleted` also where it is gone from the format that was asked for. */
export function headerXml(site: DisseminatingSite, row: DisseminatedRow, stamp: number, deleted: boolean): string {
  const sets = setsOf(row)
    .map((set) => `<setSpec>${set}</setSpec>`)
    .join('');
  return `<header${deleted ? ' status="deleted"' : ''}><identifier>${toMarkup(identifierOf(site, row.id))}</identifier><datestamp>${writeDate(stamp)}</datestamp>${sets}</header>`;
}

/** The token of a page, where the list has more than one; empty on the last. */
export const tokenXml = (token: string | null, page: { cursor: number; size: number }): string =>
  `<resumptionToken completeListSize="${page.size}" cursor="${page.cursor}">${token ?? ''}</resumptionToken>\n`;
