import { expect, it } from 'vitest';
import { preferencesForm, readPreferences } from '#lib/http/notices/preferences-form.ts';
import type { FormPart } from '#lib/http/form-view.ts';
import { rawForm } from '#lib/http/raw-form.ts';
import { translator } from '#lib/i18n/translate.ts';
import { firstPreferences } from '#lib/relationship/preferences.ts';

const t = translator('it');
const configured = ['email', 'push'] as const;

/** What a browser sends of a form that nobody has touched. */
function untouched(parts: readonly FormPart[], data = new FormData()): FormData {
  for (const part of parts) {
    if (part.kind === 'group') untouched(part.parts, data);
    else if ('options' in part) for (const value of part.values ?? []) data.append(part.name, value);
    else if ('value' in part) data.set(part.name, part.value ?? '');
  }
  return data;
}
const asked = (email: string) =>
  untouched(preferencesForm({ preferences: firstPreferences, email, configured, t, lang: 'it' }).parts);
const read = (data: FormData) => readPreferences(rawForm(data), { kept: firstPreferences, configured, t });

it('a form that is sent as it was drawn changes nothing, nor the way that is not here', () =>
  expect(read(asked('lucia@example.org'))).toEqual({ preferences: firstPreferences, email: 'lucia@example.org' }));

it('hours may be written as people write them, and left out', () => {
  const data = asked('');
  data.set('quietFrom', '22.30');
  data.set('quietUntil', '7');
  expect(read(data)).toMatchObject({ email: null, preferences: { quiet: { from: '22:30', until: '07:00' } } });
  data.set('quietFrom', '');
  data.set('quietUntil', '');
  expect(read(data)).toMatchObject({ preferences: { quiet: null } });
});

it.each([
  ['email', 'lucia@', 'email'],
  ['quietFrom', '25:00', 'quiet'],
  ['quietUntil', '', 'quiet'],
  ['digest', 'hourly', 'digest'],
  ['language', 'fr', 'language'],
])('%s %j is told at its field', (name, value, field) => {
  const data = asked('');
  data.set(name, value);
  expect(read(data)).toMatchObject([{ name: field, message: expect.stringMatching(/\.$/) }]);
});

it('what nobody offered is not taken', () => {
  const data = asked('');
  data.append('topics', 'gossip');
  data.append('channels', 'appIo');
  expect(read(data)).toMatchObject({
    preferences: { topics: firstPreferences.topics, channels: ['email', 'push', 'appIo'] },
  });
});
