/** `npm run check`: lint, format, types, import rules and all tests; stops at the first that fails. */
import { spawnSync } from 'node:child_process';

for (const script of ['lint', 'typecheck', 'test']) {
  console.log(`\n> ${script}`);
  const { status } = spawnSync('npm', ['run', '--silent', script], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}
