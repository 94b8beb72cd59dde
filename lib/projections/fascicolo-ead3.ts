import type { FascicoloFacts, FascicoloLine } from '#lib/records/fascicolo-line.ts';
import { toMarkup } from '#lib/records/markup-text.ts';

/** A fascicolo as EAD3: one record of level file with its items, a part at a time. A document that is withheld is an item that says no more. */
export async function* fascicoloEad3(
  facts: FascicoloFacts,
  lines: AsyncIterable<FascicoloLine>,
): AsyncGenerator<string> {
  const { agency, madeAt } = facts;
  yield `<?xml version="1.0" encoding="UTF-8"?>
<ead xmlns="http://ead3.archivists.org/schema/">
<control>
<recordid instanceurl="${toMarkup(facts.url)}">${toMarkup(facts.id)}</recordid>
<filedesc><titlestmt><titleproper>${toMarkup(facts.title)}</titleproper></titlestmt></filedesc>
<maintenancestatus value="derived"/>
<maintenanceagency><agencyname>${toMarkup(agency)}</agencyname></maintenanceagency>
<maintenancehistory><maintenanceevent><eventtype value="derived"/><eventdatetime standarddatetime="${toMarkup(madeAt)}">${toMarkup(madeAt)}</eventdatetime><agenttype value="machine"/><agent>${toMarkup(agency)}</agent></maintenanceevent></maintenancehistory>
</control>
<archdesc level="file">
<did>${facts.code ? `<unitid>${toMarkup(facts.code)}</unitid>` : ''}<unittitle>${toMarkup(facts.title)}</unittitle>${datesOf(facts)}<repository><corpname><part>${toMarkup(agency)}</part></corpname></repository></did>
`;
  let any = false;
  for await (const line of lines) {
    if (!any) yield '<dsc>\n';
    any = true;
    yield component(facts, line);
  }
  yield `${any ? '</dsc>\n' : ''}</archdesc>
</ead>
`;
}

function datesOf({ openedOn, closedOn }: FascicoloFacts): string {
  if (!openedOn) return '';
  return closedOn
    ? `<unitdate normal="${openedOn}/${closedOn}">${openedOn} – ${closedOn}</unitdate>`
    : `<unitdate>dal ${openedOn}</unitdate>`;
}

function component({ id, url }: FascicoloFacts, { ordinal, outcome, document }: FascicoloLine): string {
  if (!document)
    return `<c level="item"><did><unittitle>Documento ${ordinal}</unittitle></did><accessrestrict><p>Non consultabile da chi ha chiesto questa descrizione.</p></accessrestrict></c>\n`;
  const { record, title, registration, format, bytes, sha256, addedOn, destroyedOn } = document;
  const number = registration
    ? `<unitid label="protocollo">${toMarkup(`${registration.register} ${String(registration.number).padStart(7, '0')}/${registration.year}`)}</unitid>`
    : '';
  const day = registration?.on ?? addedOn;
  const held = outcome === 'included';
  const object = held
    ? `<dao daotype="borndigital" href="${toMarkup(`${url}/documenti/${encodeURIComponent(record)}`)}"/>`
    : '';
  const fate = destroyedOn ? `Scartato con autorizzazione il ${destroyedOn}.` : 'Il contenuto manca o è alterato.';
  const appraisal = held ? '' : `<appraisal><p>${toMarkup(fate)}</p></appraisal>`;
  return `<c id="${toMarkup(/^[a-z_]/i.test(record) ? record : `u-${record}`)}" level="item"><did>${number}<unitid label="fascicolo">${toMarkup(id)}/${ordinal}</unitid><unittitle>${toMarkup(title)}</unittitle><unitdate normal="${day}">${day}</unitdate><physdesc>${toMarkup(`${format}, ${bytes} byte, SHA-256 ${sha256}`)}</physdesc>${object}</did>${appraisal}</c>\n`;
}
