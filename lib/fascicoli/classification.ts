import type { Day } from '#lib/procedures/day.ts';
import { findVoice, titolarioOn, voiceIn, type Titolario, type Voice } from './titolario.ts';

/** A class of a version of the titolario. */
export interface Classification extends Voice {
  titolario: string;
}

/**
 * Where a fascicolo that is opened on a day belongs: the class in the version in force, or what took its place there. A class that nothing
 * replaced is still used as its last version had it, for a request is received even so; that the type must be put right is a finding.
 */
export function classificationOn(
  versions: readonly Titolario[],
  { title, class: number }: Voice,
  day: Day,
): Classification {
  const voice = { title, class: number };
  const inForce = titolarioOn(versions, day);
  if (!inForce) throw new Error(`no titolario is in force on ${day}`);
  if (findVoice(inForce, voice)) return { titolario: inForce.version, ...voice };
  const before = versions
    .filter((one) => one.validFrom < inForce.validFrom && findVoice(one, voice))
    .toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0];
  if (!before) return { titolario: inForce.version, ...voice };
  const now = voiceIn(versions, { version: before.version, ...voice }, inForce.version);
  return now ? { titolario: inForce.version, ...now } : { titolario: before.version, ...voice };
}
