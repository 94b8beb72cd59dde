export { systemCode } from '#lib/records/system-code.ts';

/** Left out of what is shown: codes of other descriptions, handed to who asked for the text. */
export interface FoundCode {
  value: string;
  label: string | null;
  /** Stands in a `ref`: it names another described thing. */
  linked: boolean;
}
