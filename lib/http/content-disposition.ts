/**
 * The header for a file to be saved or shown (RFC 6266): the name in ASCII for old readers, and whole in UTF-8 (RFC 5987).
 * @param name as it is kept: without folders or control characters
 */
export function contentDisposition(manner: 'attachment' | 'inline', name: string): string {
  const ascii =
    name
      .normalize('NFKD')
      .replace(/[^\x20-\x7e]/g, '')
      .replace(/["\\%/]/g, '_') || 'documento';
  const whole = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${manner}; filename="${ascii}"; filename*=UTF-8''${whole}`;
}
