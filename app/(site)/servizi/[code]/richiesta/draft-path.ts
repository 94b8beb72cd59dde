/** Where a draft of a request is written on. */
export const draftPath = (code: string, draft: string, step?: string): string =>
  `/servizi/${encodeURIComponent(code)}/richiesta/bozza/${draft}${step === undefined ? '' : `/${step}`}`;

/** Where its receipt is, once it was sent. */
export const receiptPath = (code: string, id: string): string => `/servizi/${encodeURIComponent(code)}/richiesta/${id}`;
