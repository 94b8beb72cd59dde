import { pageContext } from './page-context.ts';

/** What shows that a form was ours: next-auth compares it with a cookie. */
export async function FormToken() {
  const { csrf } = await pageContext();
  return csrf === null ? null : <input type="hidden" name="csrfToken" value={csrf} />;
}
