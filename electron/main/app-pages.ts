import { answerPage, makeNonce, type PageAnswer, type PageFiles, pageHeaders } from '../service/host/page.ts';
import { APP_ORIGIN } from './policy.ts';

const FRAME = 'jbdoc:';

/** What the `app` scheme answers: one of the built files, found by its whole address, or a refusal that says nothing. */
export function answerApp(files: PageFiles, method: string, address: string): PageAnswer {
  const path = address.startsWith(`${APP_ORIGIN}/`) ? address.slice(APP_ORIGIN.length).replace(/#.*$/, '') : undefined;
  if (method !== 'GET' || path === undefined)
    return { status: 403, headers: pageHeaders(makeNonce(), FRAME), body: '' };
  return answerPage(files, path, FRAME);
}
