import type { Reach } from '#lib/access/reach.ts';
import type { Desk } from '../desk.ts';
import type { WhoseCases } from '../my-cases.ts';
import type { ConversationPage, UnreadCase, WriteMessage, WriteMessageResult } from './case-message.ts';
import { listConversations } from './conversations.ts';
import { listMessages, type MessagePage } from './list-messages.ts';
import { countUnreadCases, listUnreadCases, noteReadByOffice } from './unread-cases.ts';
import { writeMessage } from './write-message.ts';

export type * from './case-message.ts';
export type { MessagePage } from './list-messages.ts';

/** What parties and the office write to each other within cases. */
export interface CaseMessages {
  write(request: WriteMessage): Promise<WriteMessageResult>;
  list(asked: Parameters<typeof listMessages>[1]): Promise<MessagePage>;
  conversations(whose: WhoseCases, page?: { after?: string | undefined; limit?: number }): Promise<ConversationPage>;
  /** Cases within reach in which a message waits for the office, counted up to 1,000. */
  countUnreadCases(reach: Reach): Promise<{ value: number; over: boolean }>;
  listUnreadCases(
    reach: Reach,
    page?: { after?: string | undefined; limit?: number },
  ): Promise<{ cases: UnreadCase[]; next: string | null }>;
  noteReadByOffice(id: string): Promise<void>;
}

/** One per process, beside the store of procedures. */
export const createCaseMessages = (desk: Desk): CaseMessages => ({
  write: async (request) => {
    await desk.types.current();
    return writeMessage(desk, request);
  },
  list: (asked) => listMessages(desk.pool, asked),
  conversations: (whose, { after, limit = 30 } = {}) => listConversations(desk.pool, whose, { after, limit }),
  countUnreadCases: (reach) => countUnreadCases(desk.pool, reach),
  listUnreadCases: (reach, { after, limit = 50 } = {}) => listUnreadCases(desk.pool, reach, { after, limit }),
  noteReadByOffice: (id) => noteReadByOffice(desk.pool, id),
});
