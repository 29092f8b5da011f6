import {
  type Context,
  defaultOperators,
  type Emitter,
  Liquid,
  LiquidError,
  RenderError,
  type TagToken,
  type Template,
  type TopLevelToken,
  toValueSync,
} from 'liquidjs';
import type { Comment } from './comment-regions.ts';
import { TEMPLATE_MILLISECONDS, TemplateStopped } from './template-fault.ts';
import { templateFilters } from './template-filters.ts';
import { joinFields, KEPT_BEGIN, KEPT_END, KEPT_NAME } from './template-lines.ts';
import { liquidOf } from './template-source.ts';
import { type Fields, plain, revive, TemplateContext, written } from './template-values.ts';

export interface TemplateTask {
  readonly source: string;
  readonly fields: Fields;
  readonly comment: Comment;
}

/** Characters and elements that filters may make in one body. */
const MEMORY = 10_000_000;
/** Characters of one body. */
const LONGEST = 4_000_000;

const TAGS = ['assign', 'for', 'capture', 'case', 'comment', 'if', 'raw', 'unless', 'break', 'continue', '#'];

/** Where the work is, for whoever has to end it from outside. */
export type TellLine = (line: number) => void;

/**
 * The body of one article's file by a person's template. It sees fields and nothing else: no file, no address, no clock,
 * no other template, nothing that an object inherits.
 * @throws TemplateStopped
 */
export function renderTemplate(
  { source, fields, comment }: TemplateTask,
  tellLine: TellLine = () => undefined,
): string {
  if (prepared?.source !== source) prepared = prepare(source);
  const { engine, templates, lineOf } = prepared;
  prepared.enter = (token) => tellLine(lineOf(token.begin));
  prepared.names.clear();
  try {
    const context = new TemplateContext(revive(fields) as object, engine.options, { sync: true }, { liquid: engine });
    return joinFields(String(toValueSync(engine._render(templates, context, { sync: true }))), comment);
  } catch (error) {
    throw stopped(error, lineOf);
  }
}

interface Prepared {
  readonly source: string;
  readonly engine: Liquid;
  readonly templates: Template[];
  readonly lineOf: (at: number) => number;
  /** Of what is kept in the body under way. */
  readonly names: Set<string>;
  enter: (token: TopLevelToken) => void;
}

/** The one used last: an export uses it for all its articles. */
let prepared: Prepared | undefined;

function prepare(source: string): Prepared {
  const liquid = liquidOf(source);
  const lineOf = linesOf(liquid);
  const names = new Set<string>();
  const engine = engineFor((token) => prepared?.enter(token), names);
  try {
    return { source, engine, templates: engine.parse(liquid), lineOf, names, enter: () => undefined };
  } catch (error) {
    throw stopped(error, lineOf);
  }
}

function engineFor(enter: (token: TopLevelToken) => void, names: Set<string>): Liquid {
  const engine = new Liquid({
    jsTruthy: true,
    ownPropertyOnly: true,
    strictFilters: true,
    groupedExpressions: true,
    renderLimit: TEMPLATE_MILLISECONDS,
    memoryLimit: MEMORY,
    // No name leads to a file.
    templates: {},
    outputEscape: written,
    operators: {
      ...defaultOperators,
      // As Nunjucks has it, what was asked for and not whether there was something.
      and: (left: unknown, right: unknown) => (plain(left) ? right : left) as boolean,
      or: (left: unknown, right: unknown) => (plain(left) ? left : right) as boolean,
    },
  });
  for (const name of Object.keys(engine.tags)) if (!TAGS.includes(name)) delete engine.tags[name];
  for (const name of Object.keys(engine.filters)) delete engine.filters[name];
  for (const [name, filter] of Object.entries(templateFilters())) engine.registerFilter(name, filter);
  registerPersist(engine, names);
  engine.renderer.renderTemplates = function* (templates: Template[], context: Context, given?: Emitter) {
    const emitter = given ?? new Pieces();
    for (const template of templates) {
      enter(template.token as TopLevelToken);
      try {
        context.renderLimit.check(performance.now());
        const html = yield template.render(context, emitter);
        if (html) emitter.write(html);
      } catch (error) {
        throw LiquidError.is(error) ? error : new RenderError(error as Error, template);
      }
      if (context.breakCalled || context.continueCalled) break;
    }
    return (emitter as Pieces).buffer;
  } as typeof engine.renderer.renderTemplates;
  return engine;
}

/** What was written so far, no longer than a file may be. */
class Pieces implements Emitter {
  buffer = '';
  write(piece: unknown): void {
    this.buffer += String(piece);
    if (this.buffer.length > LONGEST) throw new RangeError('too long');
  }
}

/** `{% persist "x" %}`: what a person writes there stays. */
function registerPersist(engine: Liquid, names: Set<string>): void {
  engine.registerTag('persist', {
    parse(token: TagToken, rest: TopLevelToken[]) {
      this.name = token.args.trim().slice(1, -1);
      this.templates = [];
      const stream = engine.parser
        .parseStream(rest)
        .on('tag:endpersist', () => stream.stop())
        .on('template', (template: Template) => this.templates.push(template));
      stream.start();
    },
    *render(context: Context, emitter: Emitter) {
      if (names.has(this.name)) throw new TemplateStopped(0, 'bad_name', this.name);
      names.add(this.name);
      emitter.write(`${KEPT_NAME}${this.name}${KEPT_BEGIN}`);
      yield engine.renderer.renderTemplates(this.templates, context, emitter);
      emitter.write(KEPT_END);
    },
  });
}

function linesOf(text: string): (at: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (at) => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= at) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}

/** What the engine says, by what it is about. */
function stopped(error: unknown, lineOf: (at: number) => number): TemplateStopped {
  if (error instanceof TemplateStopped) return error;
  const { token, originalError: cause = error } = error as { token?: TopLevelToken; originalError?: Error };
  const line = token === undefined ? 1 : lineOf(token.begin);
  if (cause instanceof TemplateStopped) return new TemplateStopped(line, cause.reason, cause.what);
  const { message = '' } = cause as Error;
  if (message.includes('template render limit')) return new TemplateStopped(line, 'too_slow');
  if (message.includes('memory alloc limit') || cause instanceof RangeError)
    return new TemplateStopped(line, 'too_large');
  return new TemplateStopped(line, 'failed', token?.getText() ?? message);
}
