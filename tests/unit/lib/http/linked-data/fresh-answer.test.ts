import { describe, expect, it } from 'vitest';
import { freshAnswer } from '#lib/http/linked-data/fresh-answer.ts';

const about = { contentType: 'text/turtle', changedAt: '2026-11-20T10:00:00.500Z' };
const ask = (headers: Record<string, string> = {}) =>
  freshAnswer(new Request('https://a.it/data/x.ttl', { headers }), 'body', about);
const etag = ask().headers.get('etag') ?? '';

describe('a document that may be kept', () => {
  it('says when it changed, and may be read from any site', async () => {
    const answer = ask();
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe('body');
    expect(answer.headers.get('last-modified')).toBe('Fri, 20 Nov 2026 10:00:00 GMT');
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(etag).toMatch(/^"[\w-]{22}"$/);
  });

  it.each([
    [{ 'if-none-match': etag }, 304],
    [{ 'if-none-match': `"x", W/${etag}` }, 304],
    [{ 'if-none-match': '*' }, 304],
    [{ 'if-none-match': '"x"' }, 200],
    [{ 'if-modified-since': 'Fri, 20 Nov 2026 10:00:00 GMT' }, 304],
    [{ 'if-modified-since': 'Fri, 20 Nov 2026 09:59:59 GMT' }, 200],
    [{ 'if-modified-since': 'yesterday' }, 200],
    [{ 'if-none-match': '"x"', 'if-modified-since': 'Fri, 20 Nov 2026 10:00:00 GMT' }, 200],
  ])('%j gives %i', (headers, status) => expect(ask(headers as Record<string, string>).status).toBe(status));
});
