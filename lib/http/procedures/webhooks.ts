import { z } from 'zod';
import { procedureEventSchema } from '#lib/procedures/cases/procedure-event.ts';

const eventKinds = procedureEventSchema.options.map(({ shape }) => shape.kind.value);

/** The body of `POST /api/v1/webhooks`. */
export const webhookBodySchema = z.strictObject({
  url: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .refine((text) => {
      const { username, password, hash } = new URL(text);
      return username === '' && password === '' && hash === '';
    }, 'must have no user, password or fragment')
    .describe('https; http only to this machine itself, in demonstrations'),
  kinds: z
    .array(z.enum(['*', ...eventKinds]))
    .min(1)
    .max(eventKinds.length + 1)
    .default(['*']),
});

const subscription = {
  id: z.string(),
  url: z.string(),
  kinds: z.array(z.string()),
  createdAt: z.string(),
};

export const webhookJsonSchema = z.object({
  ...subscription,
  secret: z.string().describe('Key of the HMAC-SHA256 in x-eli4u-signature; told this once'),
});

export const webhooksJsonSchema = z.object({ items: z.array(z.object(subscription)) });
