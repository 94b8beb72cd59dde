import { Missing } from '#app/_components/missing.tsx';

/** An id that nobody bears. */
export default function NotFound() {
  return <Missing />;
}
