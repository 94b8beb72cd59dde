/** Loaded before a child's own program: a child whose launcher was killed ends, wherever it was, even while it was still being loaded. */
const grace = 10_000;

process.on('disconnect', () => void setTimeout(() => process.exit(1), grace).unref());
export {};
