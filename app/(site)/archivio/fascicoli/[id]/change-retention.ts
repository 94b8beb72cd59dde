import { composition } from '#lib/composition.ts';
import type { RawForm } from '#lib/http/raw-form.ts';
import { reason } from '#lib/procedures/cases/reason.ts';
import { isDay } from '#lib/procedures/day.ts';
import type { ChangeResult } from '#lib/store/fascicoli/fascicoli.ts';
import type { Keeper } from '#lib/store/keeping/actor.ts';
import { setRetention, setRetentionFact, type SourceFact } from '#lib/store/keeping/set-retention.ts';

/** The day from which the years run, or the main case whose closing is waited for, as the page of a fascicolo sends it. */
export async function sayFact(raw: RawForm, keeper: Keeper): Promise<ChangeResult> {
  const main = raw.text('main').trim();
  const on = raw.text('on');
  const fact = (['decisionExpiry', 'relationEnd'] as const).find((one) => one === raw.text('fact'));
  if (main === '' && (!fact || !isDay(on))) return dayWanted;
  const source: SourceFact = main !== '' ? { fact: 'mainCaseClosed', main } : { fact: fact ?? 'relationEnd', on };
  const done = await setRetentionFact(composition().pool, raw.text('id'), source, keeper);
  if (done === 'done') return { kind: 'done', code: '' };
  return done === 'unknownMain' ? mainUnknown : done === 'tooEarly' ? tooEarly : gone;
}

/** Selection by hand: for ever, or until a day. */
export async function selectRetention(raw: RawForm, keeper: Keeper): Promise<ChangeResult> {
  const keep = raw.text('disposition') === 'keep';
  const on = raw.text('until');
  if (!keep && !isDay(on)) return dayWanted;
  const selected = keep ? { disposition: 'keep' as const } : { disposition: 'destroy' as const, on };
  const why = raw.text('why').slice(0, 1000);
  const done = await setRetention(composition().pool, raw.text('id'), selected, why, keeper);
  if (done === 'done') return { kind: 'done', code: '' };
  return done === 'tooEarly' ? tooEarly : gone;
}

const refusal = (code: string, it: string, en: string): ChangeResult => ({
  kind: 'refused',
  reasons: [reason(code, it, en, 'DPR 445/2000 art. 68')],
});
const dayWanted = refusal('dayWanted', 'Scrivi il giorno', 'Give the day');
const tooEarly = refusal(
  'tooEarly',
  'Il giorno è prima dell’apertura o della chiusura del fascicolo',
  'The day is before the file was opened or closed',
);
const mainUnknown = refusal('unknownMain', 'Nessun altro fascicolo ha quella segnatura', 'No other file has that code');
const gone = refusal(
  'notKept',
  'La conservazione si stabilisce di un fascicolo intero, chiuso, che non è scartato né nella sezione storica',
  'Retention is set for a whole file that is closed, and neither discarded nor in the historical section',
);
