import { expect, it } from 'vitest';
import { originOf } from '#lib/iiif/auth/auth-answers.ts';

it.each([
  'https://viewer.example.org',
  'http://localhost:8080',
  'http://[::1]:3000',
  'http://192.0.2.1',
  'https://xn--nxa.org',
])('%s is an origin', (text) => {
  expect(originOf(text)).toBe(text);
});

// What a URL takes in a host and a content security policy reads as something else: it stands in one.
it.each(['http://*', 'http://a;sandbox', 'http://a,b', "http://a'b", 'http://a"b', 'https://a$b&c'])(
  '%s is none',
  (text) => {
    expect(new URL(text).origin).toBe(text);
    expect(originOf(text)).toBeNull();
  },
);

it.each(['null', '', 'http://x.org/', 'http://x.org:80', 'HTTP://X.org', 'http://u@x.org', 'javascript:alert(1)'])(
  '«%s» is none',
  (text) => {
    expect(originOf(text)).toBeNull();
  },
);
