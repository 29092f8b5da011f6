/** How often this process looks whether npm is still there. */
const LOOK_MILLISECONDS = 500;

/**
 * npm runs a script through a shell, and a shell that is asked to end does so without telling what it runs. Where npm
 * started this process, the end of that shell counts as SIGTERM: whoever listens for one ends as if asked, and where
 * nobody listens yet the process ends. `parent` is read at the very start: later it may be somebody else's number.
 */
export function endWithNpm(parent: number = process.ppid): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  const looking = setInterval(() => {
    if (isThere(parent)) return;
    clearInterval(looking);
    if (!process.emit('SIGTERM', 'SIGTERM')) process.exit(1);
  }, LOOK_MILLISECONDS);
  looking.unref();
}

/** An orphan gets another parent; on Windows it keeps the number of the one that is gone. */
function isThere(parent: number): boolean {
  if (process.platform !== 'win32') return process.ppid === parent;
  try {
    process.kill(parent, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
