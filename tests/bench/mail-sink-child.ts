import { startMailSink } from '#tests/builders/notice-desk.ts';

/** A real SMTP server in a process of its own, so that what it takes is not what is measured. */
const sink = await startMailSink({ keep: false });
process.send?.({ url: sink.url });
process.on('message', () => process.send?.({ taken: sink.sent.length }));
process.on('disconnect', () => process.exit(0));
