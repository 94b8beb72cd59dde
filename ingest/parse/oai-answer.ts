import { XmlDecoder } from './xml/decode.ts';
import { XmlEvents, type ElementHandler, type OpenedElement } from './xml/events.ts';
import { fault } from './xml/fault.ts';

/** What an answer of OAI-PMH 2.0 says beside its records. */
export interface OaiAnswer {
  responseDate: string | null;
  /** Where the list goes on; null where it is at its end. */
  resumptionToken: string | null;
  error: { code: string; message: string } | null;
  /** Records of a list, deleted ones too. */
  records: number;
  /** Of Identify. */
  granularity: string | null;
  /** Of ListMetadataFormats. */
  prefixes: string[];
}

const said = new Set(['responseDate', 'resumptionToken', 'error', 'granularity', 'metadataPrefix']);
/** What lies in these is somebody else's. */
const foreign = new Set(['metadata', 'about', 'description', 'setDescription']);
/** Letters of a token or a date; longer ones are not read. */
const longest = 10_000;

/** Reads the envelope of an answer and passes over what it carries. @throws SourceFault for what is no answer of OAI-PMH */
export async function readOaiAnswer(input: AsyncIterable<Uint8Array>): Promise<OaiAnswer> {
  const reading = new AnswerReading();
  const decoder = new XmlDecoder();
  const events = new XmlEvents(reading);
  for await (const bytes of input) events.write(decoder.push(bytes));
  events.write(decoder.end());
  events.end();
  return reading.answer;
}

class AnswerReading implements ElementHandler {
  readonly answer: OaiAnswer = {
    responseDate: null,
    resumptionToken: null,
    error: null,
    records: 0,
    granularity: null,
    prefixes: [],
  };
  private depth = 0;
  /** Elements open within one that is not looked into. */
  private passing = 0;
  private words: string | null = null;
  private name = '';
  private code = '';

  open({ name, namespace, attributes, line }: OpenedElement): void {
    if (
      this.depth++ === 0 &&
      (name !== 'OAI-PMH' || !/^(http:\/\/www\.openarchives\.org\/OAI\/2\.0\/)?$/.test(namespace))
    )
      throw fault('unknown-format', 'no answer of OAI-PMH 2.0', { line });
    if (this.passing > 0 || foreign.has(name)) {
      this.passing++;
      return;
    }
    if (name === 'record') this.answer.records++;
    this.words = said.has(name) ? '' : null;
    this.code = attributes['code'] ?? '';
    this.name = name;
  }

  text(text: string): void {
    if (this.words === null || this.passing > 0) return;
    this.words += text;
    if (this.words.length > longest) throw fault('answer-too-long', `${this.name} has more than ${longest} letters`);
  }

  close(): void {
    this.depth--;
    if (this.passing > 0) {
      this.passing--;
      return;
    }
    if (this.words === null) return;
    this.take(this.words.trim());
    this.words = null;
  }

  private take(words: string): void {
    const { answer } = this;
    switch (this.name) {
      case 'responseDate':
        answer.responseDate = words;
        return;
      case 'resumptionToken':
        answer.resumptionToken = words === '' ? null : words;
        return;
      case 'granularity':
        answer.granularity = words;
        return;
      case 'metadataPrefix':
        answer.prefixes.push(words);
        return;
      case 'error':
        answer.error ??= { code: this.code, message: words };
    }
  }
}
