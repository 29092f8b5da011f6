import { CODE_PARAMETER, SESSION_PATH } from '#contract/wire.ts';
import { Failure } from './failure.ts';

const KEPT = 'jianbao.token';

/** The code that the address carried, taken out of it at once: it is good for one use and must not stay in the history. */
export function takeCode(): string | undefined {
  const parameters = new URLSearchParams(location.hash.slice(1));
  const code = parameters.get(CODE_PARAMETER);
  if (code === null) return undefined;
  history.replaceState(history.state, '', location.pathname);
  return code;
}

let code: string | undefined;
let exchange: Promise<string> | undefined;

/** Call once, before the router reads the address. A code wins over a kept token, which may be an older start's. */
export function beginSession(): void {
  code = takeCode();
  if (code !== undefined) sessionStorage.removeItem(KEPT);
}

/** The token of this start of the program; survives a reload. */
export async function readToken(): Promise<string> {
  const kept = sessionStorage.getItem(KEPT);
  if (kept !== null) return kept;
  if (code === undefined) throw new Failure('UNAUTHORISED');
  exchange ??= exchangeCode(code).finally(() => {
    exchange = undefined;
  });
  return exchange;
}

async function exchangeCode(spent: string): Promise<string> {
  const answer = await postSession({ code: spent });
  if (answer === undefined) throw new Failure('DISCONNECTED');
  if (!answer.ok) throw new Failure('UNAUTHORISED');
  const { token } = (await answer.json()) as { token: string };
  sessionStorage.setItem(KEPT, token);
  code = undefined;
  return token;
}

/** A socket that is refused looks like a host that is gone; what the host says to the token tells which it is. */
export async function isTokenRefused(): Promise<boolean> {
  const answer = await postSession({ token: sessionStorage.getItem(KEPT) ?? '' });
  return answer !== undefined && !answer.ok;
}

async function postSession(body: { code: string } | { token: string }): Promise<Response | undefined> {
  try {
    return await fetch(SESSION_PATH, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  } catch {
    return undefined;
  }
}
