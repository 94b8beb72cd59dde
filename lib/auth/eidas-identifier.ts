/**
 * The unique identifier of the eIDAS minimum data set (Implementing Regulation (EU) 2015/1501, annex, 1 d): the State that gave it, the State that it
 * is given to, and what they call the person, `DE/IT/…`. Greece is EL there.
 */
const shape = /^[A-Z]{2}\/IT\/[^\s/][^\s]{0,255}$/;

/** What is an identifier of another State; null for whatever else brokers send under that name. */
export const eidasIdentifier = (text: string | null | undefined): string | null =>
  text !== null && text !== undefined && shape.test(text) ? text : null;
