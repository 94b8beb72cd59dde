import { expect, it } from 'vitest';
import { harmless } from '#ingest/terminal.ts';

it.each([
  ['a\nb\u001b[31m.xml', 'a\\u000ab\\u001b[31m.xml'],
  ['Città d’acqua – b. 2.xml', 'Città d’acqua – b. 2.xml'],
  ['fdp.\u202elmx', 'fdp.\\u202elmx'],
  ['\u009b2J', '\\u009b2J'],
])('%j is written without commanding the terminal', (given, written) => expect(harmless(given)).toBe(written));
