import { z } from 'zod';
import { daySchema, type Day } from '#lib/procedures/day.ts';
import { sourceSchema, textSchema } from '#lib/procedures/types/text.ts';

/** Title in Roman numerals. */
export const titleNumberSchema = z.string().regex(/^(?=[IVX])X{0,2}(IX|IV|V?I{0,3})$/);
/** Class in figures; 0 is the title itself, where it has no classes (XIV, Oggetti diversi). */
export const classNumberSchema = z.int().min(0).max(99);

/** A place in the titolario: what a fascicolo is classified under. */
export const voiceSchema = z.strictObject({ title: titleNumberSchema, class: classNumberSchema });
export type Voice = z.infer<typeof voiceSchema>;

const classSchema = z.strictObject({ number: z.int().min(1).max(99), name: z.string().trim().min(1) });

/** One version of the piano di classificazione (DPR 445/2000 art. 64 c. 4). */
export const titolarioSchema = z.strictObject({
  version: z.string().regex(/^[0-9a-z][0-9a-z.-]{0,19}$/),
  name: textSchema,
  validFrom: daySchema,
  /** Why the day is not certain. */
  validFromUnverified: textSchema.optional(),
  source: sourceSchema,
  titles: z
    .array(
      z
        .strictObject({ number: titleNumberSchema, name: textSchema, classes: z.array(classSchema) })
        .refine(({ classes }) => isUnique(classes.map(({ number }) => number)), 'has a class twice'),
    )
    .min(1)
    .refine((titles) => isUnique(titles.map(({ number }) => number)), 'has a title twice'),
  /** What became of the classes of the version before; one that is not named kept its number. */
  replaces: z
    .strictObject({
      version: z.string(),
      classes: z.array(z.strictObject({ from: voiceSchema, to: voiceSchema.nullable() })),
    })
    .optional(),
});
export type Titolario = z.infer<typeof titolarioSchema>;

const isUnique = (values: readonly unknown[]): boolean => new Set(values).size === values.length;

/** The version in force on a day: the latest that had begun. */
export function titolarioOn(versions: readonly Titolario[], day: Day): Titolario | null {
  const begun = versions.filter(({ validFrom }) => validFrom <= day);
  return begun.toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0] ?? null;
}

/** A class with its names, or null where the version has none of that number. */
export interface NamedVoice extends Voice {
  titleName: { it: string; en: string };
  /** Null for a title without classes. */
  className: string | null;
}

/** Looks a class up in a version. */
export function findVoice(titolario: Titolario, voice: Voice): NamedVoice | null {
  const title = titolario.titles.find(({ number }) => number === voice.title);
  if (!title) return null;
  if (voice.class === 0)
    return title.classes.length === 0 ? { ...voice, titleName: title.name, className: null } : null;
  const found = title.classes.find(({ number }) => number === voice.class);
  return found ? { ...voice, titleName: title.name, className: found.name } : null;
}

/** Every class of a version, in its order; a title without classes stands for itself. */
export const voicesOf = (titolario: Titolario): NamedVoice[] =>
  titolario.titles.flatMap(({ number, name, classes }): NamedVoice[] =>
    classes.length === 0
      ? [{ title: number, class: 0, titleName: name, className: null }]
      : classes.map((one) => ({ title: number, class: one.number, titleName: name, className: one.name })),
  );

/** `VI/3`, or `XIV` for a title without classes. */
export const voiceCode = ({ title, class: number }: Voice): string => (number === 0 ? title : `${title}/${number}`);

/** The voice that a code names, or null. */
export function voiceOf(code: string): Voice | null {
  const [title = '', number, more] = code.split('/');
  if (more !== undefined || (number !== undefined && !/^[1-9][0-9]?$/.test(number))) return null;
  const read = voiceSchema.safeParse({ title, class: Number(number ?? 0) });
  return read.success ? read.data : null;
}

/** Whether a code names a class of the version in force on a day: what is classified is classified under one that there is. */
export function isInForce(versions: readonly Titolario[], code: string, day: Day): boolean {
  const voice = voiceOf(code);
  const titolario = titolarioOn(versions, day);
  return voice !== null && titolario !== null && findVoice(titolario, voice) !== null;
}

/**
 * What a class of an earlier version is called in a later one, followed through every version between: what is opened next goes there, while
 * files that are open stay where they were. Null where no class took its place.
 */
export function voiceIn(versions: readonly Titolario[], from: { version: string } & Voice, to: string): Voice | null {
  if (from.version === to) return { title: from.title, class: from.class };
  const next = versions.find(({ replaces }) => replaces?.version === from.version);
  if (!next?.replaces) return null;
  const change = next.replaces.classes.find((one) => one.from.title === from.title && one.from.class === from.class);
  const voice = change ? change.to : { title: from.title, class: from.class };
  return voice && findVoice(next, voice) ? voiceIn(versions, { version: next.version, ...voice }, to) : null;
}

/** What is wrong among versions: two of one name or day, or one that replaces a version that is not there. */
export function versionsAtOdds(versions: readonly Titolario[]): string[] {
  const known = new Set(versions.map(({ version }) => version));
  return [
    ...(known.size < versions.length ? ['two versions of the titolario have one name'] : []),
    ...(isUnique(versions.map(({ validFrom }) => validFrom)) ? [] : ['two versions of the titolario begin on one day']),
    ...versions.flatMap(({ version, replaces }) =>
      replaces && !known.has(replaces.version)
        ? [`version ${version} replaces ${replaces.version}, which is not there`]
        : [],
    ),
    ...versions.flatMap((one) =>
      (one.replaces?.classes ?? []).flatMap(({ to }) =>
        to && !findVoice(one, to) ? [`version ${one.version} has no class ${voiceCode(to)}`] : [],
      ),
    ),
  ];
}
