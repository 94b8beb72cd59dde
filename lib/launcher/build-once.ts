/** Builds the pages, if they are not built, and ends: for an image that is to start at once. */
import { buildWhenStale } from './build.ts';

await (await buildWhenStale(console.log)).release();
