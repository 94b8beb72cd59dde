import { spawn } from 'node:child_process';
import path from 'node:path';
import { heldMemory } from '#lib/held-memory.ts';

export interface DrawingLimits {
  milliseconds: number;
  /** Of memory held, where the system tells it (Linux). */
  bytes: number;
}

const usual: DrawingLimits = { milliseconds: 20_000, bytes: 900 * 1024 * 1024 };
/** Below the longest of web requests, above what the watch costs. */
const look = 100;

/** Draws in a process of its own. @returns whether it did, in time and within its memory */
export async function runDrawing(
  kind: 'pdf' | 'image',
  source: string,
  folder: string,
  limits: DrawingLimits = usual,
): Promise<boolean> {
  // The launcher runs from the project's root; in a bundle a module does not know where it stands.
  const program = path.join(/* turbopackIgnore: true */ process.cwd(), 'lib/store/derived/draw.ts');
  const child = spawn(
    process.execPath,
    ['--max-old-space-size=256', '--import', 'tsx', program, kind, source, folder],
    // Nothing of ours is told to what reads a file from anywhere: no address of the database, no secret.
    { stdio: 'ignore', env: { PATH: process.env['PATH'] ?? '', NODE_ENV: 'production' } },
  );
  const end = setTimeout(() => child.kill('SIGKILL'), limits.milliseconds);
  const watch = setInterval(() => {
    void heldMemory(child.pid).then((held) => held > limits.bytes && child.kill('SIGKILL'));
  }, look);
  try {
    return await new Promise<boolean>((resolve) => {
      child.once('error', () => resolve(false));
      child.once('close', (code) => resolve(code === 0));
    });
  } finally {
    clearTimeout(end);
    clearInterval(watch);
  }
}
