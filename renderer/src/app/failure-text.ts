import type { TemplateFault } from '#contract/template.ts';
import { Failure } from '../api/index.ts';
import { i18next } from '../strings/index.ts';

/** The sentence for what went wrong, in the language of the window. */
export function failureText(error: unknown): string {
  const code = error instanceof Failure ? error.code : 'INTERNAL_SERVER_ERROR';
  if (error instanceof Failure && code === 'TEMPLATE_FAULT') return templateFaultText(error.data as TemplateFault);
  const key = code as 'NOT_FOUND';
  return i18next.exists(key, { ns: 'failures' })
    ? i18next.t(key, { ns: 'failures' })
    : i18next.t('unknown', { ns: 'failures', code });
}

/** In which line a template was stopped, and why. */
export function templateFaultText({ line, reason, what }: TemplateFault): string {
  const t = i18next.getFixedT(null, 'templates');
  return t('fault', { line, why: t(`reasons.${reason}`, { what }) });
}
