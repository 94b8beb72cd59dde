import { CAMPATICO } from '#ingest/demo/asp-campatico.ts';
import { CANAPI } from '#ingest/demo/asp-canapi.ts';
import { CAUSE_PIE } from '#ingest/demo/asp-cause-pie.ts';
import { DEPUTATI } from '#ingest/demo/asp-deputati.ts';
import { DUCALI } from '#ingest/demo/asp-ducali.ts';
import { ESTIMI } from '#ingest/demo/asp-estimi.ts';
import { SANITA } from '#ingest/demo/asp-sanita.ts';
import { STRADE } from '#ingest/demo/asp-strade.ts';
import { COMUNE } from '#ingest/demo/comune.ts';
import type { Fonds } from '#ingest/demo/model.ts';

/** All demonstration fonds, in the order of ingest. */
export const FONDS: readonly Fonds[] = [DEPUTATI, DUCALI, ESTIMI, CAMPATICO, STRADE, SANITA, CANAPI, CAUSE_PIE, COMUNE];
