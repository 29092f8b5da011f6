import { both } from './both.ts';

/** One sentence for each code: what happened, and what it means for the work. */
export const failureStrings = both(
  {
    NOT_FOUND: '找不到这一项，它可能已被移走。',
    CONFLICT: '别处刚刚改动过它，这次的修改没有写入。请看过新的内容再改。',
    OUT_OF_RANGE: '选中的文字已不在文章里，没有写入。',
    BAD_REQUEST: '输入的内容不合要求，没有写入。',
    NOTE_TOO_LONG: '批注超过 1 MB，没有写入；写下的都还在框里。',
    DISCONNECTED: '与资料库的连接断了。已确认的内容都在，连上后请再试。',
    UNAUTHORISED: '这个窗口已经失效，请打开剪报最后一次显示的地址。',
    NO_SUCH_PLACE: '那个文件夹已经不在了，请重新选择。',
    PLACE_UNWRITABLE: '那个文件夹不能写入，请换一个。',
    SCHEME_REFUSED: '这样的地址不会打开。',
    NAME_REFUSED: '这个名称不能用作文件夹名。',
    INTERNAL_SERVER_ERROR: '程序内部出错，这一步没有完成。已保存的内容不受影响。',
    unknown: '这一步没有完成（{{code}}）。已保存的内容不受影响。',
  },
  {
    NOT_FOUND: 'It was not found; it may have been moved away.',
    CONFLICT: 'It was changed elsewhere a moment ago, so this change was not written. Look at the new text first.',
    OUT_OF_RANGE: 'The selected words are no longer in the article; nothing was written.',
    NOTE_TOO_LONG: 'A note can have 1 MB: this one was not written, and all of it is still in its field.',
    BAD_REQUEST: 'What was entered cannot be accepted; nothing was written.',
    DISCONNECTED: 'The connection to the archive is gone. What was confirmed is kept; try again once it is back.',
    UNAUTHORISED: 'This window is no longer valid. Open the address that Jianbao showed last.',
    NO_SUCH_PLACE: 'That folder is gone. Choose another.',
    PLACE_UNWRITABLE: 'That folder cannot be written to. Choose another.',
    SCHEME_REFUSED: 'An address like this is not opened.',
    NAME_REFUSED: 'That name cannot be used for a folder.',
    INTERNAL_SERVER_ERROR: 'The program failed inside; this step was not done. What was saved is not affected.',
    unknown: 'This step was not done ({{code}}). What was saved is not affected.',
  },
);
