import { z } from 'zod';

/** The conversation that those who filed share with the office. */
export const applicantsThread = 'applicants';

/** A conversation of a case: that of those who filed, or that of one third party, whom nobody but the office reads, by the agent's id. */
export const messageThreadSchema = z.string().min(1).max(100);
