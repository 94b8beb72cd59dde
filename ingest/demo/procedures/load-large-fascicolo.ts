import type pg from 'pg';
import { addDays } from '#lib/procedures/day.ts';
import { romeDay, romeInstant } from '#lib/procedures/rome.ts';
import { createFascicoli, type FilledDocument } from '#lib/store/fascicoli/fascicoli.ts';
import type { ProcedureTypes } from '#lib/store/procedure-types.ts';
import { pdfOf } from './pdf.ts';
import { pictureOf } from './picture.ts';

const by = { kind: 'officer', id: 'archivista' } as const;
const bridges = [
  'Molino',
  'Tadi',
  'San Leonardo',
  'Corvo',
  'Santa Sofia',
  'delle Torricelle',
  'Porciglia',
  'Ognissanti',
];
/** Inspections, of which every third has a picture: more than one page of the index. */
const inspections = 48;

/** An activity of many documents, with pictures, and one document of several versions. */
export async function loadLargeFascicolo(parts: {
  pool: pg.Pool;
  dataDir: string;
  types: ProcedureTypes;
  now: Date;
}): Promise<void> {
  const at = (daysAgo: number) => romeInstant(`${addDays(romeDay(parts.now), -daysAgo)}T11:20`) ?? parts.now;
  const on = (daysAgo: number) => createFascicoli({ ...parts, now: () => at(daysAgo) });
  const first = inspections * 6 + 10;
  const opened = await on(first).open(
    {
      kind: 'attivita',
      voice: { title: 'VI', class: 5 },
      title: 'Controllo dei ponti cittadini',
      object: 'Controllo periodico dei ponti cittadini',
      activity: 'Controllo dei ponti',
      unit: 'urbanistica',
      keywords: ['ponti', 'sopralluoghi'],
    },
    by,
  );
  if (opened.kind !== 'opened') throw new Error('the large fascicolo of the demonstration was refused');
  await planOf(opened.id, on, first);
  for (let n = 1; n <= inspections; n++) {
    const fascicoli = on(first - n * 6);
    const bridge = bridges[n % bridges.length] ?? '';
    await fascicoli.fill(opened.id, recordOf(n, bridge), by);
    if (n % 3 === 0) await fascicoli.fill(opened.id, await photographOf(n, bridge), by);
  }
}

/** The plan of the inspections was corrected twice. */
async function planOf(id: string, on: (daysAgo: number) => ReturnType<typeof createFascicoli>, first: number) {
  const plan = (text: string) => ({
    bytes: pdfOf('Programma dei sopralluoghi', [text, 'Documento inventato, per la dimostrazione.']),
    format: 'pdf',
    fileName: 'programma.pdf',
  });
  const filled = await on(first).fill(
    id,
    {
      ...plan('Otto ponti, sei volte ciascuno.'),
      title: 'Programma dei sopralluoghi',
      flow: 'internal',
      correspondent: null,
    },
    by,
  );
  if (filled.kind !== 'added') throw new Error('the plan of the inspections was refused');
  const next = [
    {
      text: 'Otto ponti, sei volte ciascuno; il ponte Molino anche dopo ogni piena.',
      reason: 'aggiunti i controlli dopo le piene',
    },
    {
      text: 'Otto ponti, sei volte ciascuno; il ponte Molino dopo ogni piena, il Corvo di notte.',
      reason: 'orari del ponte Corvo',
    },
  ];
  for (const [i, { text, reason }] of next.entries())
    await on(first - 4 - i * 30).replace(id, filled.record, { ...plan(text), reason, expected: null }, by);
}

const recordOf = (n: number, bridge: string): FilledDocument => ({
  title: `Verbale del sopralluogo n. ${n}, ponte ${bridge}`,
  flow: 'internal',
  correspondent: null,
  bytes: pdfOf(`Verbale del sopralluogo n. ${n}`, [
    `Ponte ${bridge}. Spalle e volta senza lesioni nuove; il parapetto a valle va ripulito dalla vegetazione.`,
    'Documento inventato, per la dimostrazione.',
  ]),
  format: 'pdf',
  fileName: `verbale-${n}.pdf`,
});

const photographOf = async (n: number, bridge: string): Promise<FilledDocument> => ({
  title: `Fotografia del ponte ${bridge}`,
  flow: 'internal',
  correspondent: null,
  bytes: await pictureOf(n),
  format: 'jpg',
  fileName: `ponte-${n}.jpg`,
});
