import { z } from 'zod';

/** What was typed into a form, by the names of its fields, sound or not. */
export type DraftAnswers = Readonly<Record<string, readonly string[]>>;

/** Characters of one answer, answers of one field, and fields: more than any form of ours has. */
const longest = 20_000;
const mostValues = 200;
const mostNames = 1000;

export const draftAnswersSchema = z.record(z.string(), z.array(z.string()));

/** Of what was sent, the answers to the questions of a form, within bounds: what no form asks for is no answer. */
export function answersFrom(
  sent: readonly (readonly [name: string, value: string])[],
  isAsked: (name: string) => boolean,
): DraftAnswers {
  const found: Record<string, string[]> = {};
  for (const [name, value] of sent) {
    if (!isAsked(name) || value === '') continue;
    if (!Object.hasOwn(found, name) && Object.keys(found).length >= mostNames) continue;
    const values = (found[name] ??= []);
    if (values.length < mostValues) values.push(value.slice(0, longest));
  }
  return found;
}

/** What is kept after a page of the form was saved: its own answers as they are now, those of the other pages as they were. */
export function answersAfter(
  before: DraftAnswers,
  now: DraftAnswers,
  isOfPage: (name: string) => boolean,
): DraftAnswers {
  const others = Object.entries(before).filter(([name]) => !isOfPage(name));
  const own = Object.entries(now).filter(([name]) => isOfPage(name));
  return Object.fromEntries([...others, ...own]);
}
