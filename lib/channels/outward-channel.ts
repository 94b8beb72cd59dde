import type { About } from '#lib/relationship/notification.ts';
import type { Channel } from '#lib/relationship/preferences.ts';
import type { Destination } from '#lib/store/notifications/due-deliveries.ts';

/** One message to one person. */
export interface OutwardMessage {
  agent: string;
  to: Destination;
  about: readonly About[];
  /** The same at each attempt, where the other side can tell twice from once. */
  id: string;
}

/** What the other side made of it. */
export type Sending =
  | { outcome: 'sent'; said: string | null; gone?: readonly number[] }
  /** For good: this message, or this address, will not be taken. */
  | { outcome: 'refused'; said: string; gone?: readonly number[] }
  /** There is no way to them. */
  | { outcome: 'absent'; said: string; gone?: readonly number[] }
  /** Not now. `wholeChannel`: nobody can be reached, so that others need not be tried; `after` seconds where the other side said. */
  | { outcome: 'later'; said: string; wholeChannel: boolean; after?: number; gone?: readonly number[] };

/** A way out of the house. */
export interface OutwardChannel {
  name: Channel;
  /** Messages under way at once. */
  atOnce: number;
  send(message: OutwardMessage): Promise<Sending>;
  close(): void;
}
