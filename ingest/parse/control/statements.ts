import { elements, type XmlElement } from '#ingest/parse/xml/element.ts';
import { wordTable } from '#ingest/word-table.ts';

/** One statement on the description itself, with the label under which readers find it. */
export interface ControlStatement {
  label: string;
  element: XmlElement;
}

/** What `control` (EAD3, EAC, EAG) and `eadheader` (EAD 2002) say of the description, by lower-case name: ISAD(G) 3.7, ISAAR(CPF) 5.4. */
const labels = wordTable<string>({
  subtitle: 'Sottotitolo dello strumento di ricerca',
  author: 'Autore dello strumento di ricerca',
  sponsor: 'Finanziamento',
  editionstmt: 'Edizione',
  publicationstmt: 'Pubblicazione',
  seriesstmt: 'Collana',
  note: 'Nota',
  controlnote: 'Nota',
  creation: 'Redazione',
  langusage: 'Lingua della descrizione',
  languagedeclaration: 'Lingua della descrizione',
  descrules: 'Norme e convenzioni',
  conventiondeclaration: 'Norme e convenzioni',
  maintenanceagency: 'Istituto che cura la descrizione',
  rightsdeclaration: 'Diritti sulla descrizione',
  change: 'Redazione e revisioni',
  maintenanceevent: 'Redazione e revisioni',
});

/** Elements that only hold statements. */
const holders = new Set([
  'filedesc',
  'titlestmt',
  'notestmt',
  'profiledesc',
  'revisiondesc',
  'maintenancehistory',
  'languagedeclarations',
]);

/** The statements of a header in its order. */
export function controlStatements(header: XmlElement): ControlStatement[] {
  return elements(header).flatMap((element): ControlStatement[] => {
    const name = element.name.toLowerCase();
    if (holders.has(name)) return controlStatements(inheritingAudience(element));
    const label = labels[name];
    // Name and code of the agency are the source's; only what is said of it is a statement.
    if (name === 'maintenanceagency') return remarkOf(element, label);
    return label === undefined ? [] : [{ label, element }];
  });
}

/** What is internal holds nothing that is not. */
export function inheritingAudience(holder: XmlElement): XmlElement {
  if (holder.attributes['audience'] !== 'internal') return holder;
  const content = holder.content.map((part) =>
    typeof part === 'string' ? part : { ...part, attributes: { ...part.attributes, audience: 'internal' } },
  );
  return { ...holder, content };
}

function remarkOf(agency: XmlElement, label = ''): ControlStatement[] {
  const content = elements(agency).filter(({ name }) => name.toLowerCase() === 'descriptivenote');
  return content.length === 0 ? [] : [{ label, element: { ...agency, content } }];
}
