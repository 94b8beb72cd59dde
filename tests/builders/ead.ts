/** Small finding aids for tests, EAD3: `unit('b. 1', 'Lettere', [...children])` reads like the tree it makes. */

export interface UnitSpec {
  id?: string;
  level?: string;
  unitid?: string;
  title: string;
  date?: string;
  audience?: 'internal';
  /** Raw XML after the did. */
  body?: string;
  /** Raw XML within the did. */
  did?: string;
  children?: UnitSpec[];
}

export function unit(title: string, spec: Omit<UnitSpec, 'title'> = {}): UnitSpec {
  return { title, ...spec };
}

export interface EadSpec {
  recordid?: string;
  agency?: string;
  title?: string;
  did?: string;
  body?: string;
  children: UnitSpec[];
}

export function ead(spec: EadSpec): string {
  const recordid = spec.recordid === undefined ? 'test-1' : spec.recordid;
  return `<?xml version="1.0" encoding="UTF-8"?>
<ead xmlns="http://ead3.archivists.org/schema/"><control>${recordid ? `<recordid>${recordid}</recordid>` : '<recordid/>'}
<filedesc><titlestmt><titleproper>${spec.title ?? 'Fondo di prova'}</titleproper></titlestmt></filedesc>
<maintenanceagency><agencycode>${spec.agency ?? 'IT-TEST'}</agencycode><agencyname>Archivio di prova</agencyname></maintenanceagency></control>
<archdesc level="fonds"><did><unitid>F</unitid><unittitle>${spec.title ?? 'Fondo di prova'}</unittitle>${spec.did ?? ''}</did>${spec.body ?? ''}
<dsc>${spec.children.map(component).join('\n')}</dsc></archdesc></ead>`;
}

function component(spec: UnitSpec): string {
  const attributes = [
    spec.id ? ` id="${spec.id}"` : '',
    ` level="${spec.level ?? (spec.children?.length ? 'series' : 'file')}"`,
    spec.audience ? ` audience="${spec.audience}"` : '',
  ].join('');
  return `<c${attributes}><did>${spec.unitid ? `<unitid>${spec.unitid}</unitid>` : ''}<unittitle>${spec.title}</unittitle>${
    spec.date ? `<unitdate normal="${spec.date}">${spec.date}</unitdate>` : ''
  }${spec.did ?? ''}</did>${spec.body ?? ''}${(spec.children ?? []).map(component).join('\n')}</c>`;
}
