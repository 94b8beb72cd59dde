import type { VirusScanner } from '#lib/antivirus/scanner.ts';

/** What operations are told of the virus scanner. Without its answer nothing that comes in is taken; pages go on. */
export async function scannerState(scanner: VirusScanner | null): Promise<{ said: string; gauge: number }> {
  if (scanner === null) return { said: 'no virus scanner is configured', gauge: Number.NaN };
  const engine = await scanner.engine();
  return engine === null
    ? { said: 'the virus scanner does not answer: documents are refused', gauge: 0 }
    : { said: `virus scanner: ${engine}`, gauge: 1 };
}
