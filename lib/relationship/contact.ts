/** By which way somebody came to the office. */
export const contactChannels = ['counter', 'phone', 'email', 'post'] as const;
export type ContactChannel = (typeof contactChannels)[number];

/** Whose wish it is: their own, of somebody for them, of the office to go on with what it began. */
export const askers = ['self', 'representative', 'office'] as const;
export type Asker = (typeof askers)[number];

/** What it is that they need, once it has been understood. */
export const needs = ['state', 'start', 'documents', 'information', 'report', 'other'] as const;
export type Need = (typeof needs)[number];

/** What came of it. */
export const contactOutcomes = ['answered', 'filed', 'handedOn', 'referred', 'unmet'] as const;
export type ContactOutcome = (typeof contactOutcomes)[number];

/** What they said of it when they went. */
export const ratings = ['solved', 'partly', 'unsolved', 'notSaid'] as const;
export type Rating = (typeof ratings)[number];

/** What is written of a contact while it goes on. */
export interface ContactSheet {
  /** In their own words. */
  heard: string;
  need: Need | null;
  /** The service that it is about. */
  type: string | null;
  told: string;
  outcome: ContactOutcome | null;
  rating: Rating | null;
}

/** The four steps of the relation, in their order: each is written by the one part of the sheet that is its own. */
export const contactSteps = ['listened', 'decoded', 'delivered', 'evaluated'] as const;
export type ContactStep = (typeof contactSteps)[number];

const isDone: Record<ContactStep, (sheet: ContactSheet) => boolean> = {
  listened: ({ heard }) => heard !== '',
  decoded: ({ need }) => need !== null,
  delivered: ({ outcome }) => outcome !== null,
  evaluated: ({ rating }) => rating !== null,
};

/** How far a contact has come: each step done or not, and the first that is not. */
export function stepsOf(sheet: ContactSheet): { step: ContactStep; state: 'done' | 'now' | 'later' }[] {
  const now = contactSteps.find((step) => !isDone[step](sheet));
  return contactSteps.map((step) => ({
    step,
    state: isDone[step](sheet) ? 'done' : step === now ? 'now' : 'later',
  }));
}

/** What is still wanted before a contact is ended: without these nobody could say later what it was. What was said of it may be left open. */
export const missingToClose = (sheet: ContactSheet): ContactStep[] =>
  (['listened', 'decoded', 'delivered'] as const).filter((step) => !isDone[step](sheet));

/** Most characters of what is written. */
export const longestNote = 4000;
