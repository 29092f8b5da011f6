/** A key that belongs to an input method is never a shortcut. `isComposing` alone is not enough: the key that starts or ends a composition says 229. */
export function isComposing(event: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean {
  return event.isComposing || event.keyCode === 229;
}

/** Whether a key press may be a shortcut at all, wherever it was pressed. */
export function isShortcutAllowed(event: KeyboardEvent): boolean {
  if (isComposing(event) || event.defaultPrevented) return false;
  return !isInOverlay(event.target) || event.ctrlKey || event.metaKey;
}

const WRITES_NOTHING = new Set(['checkbox', 'radio', 'range', 'button', 'submit']);

/** Text is written there: single letters belong to it. */
export function isForText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !WRITES_NOTHING.has(target.type);
  return target.isContentEditable || target.tagName === 'TEXTAREA';
}

/** The key presses what has the focus: a button keeps Enter and the blank for itself. */
export function isPressing(event: Pick<KeyboardEvent, 'key' | 'target'>): boolean {
  if (event.key !== 'Enter' && event.key !== ' ') return false;
  return event.target instanceof Element && event.target.closest('button,a[href],summary') !== null;
}

function isInOverlay(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role=dialog],[role=alertdialog],[role=menu]') !== null;
}
