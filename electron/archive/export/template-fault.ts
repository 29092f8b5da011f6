import type { TemplateFaultReason } from '#contract/template.ts';

/** A body gets this long; who runs templates in a thread ends it a little later. */
export const TEMPLATE_MILLISECONDS = 2000;

/** So much of a template's own words is repeated. */
const WORDS = 60;

/** A template was stopped, in this line of it, counted from one. */
export class TemplateStopped extends Error {
  readonly code = 'TEMPLATE_FAULT';
  readonly line: number;
  readonly reason: TemplateFaultReason;
  readonly what: string;
  constructor(line: number, reason: TemplateFaultReason, what = '') {
    super(`${reason} in line ${line}`);
    this.name = 'TemplateStopped';
    this.line = line;
    this.reason = reason;
    this.what = [...what.replace(/\s+/g, ' ').trim()].slice(0, WORDS).join('');
  }
}
