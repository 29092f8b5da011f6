import { expect, test } from 'vitest';
import { CODE_MILLISECONDS, createSession } from '../../electron/loopback/session.ts';

test('a code is good once', () => {
  const session = createSession(() => 0);
  const code = session.issueCode();
  expect(session.redeem(code)).toBe(session.token);
  expect(session.redeem(code)).toBeUndefined();
});

test('a code is good for half a minute', () => {
  let now = 0;
  const session = createSession(() => now);
  const [early, late] = [session.issueCode(), session.issueCode()];
  now = CODE_MILLISECONDS - 1;
  expect(session.redeem(early)).toBe(session.token);
  now = CODE_MILLISECONDS;
  expect(session.redeem(late)).toBeUndefined();
});

test('the token has 256 bits, is another at every start, and nothing but itself passes for it', () => {
  const [one, other] = [createSession(Date.now), createSession(Date.now)];
  expect(Buffer.from(one.token, 'base64url')).toHaveLength(32);
  expect(one.isToken(one.token)).toBe(true);
  for (const wrong of [other.token, '', one.token.slice(1), `${one.token}A`, one.issueCode()]) {
    expect(one.isToken(wrong)).toBe(false);
  }
});
