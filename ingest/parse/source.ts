import { SaxesParser } from 'saxes';
import type { Draft, Problem, SourceDraft, SourceFormat } from '#ingest/draft.ts';
import { authorityDrafts } from './eac/authority.ts';
import { decode, EncodingError } from './decode.ts';
import { attribute, childOf, textOf, type Element } from './element.ts';
import { FindingAid } from './ead/finding-aid.ts';
import { htmlEntities } from './html-entities.ts';
import { institutionDrafts } from './eag/institution.ts';

export interface SourceOptions {
  fileName: string;
  /** Characters one unit may have of its own; more are quarantined so that memory stays bounded. */
  maxUnitSize?: number;
}

const ead2002 = 'urn:isbn:1-931666-22-9';
const ead3 = /^http:\/\/ead3\.archivists\.org\/schema\//;
/** Authority files and institutions are read whole; finding aids never are. */
const maxTreeSize = 64 * 2 ** 20;

/** Stops the parser at the first thing that makes the rest unsure. */
class Malformed extends Error {
  constructor(readonly problem: Problem) {
    super(problem.message);
  }
}

/**
 * Reads a file of any known format as a stream of drafts, in batches. Bad input is data: the last draft of a file that cannot be read to
 * its end is `failed`, and no `sourceEnd` closes the source it broke.
 */
export async function* readSource(input: AsyncIterable<Uint8Array>, options: SourceOptions): AsyncGenerator<Draft[]> {
  const reader = new Reader(options.maxUnitSize ?? 32 * 2 ** 20);
  try {
    for await (const text of decode(input)) {
      reader.write(text);
      const drafts = reader.take();
      if (drafts.length > 0) yield drafts;
    }
    reader.close();
    yield reader.take();
  } catch (error) {
    const problem = reader.problemOf(error);
    if (!problem) throw error;
    yield [...reader.take(), { kind: 'failed', problem, units: reader.unitsMet }];
  }
}

type Body =
  | { kind: 'findingAid'; reader: FindingAid; depth: number }
  | { kind: 'tree'; root: Element; stack: Element[]; depth: number; size: number; format: SourceFormat; uri: string }
  | { kind: 'recordHeader'; root: Element; stack: Element[]; depth: number }
  | { kind: 'unknown'; name: string; line: number; depth: number };

interface Envelope {
  action: SourceDraft['action'];
  cascade: boolean;
  lastUpdate: string | null;
  identifier: string | null;
  system: string | null;
}

const plain: Envelope = { action: 'insert', cascade: false, lastUpdate: null, identifier: null, system: null };

class Reader {
  private readonly parser = new SaxesParser({ xmlns: true, position: true });
  private drafts: Draft[] = [];
  private depth = 0;
  private body: Body | null = null;
  private envelope: Envelope = plain;
  private system: string | null = null;
  private enveloped: 'icar' | 'oai' | null = null;
  private known = 0;
  private met = 0;
  private rootName = '';
  private nulls = 0;
  private empty = true;
  private systemText: string | null = null;

  constructor(private readonly maxUnitSize: number) {
    Object.assign(this.parser.ENTITIES, htmlEntities);
    this.parser.on('error', (error) => {
      throw new Malformed(this.parserProblem(error.message));
    });
    this.parser.on('opentag', (tag) => {
      const attributes: Record<string, string> = {};
      for (const value of Object.values(tag.attributes))
        if (value.prefix !== 'xmlns' && value.local !== 'xmlns') attributes[value.local] = value.value;
      this.opentag({ name: tag.local, attributes, children: [], line: this.parser.line }, tag.uri);
    });
    this.parser.on('closetag', () => this.closetag());
    this.parser.on('text', (text) => this.text(text));
    this.parser.on('cdata', (text) => this.text(text));
  }

  take(): Draft[] {
    if (this.body?.kind === 'findingAid') this.drafts.push(...this.body.reader.take());
    const drafts = this.drafts;
    this.drafts = [];
    return drafts;
  }

  /** Records met so far, for a file that breaks off. */
  get unitsMet(): number {
    return this.met + (this.body?.kind === 'findingAid' ? this.body.reader.unitsMet : 0);
  }

  write(text: string): void {
    let sound = text;
    if (text.includes('\0')) {
      this.nulls += text.split('\0').length - 1;
      sound = text.replaceAll('\0', '\uFFFD');
    }
    if (this.empty && sound.trim() !== '') {
      this.empty = false;
      if (!/^\uFEFF?\s*</.test(sound))
        throw new Malformed({
          code: 'not-xml',
          severity: 'severe',
          message: 'this is not XML',
          found: sound.slice(0, 80).toWellFormed(),
          line: 1,
        });
    }
    this.parser.write(sound);
  }

  close(): void {
    if (this.empty) throw new Malformed({ code: 'empty', severity: 'severe', message: 'the file is empty', line: 1 });
    this.parser.close();
    if (this.known === 0)
      throw new Malformed({
        code: 'unknown-format',
        severity: 'severe',
        message: `no known archival format: the root element is <${this.rootName}>`,
        line: 1,
      });
  }

  problemOf(error: unknown): Problem | null {
    if (error instanceof Malformed) return error.problem;
    if (error instanceof EncodingError)
      return { code: 'encoding', severity: 'severe', message: error.message, line: this.parser.line };
    return null;
  }

  private parserProblem(message: string): Problem {
    const reason = message.replace(/^\d+:\d+: /, '').replace(/\.$/, '');
    const entity = /entity/i.test(reason);
    return {
      code: entity ? 'entity' : 'malformed',
      severity: 'severe',
      message: entity ? `${reason}: entities of a file's own are never resolved` : `not well-formed XML: ${reason}`,
      line: this.parser.line,
    };
  }

  private opentag(element: Element, uri: string): void {
    this.depth++;
    if (this.depth === 1) this.rootName = element.name;
    if (!this.body) return this.openOutside(element, uri);
    switch (this.body.kind) {
      case 'findingAid':
        return this.body.reader.opentag(element);
      case 'tree':
      case 'recordHeader':
        this.body.stack.at(-1)?.children.push(element);
        this.body.stack.push(element);
    }
  }

  private openOutside(element: Element, uri: string): void {
    const depth = this.depth;
    const format = formatOf(element, uri);
    if (format === 'ead2002' || format === 'ead3') {
      this.known++;
      this.body = {
        kind: 'findingAid',
        reader: new FindingAid(this.sourceDraft(format, element.line), this.maxUnitSize),
        depth,
      };
    } else if (format !== null) {
      this.known++;
      this.body = { kind: 'tree', root: element, stack: [element], depth, size: 0, format, uri };
    } else if (element.name === 'icar-import') this.enveloped = 'icar';
    else if (element.name === 'OAI-PMH') this.enveloped = 'oai';
    else if (this.enveloped && (element.name === 'recordHeader' || element.name === 'header'))
      this.body = { kind: 'recordHeader', root: element, stack: [element], depth };
    else if (this.enveloped && envelopeParts.has(element.name))
      this.systemText = element.name === 'systemId' ? '' : this.systemText;
    else this.body = { kind: 'unknown', name: element.name, line: element.line, depth };
  }

  private text(text: string): void {
    switch (this.body?.kind) {
      case 'findingAid':
        return this.body.reader.text(text);
      case 'tree':
        this.body.size += text.length;
        if (this.body.size > maxTreeSize)
          throw new Malformed({
            code: 'too-large',
            severity: 'severe',
            message: 'an authority record of more than 64 MiB',
            line: this.parser.line,
          });
        this.body.stack.at(-1)?.children.push(text);
        return;
      case 'recordHeader':
        this.body.stack.at(-1)?.children.push(text);
        return;
      case undefined:
        if (this.systemText !== null) this.systemText += text;
    }
  }

  private closetag(): void {
    const body = this.body;
    if (body && this.depth === body.depth) this.endBody(body);
    else if (body?.kind === 'findingAid') body.reader.closetag();
    else if (body?.kind === 'tree' || body?.kind === 'recordHeader') body.stack.pop();
    else if (!body && this.systemText !== null) {
      this.system = this.systemText.trim() || this.system;
      this.systemText = null;
    }
    this.depth--;
  }

  private endBody(body: Body): void {
    this.body = null;
    switch (body.kind) {
      case 'findingAid':
        if (this.nulls > 0)
          this.drafts.push({
            kind: 'problem',
            problem: {
              code: 'null-character',
              severity: 'warning',
              message: `${this.nulls} characters U+0000, which XML does not allow, are kept as U+FFFD`,
            },
          });
        this.nulls = 0;
        body.reader.end();
        this.drafts.push(...body.reader.take());
        this.met += body.reader.unitsMet;
        if (body.reader.unitsMet === 0)
          throw new Malformed({
            code: 'no-archdesc',
            severity: 'severe',
            message: 'a finding aid without archdesc',
            line: this.parser.line,
          });
        this.envelope = { ...plain };
        return;
      case 'tree': {
        const source = this.sourceDraft(body.format, body.root.line);
        const drafts =
          body.format === 'eag2012' || body.format === 'scons2'
            ? institutionDrafts(body.root)
            : authorityDrafts(body.root, body.format === 'eac2');
        this.drafts.push(source, ...drafts, { kind: 'sourceEnd', units: 0 });
        this.envelope = { ...plain };
        return;
      }
      case 'recordHeader':
        this.readEnvelope(body.root);
        return;
      case 'unknown':
        if (this.enveloped === 'icar') {
          this.known++;
          this.drafts.push({
            kind: 'quarantined',
            problem: {
              code: 'unknown-format',
              severity: 'severe',
              message: `a record of a format not read: <${body.name}>`,
              line: body.line,
            },
            units: 1,
            componentId: null,
            parentOrdinal: null,
            raw: '',
          });
        } else if (!this.enveloped)
          throw new Malformed({
            code: 'unknown-format',
            severity: 'severe',
            message: `no known archival format: the root element is <${this.rootName}>`,
            line: body.line,
          });
    }
  }

  /** ICAR-IMPORT recordHeader, OAI-PMH header. */
  private readEnvelope(header: Element): void {
    const action = attribute(header, 'action');
    this.envelope = {
      action: action === 'update' || action === 'delete' ? action : 'insert',
      cascade: attribute(header, 'cascade') === 'true',
      lastUpdate: textOf(childOf(header, 'lastUpdate')) || null,
      identifier: this.enveloped === 'icar' ? textOf(childOf(header, 'id')) || null : null,
      system: this.system,
    };
    if (this.envelope.action === 'delete' && this.enveloped === 'icar') {
      this.known++;
      this.drafts.push(this.sourceDraft(attribute(header, 'type') === 'eac' ? 'eac2' : 'ead3', header.line), {
        kind: 'sourceEnd',
        units: 0,
      });
      this.envelope = { ...plain };
    }
  }

  private sourceDraft(format: SourceFormat, line: number): SourceDraft {
    return {
      kind: 'source',
      format,
      repositoryCode: null,
      repositoryName: null,
      title: null,
      language: null,
      line,
      ...this.envelope,
    };
  }
}

const envelopeParts = new Set([
  'header',
  'listRecords',
  'record',
  'recordBody',
  'systemId',
  'systemTitle',
  'event',
  'agent',
  'fileDesc',
  'filedesc',
  'title',
  'abstract',
  'date',
  'contact',
  'mail',
  'responseDate',
  'request',
  'GetRecord',
  'ListRecords',
  'metadata',
  'about',
  'resumptionToken',
  'error',
]);

function formatOf(element: Element, uri: string): SourceFormat | null {
  switch (element.name) {
    case 'ead':
      if (uri === ead2002) return 'ead2002';
      if (ead3.test(uri)) return 'ead3';
      return 'ead2002';
    case 'eac-cpf':
      return 'eac2010';
    case 'eac':
      return 'eac2';
    case 'eag':
      return 'eag2012';
    case 'scons':
      return 'scons2';
    default:
      return null;
  }
}
