import { composition } from '#lib/composition.ts';
import { voiceCode, voicesOf } from '#lib/fascicoli/titolario.ts';
import type { Language } from '#lib/i18n/language.ts';

export interface ClassOption {
  value: string;
  label: string;
  /** The title that the class is under. */
  group: string;
}

/** The classes of the titolario in force, by their titles. */
export function classOptions(lang: Language): ClassOption[] {
  const { titolari, today } = composition();
  return voicesOf(titolari.on(today())).map((voice) => {
    const code = voiceCode(voice);
    const title = `${voice.title}. ${voice.titleName[lang]}`;
    return { value: code, label: `${code} ${voice.className ?? voice.titleName[lang]}`, group: title };
  });
}
