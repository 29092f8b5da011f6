import { quoted } from './article-text.ts';
import { type FoundRegion, type PlacedName, type RegionPlaces, withoutIds } from './file-form.ts';
import type { Labels } from './labels.ts';
import { REGIONS, type RegionName } from './render.ts';

/** How a comment is written that says where something begins and ends. */
export interface Comment {
  readonly open: string;
  readonly close: string;
}

export function commentLine(words: string, { open, close }: Comment): string {
  return `${open} ${words} ${close}`;
}

/** Regions that begin and end with a comment that names them. */
export function regionsBetween(comment: Comment): RegionPlaces {
  // Between bullets nothing is left free.
  const gap = comment.open.startsWith('- ') ? '\n' : '\n\n';
  const begin = (name: PlacedName) => commentLine(`jianbao:begin ${name}`, comment);
  const end = (name: PlacedName) => commentLine(`jianbao:end ${name}`, comment);
  const render = (name: PlacedName, content: string) => [begin(name), content, end(name)].join(gap);

  function find(body: string, name: PlacedName): FoundRegion | undefined {
    const pattern = new RegExp(`^${begin(name)}[ \\t]*\\n([\\s\\S]*?)^${end(name)}[ \\t]*$`, 'm');
    const found = pattern.exec(body);
    if (!found) return undefined;
    return {
      start: found.index,
      end: found.index + found[0].length,
      content: (found[1] ?? '').replace(/^\n+|\n+$/g, ''),
    };
  }

  /** After the region that stands before it, else before the one that follows, else below the heading. */
  function insert(body: string, name: RegionName, content: string, as: PlacedName = name): string {
    const at = REGIONS.indexOf(name);
    for (const earlier of REGIONS.slice(0, at).reverse()) {
      const found = find(body, earlier);
      if (found) return `${body.slice(0, found.end)}${gap}${render(as, content)}${body.slice(found.end)}`;
    }
    for (const later of REGIONS.slice(at + 1)) {
      const found = find(body, later);
      if (found) return `${body.slice(0, found.start)}${render(as, content)}${gap}${body.slice(found.start)}`;
    }
    const heading = body.match(/^# .*$/m);
    const below = heading?.index === undefined ? 0 : heading.index + heading[0].length;
    return `${body.slice(0, below)}\n\n${render(as, content)}\n${body.slice(below)}`;
  }

  /** A callout where there are any. */
  function renderConflict(content: string, { conflict, conflictHint }: Labels): string {
    const title =
      comment.open === '%%' ? `[!warning] ${conflict} · ${conflictHint}` : `**${conflict}** · ${conflictHint}\n`;
    return quoted(`${title}\n${withoutIds(content)}`);
  }

  return { find, render, insert, gap, renderConflict };
}
