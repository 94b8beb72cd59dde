import { describe, expect, it } from 'vitest';
import { rawForm } from '#lib/http/raw-form.ts';

describe('what was typed into a form', () => {
  it('keeps all but what no database could hold', () => {
    const data = new FormData();
    data.append('note', ' Prima riga\0\u0007\r\n\tseconda \u{1f333} ');
    data.append('case', '\0');
    expect(rawForm(data).text('note')).toBe('Prima riga\r\n\tseconda \u{1f333}');
    expect(rawForm(data).text('case')).toBe('');
    expect(rawForm(data).all('case')).toEqual([]);
  });
});
