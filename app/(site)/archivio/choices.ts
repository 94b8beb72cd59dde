import { composition } from '#lib/composition.ts';
import { voiceCode, voicesOf } from '#lib/fascicoli/titolario.ts';
import type { Language } from '#lib/i18n/language.ts';

/** The classes in force, to choose from. */
export const voiceChoices = () => {
  const { titolari, today } = composition();
  return voicesOf(titolari.on(today())).map((voice) => ({
    value: voiceCode(voice),
    label: `${voiceCode(voice)} ${voice.className ?? voice.titleName.it}`,
  }));
};

/** The offices, to choose from. */
export const unitChoices = (lang: Language) =>
  [...composition().procedureTypes.units()].map(([value, unit]) => ({ value, label: unit[lang] }));
