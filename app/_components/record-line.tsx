import type { Level } from '#lib/records/level.ts';
import { datesInWords, languageTag } from '#lib/i18n/dates.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import type { RecordLine } from '#lib/store/reading/reading-store.ts';

/** The word for what a unit is: from the file down its type (registro, busta …), above it the level, whose type only tells what it is made of. */
export function unitWord(
  unit: { level: Level; levelLabel: string | null; unitType: string | null },
  t: Translate,
): string {
  const isUnit = unit.level === 'file' || unit.level === 'item' || unit.level === 'other';
  return (isUnit ? unit.unitType : null) ?? levelWord(unit, t);
}

/** The word for a level of description. */
export function levelWord(unit: { level: Level; levelLabel: string | null }, t: Translate): string {
  return unit.level === 'other' ? (unit.levelLabel ?? t('level.other')) : t(`level.${unit.level}`);
}

/** Type, code and dates in one small line over or under a title. */
export function unitFacts(
  unit: Omit<RecordLine, 'titleLang' | 'childCount' | 'digital' | 'visibility' | 'title' | 'id'>,
  t: Translate,
): string {
  return [unitWord(unit, t), unit.referenceCode, datesInWords(unit.dates, t)].filter(Boolean).join(' · ');
}

/** A unit in a list: title and facts. */
export function RecordLineItem({ record, t, note }: { record: RecordLine; t: Translate; note?: string | undefined }) {
  return (
    <>
      <a className="line-title" href={`/records/${record.id}`} lang={languageTag(record.titleLang)}>
        {record.title}
      </a>
      <span className="line-facts">
        {unitFacts(record, t)}
        {note ? ` · ${note}` : ''}
      </span>
    </>
  );
}
