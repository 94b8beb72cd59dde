import { execFile, execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';

const run = promisify(execFile);

/** Where `pip install --target` puts it, for whoever has no place of their own (README, "Tests"). */
const folder = process.env['HARVESTERS'] ?? path.join(os.tmpdir(), 'eli4u-harvesters');
const env = { ...process.env, PYTHONPATH: folder, PYTHONDONTWRITEBYTECODE: '1' };

/** Why IIIF's JSON schema of Presentation 3 cannot be tried here; null where it can. */
export function missingPresentationModels(): string | null {
  try {
    execFileSync('python3', ['-c', 'import iiif_prezi3'], { env, stdio: 'ignore' });
    return null;
  } catch {
    return `needs iiif-prezi3 (pip install --target ${folder} iiif-prezi3==3.1.1)`;
  }
}

/**
 * The models of iiif-prezi3 are made from `iiif_3_0.json`, the schema that IIIF's validator of manifests runs. They are taken without the package
 * around them, which mends what it is given.
 */
const script = `
import importlib.util, json, sys, types
package = types.ModuleType('iiif_prezi3')
package.__path__ = list(importlib.util.find_spec('iiif_prezi3').submodule_search_locations)
sys.modules['iiif_prezi3'] = package
from iiif_prezi3 import skeleton
from pydantic import ValidationError
faults = []
for one in json.load(open(sys.argv[1])):
    try:
        getattr(skeleton, one['type']).model_validate(one)
    except ValidationError as fault:
        faults.append({'id': one.get('id', ''), 'said': str(fault)[:2000]})
print(json.dumps(faults))
`;

const faultsSchema = z.array(z.object({ id: z.string(), said: z.string() }));

/**
 * What IIIF's schema finds wrong with manifests and collections.
 * @param file where they are laid for it
 */
export async function tryPresentation(
  file: string,
  resources: readonly unknown[],
): Promise<z.infer<typeof faultsSchema>> {
  await writeFile(file, JSON.stringify(resources));
  const { stdout } = await run('python3', ['-c', script, file], { env, maxBuffer: 64 * 1024 * 1024 });
  return faultsSchema.parse(JSON.parse(stdout));
}
