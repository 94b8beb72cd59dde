/** Who asks: nobody, the people of the demonstration, and other systems by what key they have. */
export const citizens = ['cittadina', 'delegato', 'impresa', 'studiosa'] as const;
export const staff = ['sportello', 'operatore', 'responsabile', 'dirigente', 'archivista'] as const;
export const people = ['nobody', ...citizens, ...staff] as const;
export type Person = (typeof people)[number];

/** `weakKey` allows nothing; `key` allows everything, for the cases of one type. */
export const clients = ['noKey', 'wrongKey', 'weakKey', 'key'] as const;
export type Client = (typeof clients)[number];
export type Asker = Person | Client;

/** The type whose cases the key reaches. */
export const typeOfKey = 'scia-agibilita';

export const isCitizen = (asker: Asker): boolean => (citizens as readonly string[]).includes(asker);
export const isClient = (asker: Asker): asker is Client => (clients as readonly string[]).includes(asker);
