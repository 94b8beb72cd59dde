import { expect, it } from 'vitest';
import { agentNameKey } from '#lib/records/agent-name.ts';

it.each([
  ['Ufficio di sanità', 'ufficio di sanita'],
  ['UFFICIO DI SANITÀ.', 'ufficio di sanita'],
  ['Gloria, Andrea <1821-1888>', 'gloria andrea 1821 1888'],
  ['  Deputati   ad utilia ', 'deputati ad utilia'],
  ['', ''],
])('%s is matched as %s', (name, key) => expect(agentNameKey(name)).toBe(key));

it('is bounded, so that it can be indexed', () => expect(agentNameKey('x'.repeat(10_000))).toHaveLength(200));
