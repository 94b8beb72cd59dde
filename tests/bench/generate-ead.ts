/**
 * Generated finding aids for benchmarks: EAD3 of any size written as a stream, Italian-looking, the same bytes for the same settings.
 * About 420 bytes and 30 words a component, as the real files of the field have (36 MB for 100,000).
 */
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';

export interface GeneratedEad {
  components: number;
  /** Every n-th component gets another title; 0 for none. What re-ingest has to find. */
  changeEvery?: number;
  identifier?: string;
  /** Paragraphs on the content of each unit, about 150 bytes each: 1 unless told. */
  paragraphs?: number;
}

const nouns =
  'registro processo lettera decreto supplica estimo perizia mappa contratto inventario ricevuta mandato sentenza ordine relazione nota ruolo bando'.split(
    ' ',
  );
const subjects =
  'acque strade ponti molini dazi sanità mercati scuole chiese ospedali fiere pesi misure boschi campi canapa vino pane carni sale'.split(
    ' ',
  );
const places =
  'Duomo Torricelle Savonarola Portello Altinate Camposampiero Piove Conselve Monselice Este Montagnana Cittadella Teolo Arquà Abano Vigonza'.split(
    ' ',
  );
const families =
  'Papafava Dondi Capodilista Obizzi Zabarella Conti Buzzaccarini Lion Selvatico Mussato Maldura Trento Cittadella Ferri Polcastro'.split(
    ' ',
  );

/** Numbers that look random and are always the same (mulberry32). */
function seeded(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function* generate(settings: GeneratedEad): Generator<string> {
  const random = seeded(42);
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] as string;
  const identifier = settings.identifier ?? `bench-${settings.components}`;
  yield `<?xml version="1.0" encoding="UTF-8"?>
<ead xmlns="http://ead3.archivists.org/schema/"><control><recordid>${identifier}</recordid><filedesc><titlestmt><titleproper>Archivio di prova</titleproper></titlestmt></filedesc><maintenanceagency><agencycode>IT-BENCH</agencycode><agencyname>Archivio di prova</agencyname></maintenanceagency></control>
<archdesc level="fonds"><did><unitid>PROVA</unitid><unittitle>Archivio di prova</unittitle><unitdate normal="1400/1900">1400-1900</unitdate><origination><corpname><part>Comune di prova</part></corpname></origination></did><dsc>\n`;
  let written = 0;
  let series = 0;
  while (written < settings.components) {
    series++;
    yield `<c level="series" id="s${series}"><did><unitid>Serie ${series}</unitid><unittitle>${pick(subjects)} e ${pick(subjects)}, serie ${series}</unittitle></did>\n`;
    written++;
    const files = Math.min(199, settings.components - written);
    for (let i = 0; i < files; i++, written++) {
      const start = 1400 + Math.floor(random() * 480);
      const end = start + Math.floor(random() * 20);
      const changed = settings.changeEvery && written % settings.changeEvery === 0 ? ' (riveduto)' : '';
      yield (
        `<c level="file" id="u${written}"><did><unitid>b. ${Math.ceil(written / 8)}, fasc. ${written}</unitid><unittitle>${pick(nouns)} di ${pick(subjects)} in ${pick(places)}${changed}</unittitle>` +
        `<unitdate normal="${start}/${end}">${start}-${end}</unitdate><physdesc>1 ${pick(nouns)}, cc. ${1 + Math.floor(random() * 300)}</physdesc></did>` +
        `<scopecontent>${Array.from({ length: settings.paragraphs ?? 1 }, () => `<p>Contiene ${pick(nouns)} e ${pick(nouns)} della famiglia ${pick(families)} contro ${pick(families)} per ${pick(subjects)} presso ${pick(places)}, con ${pick(nouns)} del ${start + 1}.</p>`).join('')}</scopecontent>` +
        `<controlaccess><subject><part>${pick(subjects)}</part></subject><geogname><part>${pick(places)}</part></geogname></controlaccess></c>\n`
      );
    }
    yield '</c>\n';
  }
  yield '</dsc></archdesc></ead>\n';
}

/** Writes the file; resolves with its size in bytes. */
export async function writeEad(file: string, settings: GeneratedEad): Promise<number> {
  const out = createWriteStream(file);
  let bytes = 0;
  let chunk = '';
  for (const piece of generate(settings)) {
    chunk += piece;
    if (chunk.length < 1 << 18) continue;
    bytes += Buffer.byteLength(chunk);
    if (!out.write(chunk)) await once(out, 'drain');
    chunk = '';
  }
  bytes += Buffer.byteLength(chunk);
  out.end(chunk);
  await once(out, 'close');
  return bytes;
}
