const MILLISECONDS = 600;
/** More at once would only be a blur. */
const FRAGMENTS = 90;

/** The fragments in view travel from the raw page to the paragraphs they are part of. None where motion is unwelcome. */
export async function playAccepted(raw: HTMLElement | null, clean: HTMLElement | null): Promise<void> {
  if (!raw || !clean || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  const from = raw.getBoundingClientRect();
  const to = clean.getBoundingClientRect();
  const runs = [...raw.querySelectorAll<HTMLElement>('[data-place]')].filter((run) => {
    const { top, bottom } = run.getBoundingClientRect();
    return bottom > from.top && top < from.bottom;
  });
  const layer = document.createElement('div');
  layer.setAttribute('aria-hidden', 'true');
  Object.assign(layer.style, {
    position: 'fixed',
    inset: '0',
    overflow: 'hidden',
    pointerEvents: 'none',
    zIndex: '50',
  });
  document.body.append(layer);
  const under = new Map<string, number>();
  const playing = runs.slice(0, FRAGMENTS).flatMap((run, index) => {
    const place = run.dataset.place ?? '';
    const block = clean.querySelector(`[data-place="${place}"]`);
    const target = (block?.querySelector('[data-from]')?.parentElement ?? block)?.getBoundingClientRect();
    if (!target) return [];
    const here = run.getBoundingClientRect();
    const row = under.get(place) ?? 0;
    under.set(place, row + 1);
    const top = Math.min(Math.max(target.top + row * 22, to.top - 40), to.bottom + 40);
    const fragment = fragmentOf(run, here);
    layer.append(fragment);
    const delay = (index / FRAGMENTS) * MILLISECONDS * 0.3;
    return fragment.animate(
      [
        { transform: 'none', opacity: 1 },
        { transform: `translate(${target.left - here.left}px, ${top - here.top}px)`, opacity: 0.85, offset: 0.8 },
        { transform: `translate(${target.left - here.left}px, ${top - here.top}px)`, opacity: 0 },
      ],
      { duration: MILLISECONDS - delay, delay, easing: 'cubic-bezier(0.4, 0, 0.1, 1)', fill: 'both' },
    ).finished;
  });
  // The words are read where they arrive, not beside those that are on their way.
  const arriving = clean.animate([{ opacity: 0.1 }, { opacity: 0.1, offset: 0.55 }, { opacity: 1 }], MILLISECONDS);
  await Promise.allSettled([...playing, arriving.finished]);
  layer.remove();
}

function fragmentOf(run: HTMLElement, { left, top, width, height }: DOMRect): HTMLElement {
  const { color, font } = getComputedStyle(run);
  const band = getComputedStyle(run).getPropertyValue('--band');
  const fragment = document.createElement('span');
  fragment.textContent = run.textContent;
  Object.assign(fragment.style, {
    position: 'absolute',
    left: `${left}px`,
    top: `${top}px`,
    width: `${width}px`,
    height: `${height}px`,
    overflow: 'hidden',
    color,
    font,
    background: `color-mix(in srgb, ${band} 24%, transparent)`,
    borderRadius: '3px',
  });
  return fragment;
}
