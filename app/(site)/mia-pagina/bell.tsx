/** A bell beside its word. */
export function Bell() {
  return (
    <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">
      <path
        d="M12 2.5a1.5 1.5 0 0 1 1.5 1.5v.7a6 6 0 0 1 4.5 5.8v4l2 2.5v1H4v-1l2-2.5v-4a6 6 0 0 1 4.5-5.8V4A1.5 1.5 0 0 1 12 2.5ZM9.5 19.5h5a2.5 2.5 0 0 1-5 0Z"
        fill="currentColor"
      />
    </svg>
  );
}
