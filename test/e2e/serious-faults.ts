import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

export interface Looks {
  /** The screen as it stands, under a name. */
  look(screen: string): Promise<void>;
  /** What axe calls serious or critical, by screen; no rule is off and no region left out. */
  readonly faults: Record<string, readonly string[]>;
  /** What axe cannot decide by itself is listed, for a person to look at. */
  tellUndecided(when: string): void;
}

export function lookFor(page: Page): Looks {
  const faults: Record<string, readonly string[]> = {};
  const undecided: string[] = [];
  return {
    faults,
    async look(screen) {
      const { violations, incomplete } = await new AxeBuilder({ page }).setLegacyMode().analyze();
      const found = violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
      if (found.length > 0) faults[screen] = found;
      if (incomplete.length > 0)
        undecided.push(`${screen}: ${incomplete.map(({ id, nodes }) => `${id} ×${nodes.length}`).join(', ')}`);
    },
    tellUndecided: (when) => console.info(`Undecided by axe, ${when}:\n${undecided.join('\n')}`),
  };
}
