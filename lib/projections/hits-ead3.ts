import type { Level } from '#lib/records/level.ts';
import { toMarkup } from '#lib/records/markup-text.ts';
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
<recordid instanceurl="${toMarkup(facts.source)}">list-${facts.madeOn}</recordid>
<filedesc><titlestmt><titleproper>${toMarkup(facts.title)}</titleproper></titlestmt></filedesc>
<maintenancestatus value="derived"/>
<maintenanceagency><agencyname>${toMarkup(facts.agency)}</agencyname></maintenanceagency>
<maintenancehistory><maintenanceevent><eventtype value="derived"/><eventdatetime standarddatetime="${facts.madeOn}">${facts.madeOn}</eventdatetime><agenttype value="machine"/><agent>${toMarkup(facts.agency)}</agent></maintenanceevent></maintenancehistory>
</control>
<archdesc level="otherlevel" otherlevel="list">
<did><unittitle>${toMarkup(facts.title)}</unittitle></did>
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
  const label = level === 'other' ? ` otherlevel="${toMarkup(hit?.levelLabel ?? 'other')}"` : '';
  const code = hit?.referenceCode ? `<unitid>${toMarkup(hit.referenceCode)}</unitid>` : '';
  const name = hit ? `<ref href="${toMarkup(hit.url)}">${toMarkup(title)}</ref>` : toMarkup(title);
  const custodian = hit ? `<repository><corpname><part>${toMarkup(hit.custodian)}</part></corpname></repository>` : '';
  const inside = [...below.values()].map(component).join('');
  return `<c id="${/^[a-z_]/i.test(id) ? id : `u-${id}`}" level="${level === 'other' ? 'otherlevel' : level}"${label}><did>${code}<unittitle>${name}</unittitle>${datesOf(hit)}${custodian}</did>${inside}</c>\n`;
}

function datesOf(hit: HeldHit | null): string {
  if (!hit) return '';
  const { display, start, end } = hit.dates;
  if (!display && !start && !end) return '';
  const normal = start && end ? ` normal="${start}/${end}"` : '';
  return `<unitdate${normal}>${toMarkup(display ?? [start, end].filter(Boolean).join(' – '))}</unitdate>`;
}
