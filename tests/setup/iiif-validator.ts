import { execFile, execFileSync } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Where `pip install --target` puts it, for whoever has no place of their own (README, "Tests"). */
const folder = process.env['HARVESTERS'] ?? path.join(os.tmpdir(), 'eli4u-harvesters');
const env = { ...process.env, PYTHONPATH: folder, PYTHONDONTWRITEBYTECODE: '1' };

/** Why the validator of the Image API cannot run here; null where it can. */
export function missingIiifValidator(): string | null {
  try {
    execFileSync('python3', ['-c', 'import iiif_validator.validator, magic, PIL'], { env, stdio: 'ignore' });
    return null;
  } catch {
    return `needs iiif-validator (apt-get install libmagic1; pip install --target ${folder} iiif-validator==1.0.5)`;
  }
}

const drawing = `
import sys
from PIL import Image, ImageDraw
from iiif_validator.validator import ValidationInfo
colors = ValidationInfo().colorInfo
image = Image.new('RGB', (1000, 1000))
draw = ImageDraw.Draw(image)
for x, column in enumerate(colors):
    for y, color in enumerate(column):
        draw.rectangle((x * 100, y * 100, x * 100 + 99, y * 100 + 99), fill=tuple(color) if not isinstance(color, str) else color)
image.save(sys.argv[1])
`;

/** Draws the image that it expects to find: 1,000 pixels a side, in squares of 100 of the colours it names. */
export async function drawReferenceImage(file: string): Promise<void> {
  await run('python3', ['-c', drawing, file], { env });
}

/** Tries a server. @returns what it says of each test, and how it ended */
export async function validateImages(
  host: string,
  prefix: string,
  id: string,
): Promise<{ code: number; said: string }> {
  const script = path.join(folder, 'bin', 'iiif-validate.py');
  const given = ['-s', host, '-p', prefix, '-i', id, '--version=3.0', '--level=2', '-v'];
  return run('python3', [script, ...given], { env, maxBuffer: 16 * 1024 * 1024 }).then(
    ({ stdout, stderr }) => ({ code: 0, said: stdout + stderr }),
    (error: { code?: unknown; stdout?: unknown; stderr?: unknown }) => ({
      code: typeof error.code === 'number' ? error.code : 1,
      said: `${String(error.stdout)}${String(error.stderr)}`,
    }),
  );
}
