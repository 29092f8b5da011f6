import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { BlobPiece } from './blob-piece.ts';
import { CitationStyle } from './citations.ts';
import { PlaceHandle } from './ids.ts';

export const Theme = z.enum(['system', 'light', 'night']);
export const InterfaceLanguage = z.enum(['zh-Hans', 'en']);

/** How the window looks; kept by the host in a file of its own, not in the archive. */
export const Appearance = z.object({
  theme: Theme.default('system'),
  language: InterfaceLanguage.nullable().default(null),
  paper: z.enum(['paper', 'sepia']).default('paper'),
  face: z.enum(['serif', 'sans']).default('serif'),
  /** Pixels of the body text. */
  size: z.int().min(13).max(40).default(18),
  /** Han characters a line. */
  measure: z.int().min(20).max(60).default(36),
  /** Line height, a multiple of the size. */
  leading: z.number().min(1.2).max(2.6).default(1.85),
  /** Vertical: Chinese in columns from right to left (竖排). */
  direction: z.enum(['horizontal', 'vertical']).default('horizontal'),
  panes: z
    .object({ places: z.boolean().default(true), list: z.boolean().default(true) })
    .default({ places: true, list: true }),
  /** Whether one is asked for a naming rule before every import, and the rule that was last used. */
  nameRule: z
    .object({ asks: z.boolean().default(false), text: z.string().max(500).default('') })
    .default({ asks: false, text: '' }),
  /** In which style words are copied with where they are from, and lists of sources are written. */
  citation: CitationStyle.default('auto'),
});
export type Appearance = z.infer<typeof Appearance>;

const { theme, language, paper, face, size, measure, leading, direction, panes, nameRule, citation } = Appearance.shape;
/** What was chosen and nothing else: a default here would undo every other choice. */
export const AppearanceChange = z
  .object({
    theme: theme.unwrap(),
    language: language.unwrap(),
    paper: paper.unwrap(),
    face: face.unwrap(),
    size: size.unwrap(),
    measure: measure.unwrap(),
    leading: leading.unwrap(),
    direction: direction.unwrap(),
    panes: panes.unwrap(),
    nameRule: nameRule.unwrap(),
    citation: citation.unwrap(),
  })
  .partial();

export const HostInfo = z.object({
  kind: z.enum(['electron', 'loopback']),
  version: z.string(),
  platform: z.string(),
  /** The window was not launched by us, so the launch rules that block every other address are absent. */
  ownBrowser: z.boolean(),
  languages: z.array(z.string()),
});
export type HostInfo = z.infer<typeof HostInfo>;

export const Place = z.object({ handle: PlaceHandle, label: z.string() });
export type Place = z.infer<typeof Place>;

/** What the shell tells the page: a menu entry was chosen, an address `jianbao://` was opened, a window changed how all look. */
export const HostCommand = z.discriminatedUnion('command', [
  z.object({ command: z.literal('menu'), action: z.string() }),
  z.object({ command: z.literal('open'), address: z.string() }),
  z.object({ command: z.literal('appearance') }),
  z.object({ command: z.literal('service'), state: z.enum(['lost', 'back']) }),
]);
export type HostCommand = z.infer<typeof HostCommand>;

/** What only the shell can do; answered by main or by the loopback host, never by the archive. */
export const hostContract = {
  info: oc.output(HostInfo),
  commands: oc.output(eventIterator(HostCommand)),
  /** A folder to write to. Electron asks with the system's dialog; where there is none the answer is `draw` and the page draws a chooser from `places`. */
  choosePlace: oc
    .input(z.object({ purpose: z.enum(['export']) }))
    .output(
      z.discriminatedUnion('by', [
        z.object({ by: z.literal('dialog'), place: Place.nullable() }),
        z.object({ by: z.literal('draw'), root: Place }),
      ]),
    ),
  places: {
    /** Folders inside a place, never above the root that was granted. */
    children: oc
      .input(z.object({ handle: PlaceHandle }))
      .output(z.object({ place: Place, parent: Place.nullable(), children: z.array(Place), writable: z.boolean() }))
      .errors({ NO_SUCH_PLACE: {} }),
    create: oc
      .input(z.object({ handle: PlaceHandle, name: z.string().min(1).max(200) }))
      .output(Place)
      .errors({ NO_SUCH_PLACE: {}, NAME_REFUSED: {}, PLACE_UNWRITABLE: {} }),
  },
  /** Only http, https and mailto, and only after the person saw the real host. */
  openExternal: oc
    .input(z.object({ url: z.string().max(2048) }))
    .output(z.object({ opened: z.boolean() }))
    .errors({ SCHEME_REFUSED: {} }),
  print: oc.output(z.void()),
  /** What the page shows on paper, as a PDF where the person chooses. Where only the page can print, its dialog does it: `page`. */
  savePdf: oc
    .input(z.object({ title: z.string().max(300) }))
    .output(z.object({ by: z.enum(['dialog', 'page']), saved: z.boolean() }))
    .errors({ PLACE_UNWRITABLE: {} }),
  /** A PNG where the person chooses. `page`: the browser keeps it with its downloads, and the page gives it to it. */
  savePicture: oc
    .input(z.object({ title: z.string().max(300), picture: BlobPiece }))
    .output(z.object({ by: z.enum(['dialog', 'page']), saved: z.boolean() }))
    .errors({ PLACE_UNWRITABLE: {}, NOT_A_PICTURE: {} }),
  /** A table in UTF-8 with its byte-order mark where the person chooses; `page` as with a picture. */
  saveTable: oc
    .input(z.object({ title: z.string().max(300), csv: z.string().max(1_000_000) }))
    .output(z.object({ by: z.enum(['dialog', 'page']), saved: z.boolean() }))
    .errors({ PLACE_UNWRITABLE: {} }),
  appearance: {
    get: oc.output(Appearance),
    set: oc.input(AppearanceChange).output(Appearance),
  },
  window: {
    /** Another window on the same archive, at that place of the page; false where the page opens it itself. */
    open: oc
      .input(z.object({ fragment: z.string().startsWith('#/').max(4000) }))
      .output(z.object({ opened: z.boolean() })),
    setTitle: oc.input(z.object({ title: z.string().max(300) })).output(z.void()),
  },
};
export type HostContract = typeof hostContract;
