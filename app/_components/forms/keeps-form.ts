/**
 * The action, so that a connection that is lost while it goes costs nobody the form: the page would be an error's. On the server it stays itself,
 * for who has no script.
 * @param lost the form as it was, with a word about it
 */
export function keepsForm<State>(
  answer: (before: State, data: FormData) => Promise<State>,
  lost: (before: State) => State,
): (before: State, data: FormData) => Promise<State> {
  if (typeof window === 'undefined') return answer;
  return async (before, data) => {
    try {
      return await answer(before, data);
    } catch (error) {
      // On to another page.
      if (error instanceof Error && 'digest' in error) throw error;
      return lost(before);
    }
  };
}
