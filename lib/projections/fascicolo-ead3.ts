import type { FascicoloFacts, FascicoloLine } from '#lib/records/fascicolo-line.ts';

/** A fascicolo as EAD3: one record of level file with its items, a part at a time. A document that is withheld is an item that says no more. */
export async function* fascicoloEad3(
  facts: FascicoloFacts,
  lines: AsyncIterable<FascicoloLine>,
): AsyncGenerator<string> {
  const { agency, madeAt } = facts;
  yield `<?xml version="1.0" encoding="UTF-8"?>
<ead xmlns="http://ead3.archivists.org/schema/">
<control>
<recordid instanceurl="${escape(facts.url)}">${escape(facts.id)}</recordid>
<filedesc><titlestmt><titleproper>${escape(facts.title)}</titleproper></titlestmt></filedesc>
<maintenancestatus value="derived"/>
<maintenanceagency><agencyname>${escape(agency)}</agencyname></maintenanceagency>
<maintenancehistory><maintenanceevent><eventtype value="derived"/><eventdatetime standarddatetime="${escape(madeAt)}">${escape(madeAt)}</eventdatetime><agenttype value="machine"/><agent>${escape(agency)}</agent></maintenanceevent></maintenancehistory>
</control>
<archdesc level="file">
<did>${facts.code ? `<unitid>${escape(facts.code)}</unitid>` : ''}<unittitle>${escape(facts.title)}</unittitle>${datesOf(facts)}<repository><corpname><part>${escape(agency)}</part></corpname></repository></did>
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
    ? `<unitid label="protocollo">${escape(`${registration.register} ${String(registration.number).padStart(7, '0')}/${registration.year}`)}</unitid>`
    : '';
  const day = registration?.on ?? addedOn;
  const held = outcome === 'included';
  const object = held
    ? `<dao daotype="borndigital" href="${escape(`${url}/documenti/${encodeURIComponent(record)}`)}"/>`
    : '';
  const fate = destroyedOn ? `Scartato con autorizzazione il ${destroyedOn}.` : 'Il contenuto manca o è alterato.';
  const appraisal = held ? '' : `<appraisal><p>${escape(fate)}</p></appraisal>`;
  return `<c id="${escape(/^[a-z_]/i.test(record) ? record : `u-${record}`)}" level="item"><did>${number}<unitid label="fascicolo">${escape(id)}/${ordinal}</unitid><unittitle>${escape(title)}</unittitle><unitdate normal="${day}">${day}</unitdate><physdesc>${escape(`${format}, ${bytes} byte, SHA-256 ${sha256}`)}</physdesc>${object}</did>${appraisal}</c>\n`;
}

/** As text and in attributes; what XML 1.0 has no place for is left out. */
const escape = (text: string): string =>
  text
    .toWellFormed()
    // eslint-disable-next-line no-control-regex -- exactly these
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
