import type { TFunction } from 'i18next';
import type { DeskRole } from '#contract/derivation.ts';
import type { DeskPage } from '#contract/desk.ts';
import type { Command } from '../../app/commands.ts';
import { canBeAccepted } from './page-order.ts';
import type { DeskActs } from './use-acts.ts';
import type { Choice } from './use-choice.ts';
import type { DeskMoves } from './use-moves.ts';

/** The roles that have a key; the others are in the menu alone. */
const ROLE_KEYS: Partial<Record<DeskRole, string>> = {
  title: 't',
  kicker: 'g',
  subtitle: 'i',
  byline: 'b',
  caption: 'c',
  subhead: 'h',
  paragraph: 'p',
};

/** In the order in which an article is read. */
const ROLES: readonly DeskRole[] = [
  'kicker',
  'title',
  'subtitle',
  'byline',
  'dateline',
  'paragraph',
  'subhead',
  'caption',
  'photo_credit',
  'label',
  'author_note',
  'continuation_mark',
];

interface DeskKeysOptions {
  readonly t: TFunction<'deskActs'>;
  readonly role: TFunction<'desk'>;
  readonly page: DeskPage;
  readonly choice: Choice;
  readonly acts: DeskActs;
  readonly moves: DeskMoves;
}

/** Every act of the desk with its key: what the palette, the list of keys, the buttons and the menus show. */
export function deskKeys({ t, role, page, choice, acts, moves }: DeskKeysOptions): readonly Command[] {
  const isNothing = choice.current === null;
  const isCutting = choice.caret?.isMoving === true;
  const isDoubt = choice.doubt !== null;
  const command = (id: string, text: string, keys: readonly string[], run: () => void, more: Partial<Command> = {}) =>
    ({ id: `desk.${id}`, section: 'desk', text, keys, run, isFirst: true, ...more }) satisfies Command;
  const move = (id: string, text: string, key: string, run: () => void) =>
    command(id, text, [key], run, { isRepeated: true });
  return [
    move('up', t('moves.up'), 'ArrowUp', () => moves.by(-1, false)),
    move('down', t('moves.down'), 'ArrowDown', () => moves.by(1, false)),
    move('toRaw', t('moves.raw'), 'ArrowLeft', () => moves.to('raw')),
    move('toClean', t('moves.clean'), 'ArrowRight', () => moves.to('clean')),
    move('extendUp', t('moves.extendUp'), 'Shift+ArrowUp', () => moves.by(-1, true)),
    move('extendDown', t('moves.extendDown'), 'Shift+ArrowDown', () => moves.by(1, true)),
    command('toggle', t('moves.toggle'), ['Space'], moves.toggle),
    command('nextDoubt', t('doubt.next'), ['j'], () => moves.toDoubt(1), { isOff: page.doubts.length === 0 }),
    command('previousDoubt', t('doubt.previous'), ['k'], () => moves.toDoubt(-1), {
      isOff: page.doubts.length === 0,
    }),
    command('confirm', t('doubt.confirm'), ['y'], () => acts.answer('confirm'), { isOff: !isDoubt }),
    command('reject', t('doubt.reject'), ['n'], () => acts.answer('reject'), { isOff: !isDoubt }),
    command('split', t('tools.split'), ['s'], acts.split, { isOff: isNothing }),
    command('merge', t('tools.merge'), ['m'], acts.merge, { isOff: isNothing }),
    ...Array.from({ length: Math.max(9, page.articles.length) }, (_, number) =>
      command(
        `send.${number}`,
        t('tools.sendTo', { number: number + 1, title: page.articles[number]?.title || role('untitled') }),
        number < 9 ? [String(number + 1)] : [],
        () => acts.send(number),
        { isOff: isNothing || number >= page.articles.length },
      ),
    ),
    command('send.new', t('tools.sendNew'), ['a', '0'], () => acts.send('new'), { isOff: isNothing }),
    move('moveUp', t('tools.up'), 'Alt+ArrowUp', () => acts.moveBy(-1)),
    move('moveDown', t('tools.down'), 'Alt+ArrowDown', () => acts.moveBy(1)),
    ...ROLES.map((name) =>
      command(
        `role.${name}`,
        role(`roles.${name}`),
        ROLE_KEYS[name] ? [ROLE_KEYS[name]] : [],
        () => acts.setRole(name),
        {
          isOff: isNothing,
        },
      ),
    ),
    command('noise', t('tools.noise'), ['x'], () => acts.drop('noise'), { isOff: isNothing }),
    command('duplicate', t('tools.duplicate'), ['d'], () => acts.drop('duplicate'), { isOff: isNothing }),
    command('restore', t('tools.restore'), ['r'], () => acts.restore(), { isOff: page.dropped.length === 0 }),
    command('openEnd', t('tools.openEnd'), ['e'], acts.toggleOpenEnd, { isOff: isNothing }),
    command('cut', t('tools.cut'), ['/'], acts.cut, { isOff: isNothing }),
    command('join', t('tools.join'), ['Equal', 'Shift+Equal', 'NumpadAdd'], acts.join, { isOff: isNothing }),
    command('undo', t('tools.undo'), ['$mod+z', 'u'], () => acts.step('undo')),
    command('redo', t('tools.redo'), ['$mod+Shift+z'], () => acts.step('redo')),
    command('reset', t('tools.reset'), [], () => acts.step('reset'), { isOff: !page.canUndo }),
    command('accept', t(canBeAccepted(page) ? 'tools.accept' : 'tools.next'), ['Enter'], () =>
      isCutting ? acts.cut() : acts.accept(),
    ),
    command('back', t('moves.back'), ['Escape'], moves.back),
  ];
}
