import type pg from 'pg';
import type { ProcedureTypes } from '#lib/store/procedure-types.ts';
import { createFascicoli, type OpenRequest } from '#lib/store/fascicoli/fascicoli.ts';
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
  const file = (title: string, name: string) => ({
    bytes: pdfOf(title, ['Documento inventato, per la dimostrazione.']),
    format: 'pdf',
    fileName: `${name}.pdf`,
  });
  for (const { papers, parts: divided = [], activity = null, keywords = [], ...one } of invented) {
    const opened = await fascicoli.open({ ...one, activity, keywords }, by);
    if (opened.kind !== 'opened') throw new Error(`the fascicolo ${one.title} of the demonstration was refused`);
    for (const [i, { title, flow, with: correspondent = null }] of papers.entries())
      await fascicoli.fill(opened.id, { ...file(title, `documento-${i + 1}`), title, flow, correspondent }, by);
    for (const object of divided)
      await fascicoli.open({ ...one, object, title: object, activity, keywords: [], subOf: opened.id }, by);
  }
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
