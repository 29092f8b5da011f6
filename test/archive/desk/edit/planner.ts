import { applyCommand } from '../../../../electron/archive/desk/edit/apply.ts';
import type { Derivation, DerivedArticle, DerivedBlock, DeskRole } from '../../../../electron/contract/derivation.ts';
import type { DeskCommand } from '../../../../electron/contract/desk-commands.ts';
import { charsOf, isRole, type TrueBlock, type TruePage } from './truth.ts';

/**
 * Works as a person would who knows the truth: puts back, cuts, drops, joins, names, sends and closes, with as many
 * blocks at once as one command takes.
 */
export function plan(start: Derivation, truth: TruePage): { commands: DeskCommand[]; page: Derivation } {
  const { raw, owner } = truth;
  let page = start;
  const commands: DeskCommand[] = [];
  const act = (command: DeskCommand) => {
    page = applyCommand(page, command);
    commands.push(command);
  };
  const place = (block: Pick<DerivedBlock, 'pieces'>) => block.pieces[0]?.[0] ?? 0;
  const chars = (block: Pick<DerivedBlock, 'pieces'>) => charsOf(raw, block.pieces);
  const trueOf = (block: Pick<DerivedBlock, 'pieces'>) => owner.get(chars(block)[0] ?? -1);
  const all = () => page.articles.flatMap(({ blocks }) => blocks);

  for (const range of start.dropped) {
    const wanted = chars(range).flatMap((at) => owner.get(at) ?? [])[0];
    const first = page.articles[0]?.blocks[0];
    if (!wanted) continue;
    const to = first ? { article: place(first), before: null } : ('new_article' as const);
    act({ kind: 'restore_range', dropped: place(range), role: wanted.role, to });
  }
  for (let cut = cutIn(all()); cut; cut = cutIn(all())) act({ kind: 'split_block', ...cut });
  const nowhere = all().filter((block) => !trueOf(block));
  if (nowhere.length > 0) act({ kind: 'drop_blocks', blocks: nowhere.map(place), role: 'noise' });
  for (const wanted of truth.blocks) {
    if (wanted.role !== 'paragraph') continue;
    const parts = () =>
      inOrder(
        all().filter((block) => trueOf(block) === wanted),
        wanted,
      );
    for (let [first, second] = parts(); first && second; [first, second] = parts())
      act({ kind: 'join_blocks', first: place(first), second: place(second) });
  }
  const wrong = Map.groupBy(
    all().filter((block) => !isRole(block, trueOf(block)?.role ?? 'paragraph')),
    (block): DeskRole => trueOf(block)?.role ?? 'paragraph',
  );
  for (const [role, blocks] of wrong) act({ kind: 'set_role', blocks: blocks.map(place), role });
  sendHome();
  for (const label of truth.articles) {
    const article = page.articles.find(({ blocks }) => blocks.some((block) => trueOf(block)?.article === label.id));
    const [first] = article?.blocks ?? [];
    if (!article || !first || article.kind === label.kind) continue;
    act({ kind: 'set_kind', article: place(first), to: label.kind as DerivedArticle['kind'], parent: null });
  }
  for (const block of all()) {
    const openEnd = trueOf(block)?.openEnd ?? false;
    if (block.role === 'paragraph' && (block.openEnd ?? false) !== openEnd)
      act({ kind: 'set_open_end', block: place(block), openEnd });
  }
  return { commands, page };

  /** The first place where a block should be two. */
  function cutIn(blocks: readonly DerivedBlock[]): { block: number; at: number } | undefined {
    for (const block of blocks) {
      const list = chars(block);
      for (const [index, at] of list.entries()) {
        const before = list[index - 1];
        if (before === undefined || goesOn(before, at)) continue;
        return { block: place(block), at };
      }
    }
    return undefined;
  }

  function goesOn(before: number, at: number): boolean {
    const [left, right] = [owner.get(before), owner.get(at)];
    if (left !== right || !left) return left === right;
    return left.chars.indexOf(at) === left.chars.indexOf(before) + 1;
  }

  function inOrder(blocks: readonly DerivedBlock[], wanted: TrueBlock): DerivedBlock[] {
    const where = (block: DerivedBlock) => wanted.chars.indexOf(chars(block)[0] ?? -1);
    return blocks.toSorted((a, b) => where(a) - where(b));
  }

  /** Every article has a home where most of its text is; whatever is not there, or not in its order, is sent there at once. */
  function sendHome(): void {
    const taken = new Set<string>();
    const homes = new Map<string, string>();
    const shares = truth.articles
      .flatMap((label) =>
        page.articles.map((article) => ({
          label: label.id,
          id: article.id,
          size: article.blocks.filter((block) => trueOf(block)?.article === label.id).flatMap(chars).length,
        })),
      )
      .filter(({ size }) => size > 0)
      .toSorted((a, b) => b.size - a.size);
    for (const { label, id } of shares) {
      if (homes.has(label) || taken.has(id)) continue;
      homes.set(label, id);
      taken.add(id);
    }
    for (const { id: label } of truth.articles) {
      const wanted = truth.blocks.filter((block) => block.article === label && block.role === 'paragraph');
      const own = all().filter((block) => trueOf(block)?.article === label);
      const paragraphs = own.filter((block) => block.role === 'paragraph');
      const rank = (block: DerivedBlock) => wanted.indexOf(trueOf(block) as TrueBlock);
      const ordered = [
        ...own.filter((block) => block.role !== 'paragraph'),
        ...paragraphs.toSorted((a, b) => rank(a) - rank(b)),
      ];
      const home = page.articles.find(({ id }) => id === homes.get(label));
      const isHome = own.every((block) => home?.blocks.includes(block));
      const isOrdered = paragraphs.every(
        (block, at) => at === 0 || rank(block) > rank(paragraphs[at - 1] as DerivedBlock),
      );
      const [first] = home?.blocks ?? [];
      if (own.length === 0 || (home && isHome && isOrdered)) continue;
      const alone = page.articles.find(
        ({ blocks }) => blocks.length === own.length && blocks.every((block) => own.includes(block)),
      );
      const to = home && first ? { article: place(first), before: null } : ('new_article' as const);
      if (to === 'new_article' && alone && isOrdered) continue;
      act({ kind: 'move_blocks', blocks: ordered.map(place), to });
    }
  }
}
