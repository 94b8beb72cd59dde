import { answerAuth } from '#lib/auth/answer-auth.ts';

export const dynamic = 'force-dynamic';

export { answerAuth as GET, answerAuth as POST };
