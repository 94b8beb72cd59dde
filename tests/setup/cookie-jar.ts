/** Asks a site as a browser without script does: cookies kept, redirects told and not followed. */
export class CookieJar {
  readonly cookies = new Map<string, string>();

  constructor(private readonly base: string) {}

  async ask(
    pathOrUrl: string,
    form?: Record<string, string>,
  ): Promise<{ status: number; location: string | null; text: string; setCookies: string[] }> {
    const url = new URL(pathOrUrl, this.base);
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    });
    const setCookies = answer.headers.getSetCookie();
    for (const cookie of setCookies) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return { status: answer.status, location: answer.headers.get('location'), text: await answer.text(), setCookies };
  }

  /** The token that a page's forms carry. */
  static formToken(page: string): string {
    return /name="csrfToken" value="([^"]+)"/.exec(page)?.[1] ?? '';
  }
}
