import { Failure } from '../api/index.ts';
import { i18next } from '../strings/index.ts';

/** The sentence for what went wrong, in the language of the window. */
export function failureText(error: unknown): string {
  const code = error instanceof Failure ? error.code : 'INTERNAL_SERVER_ERROR';
  const key = code as 'NOT_FOUND';
  return i18next.exists(key, { ns: 'failures' })
    ? i18next.t(key, { ns: 'failures' })
    : i18next.t('unknown', { ns: 'failures', code });
}
