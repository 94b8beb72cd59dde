import { findVoice, titolarioOn, voiceCode, voiceIn, type Titolario } from '#lib/fascicoli/titolario.ts';
import { laterOf, type Day } from '#lib/procedures/day.ts';
import { problem, type TypeProblem } from './problem.ts';
import type { ProcedureType } from './procedure-type.ts';

/**
 * A class that a type names and that the titolario does not have on the day its next files are opened: today, or later where the version
 * begins later. Says what took its place, where a later version of the titolario says it.
 */
export function classNotInForce(
  type: Pick<ProcedureType, 'titolario' | 'validFrom'>,
  versions: readonly Titolario[],
  today: Day,
): TypeProblem[] {
  const day = laterOf(today, type.validFrom ?? today);
  const inForce = titolarioOn(versions, day);
  const { title, class: number } = type.titolario;
  const voice = { title, class: number };
  if (!inForce || findVoice(inForce, voice)) return [];
  const code = voiceCode(voice);
  const before = versions.findLast((one) => one.version !== inForce.version && findVoice(one, voice));
  const now = before ? voiceIn(versions, { version: before.version, ...voice }, inForce.version) : null;
  const it = now ? `: il suo posto l’ha preso ${voiceCode(now)}` : '';
  const en = now ? `: its place was taken by ${voiceCode(now)}` : '';
  return [
    problem(
      'classNotInForce',
      ['titolario'],
      `la classe ${code} non è nel titolario in vigore (${inForce.version})${it}`,
      `the class ${code} is not in the filing plan in force (${inForce.version})${en}`,
    ),
  ];
}
