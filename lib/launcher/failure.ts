import path from 'node:path';
import { ConfigError } from '#lib/config.ts';
import { WorldError } from '#lib/errors.ts';

const root = path.resolve(import.meta.dirname, '../..');

/**
 * What to tell of a failure: where and what, and after colons why. One that nobody foresaw names its line in the program, in place of a stack
 * that says nothing to who runs it.
 */
export function describeFailure(error: unknown): string {
  const foreseen = error instanceof WorldError || error instanceof ConfigError;
  const place = foreseen ? null : ourLine(error);
  return reasons(error).join(': ') + (place ? ` (${place})` : '');
}

/** The message of an error and of its causes, each once. */
function reasons(error: unknown): string[] {
  if (!(error instanceof Error)) return [String(error)];
  const message = messageOf(error);
  const deeper = error.cause === undefined ? [] : reasons(error.cause);
  return [message, ...deeper.filter((reason) => !message.includes(reason))];
}

function messageOf(error: Error): string {
  // Several addresses of one host were tried: the group itself says nothing.
  const group = error instanceof AggregateError ? error.errors : [];
  return error.message || group.map((each) => reasons(each).join(': ')).join(', ') || error.name;
}

function ourLine(error: unknown): string | null {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const line = stack.split('\n').find((each) => each.includes(root) && !each.includes('node_modules'));
  const found = line && /([^\s()]+:\d+):\d+\)?$/.exec(line)?.[1];
  return found ? path.relative(root, found.replace(/^file:\/\//, '')) : null;
}
