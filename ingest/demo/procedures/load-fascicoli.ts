import type pg from 'pg';
import type { ProcedureTypes } from '#lib/store/procedure-types.ts';
import { createFascicoli, type OpenRequest } from '#lib/store/fascicoli/fascicoli.ts';
import type { ClosingRequest } from '#lib/fascicoli/keeping-at-closing.ts';
import { pdfOf } from './pdf.ts';

const by = { kind: 'officer', id: 'archivista' } as const;

interface Invented extends Omit<OpenRequest, 'activity' | 'keywords' | 'subOf'> {
  activity?: string;
  keywords?: readonly string[];
  papers: readonly { title: string; flow: 'in' | 'out' | 'internal'; with?: string }[];
  parts?: readonly string[];
}

/** A few fascicoli of each kind without a clock, with invented persons and bodies. */
const invented: readonly Invented[] = [
  {
    kind: 'affare',
    voice: { title: 'VI', class: 5 },
    title: 'Rifacimento della copertura del mercato coperto',
    object: 'Rifacimento della copertura del mercato coperto sotto il Salone',
    unit: 'urbanistica',
    keywords: ['mercato', 'copertura'],
    papers: [
      { title: 'Relazione del sopralluogo', flow: 'internal' },
      { title: 'Richiesta di parere', flow: 'out', with: 'Soprintendenza archeologia, belle arti e paesaggio' },
      {
        title: 'Parere favorevole con prescrizioni',
        flow: 'in',
        with: 'Soprintendenza archeologia, belle arti e paesaggio',
      },
    ],
  },
  {
    kind: 'affare',
    voice: { title: 'I', class: 6 },
    title: 'Trasferimento dei registri dal deposito di via Settima',
    object: 'Trasferimento dei registri dal deposito di via Settima alla sede dell’Archivio generale',
    unit: 'archivio-generale',
    keywords: ['deposito', 'traslochi'],
    papers: [
      { title: 'Elenco dei registri', flow: 'internal' },
      { title: 'Preventivo del trasporto', flow: 'in', with: 'Traslochi Bacchiglione S.r.l.' },
    ],
  },
  {
    kind: 'attivita',
    voice: { title: 'XII', class: 2 },
    title: 'Revisione semestrale delle liste elettorali',
    object: 'Revisione semestrale delle liste elettorali',
    activity: 'Revisione semestrale delle liste',
    unit: 'servizi-demografici',
    papers: [{ title: 'Verbale della prima revisione', flow: 'internal' }],
  },
  {
    kind: 'attivita',
    voice: { title: 'VI', class: 3 },
    title: 'Vigilanza sui cantieri',
    object: 'Vigilanza sui cantieri edilizi',
    activity: 'Vigilanza sui cantieri',
    unit: 'edilizia-privata',
    papers: [{ title: 'Programma dei sopralluoghi', flow: 'internal' }],
  },
  {
    kind: 'personaFisica',
    voice: { title: 'III', class: 2 },
    title: 'Fascicolo del personale',
    object: 'Fascicolo del personale: Bruna Tessarollo, istruttrice amministrativa',
    unit: 'direzione-generale',
    papers: [{ title: 'Contratto individuale di lavoro', flow: 'internal' }],
    parts: ['Formazione', 'Orario e assenze'],
  },
  {
    kind: 'personaGiuridica',
    voice: { title: 'VIII', class: 4 },
    title: 'Esercizio commerciale in via dei Fabbri',
    object: 'Cartoleria Antenore S.n.c., esercizio in via dei Fabbri',
    unit: 'suap',
    papers: [{ title: 'Comunicazione degli orari', flow: 'in', with: 'Cartoleria Antenore S.n.c.' }],
  },
];

interface Ended extends Omit<Invented, 'parts'> {
  /** What whoever closed it said of its keeping. */
  closing: ClosingRequest;
}

/** Others that were closed last year: what the offices give to the deposit, and what waits for a day or for the archivist. */
const ended: readonly Ended[] = [
  {
    kind: 'affare',
    voice: { title: 'V', class: 1 },
    title: 'Causa per il confine di un’area verde',
    object: 'Causa per il confine dell’area verde di via Decorati al valor civile, Tribunale di Padova',
    unit: 'urbanistica',
    papers: [
      { title: 'Comparsa di costituzione', flow: 'internal' },
      { title: 'Sentenza', flow: 'internal' },
    ],
    closing: {},
  },
  {
    kind: 'personaGiuridica',
    voice: { title: 'IV', class: 13 },
    title: 'Concessione del chiosco dei giardini',
    object: 'Chioschi dell’Arena S.r.l., concessione del chiosco dei giardini',
    unit: 'suap',
    papers: [{ title: 'Capitolato della concessione', flow: 'internal' }],
    closing: { postpone: 'la concessione è stata prorogata: la fine del rapporto non è ancora nota' },
  },
  {
    kind: 'attivita',
    voice: { title: 'VI', class: 5 },
    title: 'Manutenzione ordinaria dei ponti',
    object: 'Manutenzione ordinaria dei ponti cittadini',
    activity: 'Manutenzione ordinaria dei ponti',
    unit: 'urbanistica',
    papers: [{ title: 'Programma degli interventi', flow: 'internal' }],
    closing: { postpone: 'il piano di conservazione non ne parla: si sente l’archivista' },
  },
];

const repertori = [
  {
    code: 'determine',
    title: 'Determinazioni dei dirigenti',
    voice: { title: 'II', class: 10 },
    acts: [
      'Affidamento del trasporto dei registri',
      'Impegno di spesa per la manutenzione del mercato coperto',
      'Nomina della commissione per la scelta del contraente',
    ],
  },
  {
    code: 'ordinanze',
    title: 'Ordinanze del Sindaco',
    voice: { title: 'II', class: 1 },
    acts: ['Chiusura al traffico di via Umberto I per lavori', 'Divieto di sosta in piazza Eremitani per la fiera'],
  },
];

const file = (title: string, name: string) => ({
  bytes: pdfOf(title, ['Documento inventato, per la dimostrazione.']),
  format: 'pdf',
  fileName: `${name}.pdf`,
});

/** Opened and closed in the year before, as the clock stood then. */
async function loadEnded(parts: Omit<Parameters<typeof createFascicoli>[0], 'now'> & { now: Date }): Promise<void> {
  const year = parts.now.getUTCFullYear() - 1;
  const at = (day: string) => createFascicoli({ ...parts, now: () => new Date(`${year}-${day}T09:30:00Z`) });
  for (const { papers, closing, activity = null, keywords = [], ...one } of ended) {
    const opened = await at('02-12').open({ ...one, activity, keywords }, by);
    if (opened.kind !== 'opened') throw new Error(`the fascicolo ${one.title} of the demonstration was refused`);
    for (const [i, { title, flow }] of papers.entries()) {
      const document = { ...file(title, `documento-${i + 1}`), title, flow, correspondent: null };
      await at('05-20').fill(opened.id, document, by);
    }
    const closed = await at('10-30').close(opened.id, closing, by);
    if (closed.kind !== 'done') throw new Error(`the closing of ${one.title} was refused`);
  }
}

/** Opens them once; where there are repertori already somebody has begun for themselves. */
export async function loadFascicoli(parts: {
  pool: pg.Pool;
  dataDir: string;
  types: ProcedureTypes;
  now: Date;
  say: (line: string) => void;
}): Promise<void> {
  const fascicoli = createFascicoli({ ...parts, now: () => parts.now });
  if ((await fascicoli.listRepertori()).length > 0) return;
  for (const { papers, parts: divided = [], activity = null, keywords = [], ...one } of invented) {
    const opened = await fascicoli.open({ ...one, activity, keywords }, by);
    if (opened.kind !== 'opened') throw new Error(`the fascicolo ${one.title} of the demonstration was refused`);
    for (const [i, { title, flow, with: correspondent = null }] of papers.entries())
      await fascicoli.fill(opened.id, { ...file(title, `documento-${i + 1}`), title, flow, correspondent }, by);
    for (const object of divided)
      await fascicoli.open({ ...one, object, title: object, activity, keywords: [], subOf: opened.id }, by);
  }
  await loadEnded(parts);
  for (const { acts, ...given } of repertori) {
    await fascicoli.openRepertorio(given, by);
    for (const title of acts)
      await fascicoli.numberDocument(
        {
          repertorio: given.code,
          title,
          object: title,
          unit: 'direzione-generale',
          file: file(title, given.code),
          fascicolo: null,
        },
        by,
      );
  }
  parts.say(`demonstration: ${invented.length} fascicoli and ${repertori.length} repertori beside the procedures`);
}
