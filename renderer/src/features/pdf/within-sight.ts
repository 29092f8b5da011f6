/**
 * What the promise gives, unless it takes longer than that, or the signal ends it. Only seconds in which the window is
 * in sight count: elsewhere nothing is painted, and every page would take too long.
 * @throws DOMException `TimeoutError`, or the signal's reason
 */
export async function withinSight<T>(promise: Promise<T>, seconds: number, signal: AbortSignal): Promise<T> {
  let left = seconds;
  const ended = Promise.withResolvers<never>();
  const end = () => ended.reject(signal.reason);
  const timer = setInterval(() => {
    if (document.hidden) return;
    left -= 1;
    if (left <= 0) ended.reject(new DOMException(`longer than ${seconds} seconds`, 'TimeoutError'));
  }, 1000);
  signal.addEventListener('abort', end);
  try {
    signal.throwIfAborted();
    return await Promise.race([promise, ended.promise]);
  } finally {
    clearInterval(timer);
    signal.removeEventListener('abort', end);
  }
}
