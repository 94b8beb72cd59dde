import type { CasePlaces } from '../mia-pagina/case-places.ts';

/** The address of somebody's page at the counter. */
export const personPath = (id: string): string => `/sportello/persone/${encodeURIComponent(id)}`;

/** Where cases are read with who stands at the counter; what is read of a case itself, at the desk, whose look is written down too. */
export const servedPlaces =
  (person: string) =>
  (id: string): CasePlaces => {
    const page = `${personPath(person)}/pratiche/${id}`;
    const desk = `/ufficio/pratiche/${id}`;
    return {
      page,
      term: `${desk}/termine`,
      receipt: `${page}/ricevuta`,
      document: (record) => `${desk}/documenti/${record}`,
      answer: (record) => `${page}/ricevute/${record}`,
      acts: false,
    };
  };
