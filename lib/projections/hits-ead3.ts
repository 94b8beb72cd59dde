import type { Level } from '#lib/records/level.ts';
import type { HeldHit } from '#lib/search/search.ts';

export interface Ead3Facts {
  title: string;
  /** Who makes the list: the site. */
  agency: string;
  /** The day it is made, ISO. */
  madeOn: string;
  /** The address that gave it. */
  source: string;
}

/** A unit of the list, or one that stands above some. */
interface Unit {
  id: string;
  title: string;
  level: Level;
  hit: HeldHit | null;
  below: Map<string, Unit>;
}

/** A list as one EAD3 document: each unit under what stands above it, so that the context of the archives is kept. */
export function toEad3(hits: readonly HeldHit[], facts: Ead3Facts): string {
  const units = [...treeOf(hits).values()];
  return `<?xml version="1.0" encoding="UTF-8"?>
<ead xmlns="http://ead3.archivists.org/schema/">
<control>
<recordid instanceurl="${escape(facts.source)}">list-${facts.madeOn}</recordid>
<filedesc><titlestmt><titleproper>${escape(facts.title)}</titleproper></titlestmt></filedesc>
<maintenancestatus value="derived"/>
<maintenanceagency><agencyname>${escape(facts.agency)}</agencyname></maintenanceagency>
<maintenancehistory><maintenanceevent><eventtype value="derived"/><eventdatetime standarddatetime="${facts.madeOn}">${facts.madeOn}</eventdatetime><agenttype value="machine"/><agent>${escape(facts.agency)}</agent></maintenanceevent></maintenancehistory>
</control>
<archdesc level="otherlevel" otherlevel="list">
<did><unittitle>${escape(facts.title)}</unittitle></did>
${units.length > 0 ? `<dsc>\n${units.map((unit) => component(unit)).join('')}</dsc>\n` : ''}</archdesc>
</ead>
`;
}

function treeOf(hits: readonly HeldHit[]): Map<string, Unit> {
  const top = new Map<string, Unit>();
  for (const hit of hits) {
    let branch = top;
    for (const { id, title, level } of hit.ancestors) {
      const above = branch.get(id) ?? { id, title, level, hit: null, below: new Map() };
      branch.set(id, above);
      branch = above.below;
    }
    const known = branch.get(hit.id);
    branch.set(hit.id, { id: hit.id, title: hit.title, level: hit.level, below: known?.below ?? new Map(), hit });
  }
  return top;
}

function component({ id, title, level, hit, below }: Unit): string {
  const label = level === 'other' ? ` otherlevel="${escape(hit?.levelLabel ?? 'other')}"` : '';
  const code = hit?.referenceCode ? `<unitid>${escape(hit.referenceCode)}</unitid>` : '';
  const name = hit ? `<ref href="${escape(hit.url)}">${escape(title)}</ref>` : escape(title);
  const custodian = hit ? `<repository><corpname><part>${escape(hit.custodian)}</part></corpname></repository>` : '';
  const inside = [...below.values()].map(component).join('');
  return `<c id="${/^[a-z_]/i.test(id) ? id : `u-${id}`}" level="${level === 'other' ? 'otherlevel' : level}"${label}><did>${code}<unittitle>${name}</unittitle>${datesOf(hit)}${custodian}</did>${inside}</c>\n`;
}

function datesOf(hit: HeldHit | null): string {
  if (!hit) return '';
  const { display, start, end } = hit.dates;
  if (!display && !start && !end) return '';
  const normal = start && end ? ` normal="${start}/${end}"` : '';
  return `<unitdate${normal}>${escape(display ?? [start, end].filter(Boolean).join(' – '))}</unitdate>`;
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
