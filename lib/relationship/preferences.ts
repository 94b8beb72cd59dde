import { z } from 'zod';
import { themes } from '#lib/procedures/types/theme.ts';
import { hourPattern } from './quiet-hours.ts';
import { firstTopics, topics } from './topics.ts';

/** Ways out of the house. The page of notices always has all of them. */
export const channels = ['email', 'push', 'appIo'] as const;
export type Channel = (typeof channels)[number];

export const digests = ['immediate', 'daily', 'weekly'] as const;
export type Digest = (typeof digests)[number];

const hour = z.string().regex(hourPattern);

/** How somebody wants to be told. */
export const preferencesSchema = z.object({
  language: z.enum(['it', 'en']),
  channels: z.array(z.enum(channels)),
  topics: z.array(z.enum(topics)),
  /** What services may interest them. */
  themes: z.array(z.enum(themes)),
  digest: z.enum(digests),
  quiet: z.object({ from: hour, until: hour }).nullable(),
});
export type Preferences = z.infer<typeof preferencesSchema>;

/**
 * Who has said nothing: e-mail waits for an address that is verified, a browser for its consent, and in App IO each person has said there whom
 * they hear. Nobody is woken.
 */
export const firstPreferences: Preferences = {
  language: 'it',
  channels: ['email', 'push', 'appIo'],
  topics: [...firstTopics],
  themes: [],
  digest: 'immediate',
  quiet: { from: '21:00', until: '08:00' },
};
