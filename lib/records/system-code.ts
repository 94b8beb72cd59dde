/** Identifiers that archival systems give to descriptions, as ICAR writes them: `SIA-CA-2013153`, `ICAR-RB-1992347`, `SIA_CL_24451`. */
export const systemCode = /^[A-Z]{2,10}[-_][A-Za-z]{2,4}[-_][A-Z]?\d{3,}$/;
