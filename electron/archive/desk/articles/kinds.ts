import { isList } from '../blocks/heads.ts';
import { comesFromAnotherPage } from '../blocks/marks.ts';
import { isBody, type Unit } from '../reading/units.ts';
import type { Draft } from './draft.ts';

const lengthOf = (draft: Draft) => draft.units.filter(isBody).reduce((sum, unit) => sum + unit.plain.length, 0);

/** A dateline makes a brief, unless the story is the longest of its page and long. */
const LONG_REPORT = 1500;

/** The paper’s own commentators write nothing else. */
const isCommentator = (unit: Unit) => unit.role === 'byline' && /评论员/u.test(unit.plain);

/** A headline over a few sentences that nobody signed. */
const LONG_NOTICE = 300;
const isNotice = (draft: Draft, length: number) =>
  draft.opener === 'title' &&
  length <= LONG_NOTICE &&
  !draft.units.some((unit) => unit.role === 'byline' || unit.role === 'author_note');

/** What the editor says behind one story; a word in front can be about the whole page. */
const isAfterword = (draft: Draft) => /^[【［[]?编后/u.test(draft.units[0]?.plain ?? '');

/** A headline over the rest of a story from another page: `From Page A1` stands above its text. */
const isJump = (draft: Draft) => {
  const mark = draft.units.findIndex((unit) => unit.role === 'continuation_mark' && comesFromAnotherPage(unit.plain));
  return mark >= 0 && draft.units.findIndex(isBody) > mark;
};

/** Says what each story is, and which story a box belongs to. */
export function nameKinds(drafts: readonly Draft[]): void {
  const longest = Math.max(0, ...drafts.map(lengthOf));
  for (const draft of drafts) {
    const length = lengthOf(draft);
    if (draft.opener === 'continuation' || isJump(draft)) draft.kind = 'continuation';
    else if (draft.labelKind && draft.labelKind !== 'column') draft.kind = draft.labelKind;
    else if (draft.units.some(isCommentator)) draft.kind = 'commentary';
    else if (draft.opener === 'box' || isList(draft.title)) draft.kind = 'sidebar';
    else if (draft.units.some((unit) => unit.role === 'dateline'))
      draft.kind = length === longest && length >= LONG_REPORT ? 'main' : 'brief';
    else if (isNotice(draft, length) || (draft.opener === 'label' && draft.title.length === 0)) draft.kind = 'brief';
    else draft.kind = 'main';
    if (
      draft.kind === 'main' ||
      draft.kind === 'brief' ||
      draft.kind === 'continuation' ||
      (draft.kind === 'editor_note' && !isAfterword(draft))
    )
      draft.host = undefined;
  }
}
