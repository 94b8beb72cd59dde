/** Left out of what is shown: codes of other descriptions, handed to who asked for the text. */
export interface FoundCode {
  value: string;
  label: string | null;
  /** Stands in a `ref`: it names another described thing. */
  linked: boolean;
}

/** ICAR's identifiers of other descriptions: `SIA-CA-2013153`, `ICAR-RB-1992347`, `SIA_CL_24451`. */
export const systemCode = /^[A-Z]{2,10}[-_][A-Za-z]{2,4}[-_][A-Z]?\d{3,}$/;
