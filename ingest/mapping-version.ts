/** Raised whenever parse or normalise read the same bytes differently: files read under another version are read again. */
export const mappingVersion = '5';
