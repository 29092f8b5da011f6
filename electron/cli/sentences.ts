import type { BackNotice, ImportNotice, RefusalReason, TakenBack } from '#contract/intake.ts';
import type { QueryProblem } from '#contract/search.ts';
import type { Language } from './language.ts';

type Sentence = readonly [english: string, chinese: string];

/** Why a command failed, by the codes of the store, the export and the contract. `{0}` is the folder or file it is about. */
const FAILURES: Readonly<Record<string, Sentence>> = {
  NO_ARCHIVE: [
    'There is no archive at {0}. import makes one; every other command needs one.',
    '{0} 没有档案。import 会新建档案，其他命令都需要已有的档案。',
  ],
  NOT_ANNOTATIONS: ['{0} holds no annotations. Nothing was written.', '{0} 中没有标注。没有写入任何内容。'],
  NOT_AN_ARCHIVE: ['{0} is not a Jianbao archive. Nothing was written.', '{0} 不是剪报档案。没有写入任何内容。'],
  NEWER_ARCHIVE: [
    '{0} was made by a newer version of Jianbao. Nothing was written.',
    '{0} 由更新版本的剪报建立。没有写入任何内容。',
  ],
  OLDER_ARCHIVE: [
    '{0} was made by an older version and must be opened for writing once first.',
    '{0} 由旧版本建立，需要先以可写方式打开一次。',
  ],
  DAMAGED: [
    '{0} is damaged. Nothing was written; restore a backup, or run check to see what is left.',
    '{0} 已损坏。没有写入任何内容；请从备份恢复，或运行 check 查看。',
  ],
  UNEXPECTED_SCHEMA: [
    '{0} holds tables that are not ours. Nothing was written.',
    '{0} 含有不属于剪报的表。没有写入任何内容。',
  ],
  MIGRATION_FAILED: [
    '{0} could not be brought to this version; it is as it was.',
    '{0} 无法升级到当前版本，内容保持原样。',
  ],
  PRAGMA_REFUSED: ['{0} cannot be opened safely on this disk.', '{0} 在这个磁盘上无法安全打开。'],
  ALREADY_THERE: [
    '{0} is there already and is not empty. Nothing was written.',
    '{0} 已存在且不为空。没有写入任何内容。',
  ],
  IN_USE: ['{0} is in use by another program. Try again when it is done.', '{0} 正被其他程序使用，请稍后再试。'],
  READ_ONLY: ['{0} cannot be written to.', '{0} 不可写入。'],
  DISK_FULL: ['The disk of {0} is full. What was done before is safe.', '{0} 所在磁盘已满。此前完成的内容都在。'],
  NO_SUCH_PLACE: ['There is no folder {0}.', '没有文件夹 {0}。'],
  NOT_A_FOLDER: ['{0} is a file, not a folder.', '{0} 是文件，不是文件夹。'],
  NOT_A_FILE: ['{0} is a folder, not a file.', '{0} 是文件夹，不是文件。'],
  INSIDE_ARCHIVE: [
    '{0} lies in the archive itself. Choose a folder outside it.',
    '{0} 在档案之内，请选择档案以外的文件夹。',
  ],
  PLACE_UNWRITABLE: ['{0} cannot be written to.', '{0} 不可写入。'],
  OUTSIDE_PLACE: ['{0} leads out of the chosen folder.', '{0} 指向所选文件夹之外。'],
  NO_SUCH_FILE: ['There is no file {0}.', '没有文件 {0}。'],
  UNREADABLE_FILE: ['{0} cannot be read.', '{0} 无法读取。'],
  NOT_FOUND: ['There is no article {0}.', '没有编号为 {0} 的文章。'],
  TEMPLATE_FAULT: ['The template was stopped: {0}.', '模板已停止：{0}。'],
  CANCELLED: ['Stopped. What was done before is safe.', '已停止。此前完成的内容都在。'],
  BUILD_MISSING: [
    'A part of the program is missing: {0}. Run npm run build.',
    '程序缺少一部分：{0}。请运行 npm run build。',
  ],
  INTERNAL: [
    'Something unforeseen went wrong ({0}). JIANBAO_DEBUG=1 shows where.',
    '出现意外错误（{0}）。设置 JIANBAO_DEBUG=1 可查看位置。',
  ],
};

const REFUSALS: Readonly<Record<RefusalReason, Sentence>> = {
  empty: ['the file is empty', '文件是空的'],
  binary: ['this is not a text', '这不是文本文件'],
  unknown_encoding: ['its encoding is not known', '无法识别编码'],
  unreadable: ['it cannot be read', '无法读取'],
  vanished: ['it is not there', '文件不存在'],
  changed_while_read: ['it changed while it was read', '读取时文件发生变化'],
  too_large: [
    'it is too large: a web page may have 64 MB, a PDF 128 MB, ALTO 32 MB, any other file 1 GB',
    '太大：网页不超过 64 MB，PDF 不超过 128 MB，ALTO 不超过 32 MB，其他文件不超过 1 GB',
  ],
  link_loop: ['a link that leads in a circle', '链接形成循环'],
  link_not_followed: [
    'a link inside a folder, which is not followed; name it to import what it leads to',
    '文件夹里的链接不会跟随；要导入所指的内容，请直接写出它',
  ],
  not_a_file: ['this is not a file', '这不是普通文件'],
  unsupported_type: ['this kind of file is not supported', '不支持这种文件'],
  nothing_to_read: ['there is nothing to read in it', '里面没有可读的内容'],
  broken_document: ['it is broken or cut off', '文件损坏或不完整'],
  unsafe_document_type: [
    'it declares entities or a document type elsewhere, and nothing of that kind is read',
    '声明了实体或外部文档类型，这类内容不予读取',
  ],
  encrypted: ['it is protected by a password', '有密码保护'],
  active_content: ['it contains programs (JavaScript)', '内含程序（JavaScript）'],
  no_text_layer: ['it has pictures of pages and no text on them', '只有页面图像，没有文字层'],
  too_complex: ['it has more pages, more boxes or larger pages than a newspaper has', '页数、文字框或页面尺寸不像报纸'],
  image_alone: [
    'a picture without the text of its page: an ALTO file of the same name',
    '只有图像，缺同名的版面文字（ALTO）',
  ],
  structure_alone: [
    'a structure (METS) of which no page (ALTO) came in with it',
    '版面结构（METS），但没有随它新收入的 ALTO 版面',
  ],
  bad_image: ['the picture is broken or too large', '图像损坏或过大'],
  broken_front_matter: [
    'an exported file whose properties at the top are broken: mend them and import it again',
    '这是导出过的文件，但开头的属性已损坏：改好后再导入',
  ],
  marks_without_text: [
    'highlights without the text, and the article is not in the archive',
    '文件里只有标注没有正文，而这篇文章不在档案中',
  ],
  unshown_image: [
    'TIFF and JPEG 2000 cannot be shown: save it as JPEG or PNG of the same name and import that',
    'TIFF 和 JPEG 2000 无法显示：另存为同名的 JPEG 或 PNG 再导入',
  ],
  parser_failed: ['its reader failed', '解析失败'],
  parser_timed_out: ['reading it took too long', '解析超时'],
  disk_full: ['the disk is full', '磁盘已满'],
  read_only: ['the archive cannot be written to', '档案不可写入'],
};

/** Of a file that we exported. */
const BACK_NOTICES: Readonly<Record<BackNotice, Sentence>> = {
  other_text: ['another text than the archive’s, both are kept', '正文与档案中的不同，两篇都保留'],
  words_kept: ['what you wrote stands in the note on the article', '你写的话已放进全文批注'],
  words_left: ['what you wrote is too long and stays in the file alone', '你写的话太长，只留在文件里'],
  properties_left: ['properties of your own stay in the file alone', '你加的属性只留在文件里'],
  differs: [
    'title, origin, tags or notes differ from the archive’s, which stay',
    '题目、出处、标签或批注与档案中的不同，档案中的未动',
  ],
};

/** What a file that was taken lacks. */
const NOTICES: Readonly<Record<ImportNotice, Sentence>> = {
  text_too_long: [
    ' (stored whole; the part that is too long is neither shown nor searched)',
    '（全文已存，过长的部分不进入阅读与搜索）',
  ],
  lossy_decoding: [' (some bytes are no text; the original is kept as it is)', '（有些字节不成文字，原件完整保存）'],
  no_text_layer: [' (pictures of pages without text: seen, not searched)', '（只有页面图像，没有文字层，能看不能搜）'],
};

const EXPORT_REASONS: Readonly<Record<string, Sentence>> = {
  disk_full: ['the disk is full', '磁盘已满'],
  read_only: ['it cannot be written to', '不可写入'],
  outside_place: ['a link leads out of the folder', '链接指向文件夹之外'],
  conflict: ['what you changed was kept, ours stands below it', '您改过的保留了，剪报里的写在它下面'],
  front_matter_broken: ['its front matter cannot be read', '属性区无法解析'],
  damaged: ['an original is not what was imported; a check names it', '有原件已不是导入时的样子，请先检查档案'],
  other: ['it could not be written', '无法写入'],
};

const PROBLEMS: Readonly<Record<QueryProblem['code'], Sentence>> = {
  unbalanced_quote: ['a quotation mark is not closed', '引号没有闭合'],
  unknown_field: ['there is no such field', '没有这个字段'],
  unknown_value: ['the field has no such value', '这个字段没有这样的值'],
  bad_date: ['this is not a date', '日期不合规则'],
  bad_near: ['NEAR/n stands between two words, n up to 100', 'NEAR/n 要写在两个词之间，n 不超过 100'],
  nothing_to_search: ['there is nothing to search for', '没有可搜索的内容'],
  only_exclusions: ['there are only exclusions', '只有排除条件'],
  too_long: ['the query was cut', '查询过长，已截断'],
};

/** What commander found wrong with the call; `{0}` is what it is about. */
const MISUSES: Readonly<Record<string, Sentence>> = {
  'commander.unknownCommand': ['There is no command {0}.', '没有命令 {0}。'],
  'commander.unknownOption': ['There is no option {0}.', '没有选项 {0}。'],
  'commander.missingArgument': ['{0} is missing.', '缺少 {0}。'],
  'commander.missingMandatoryOptionValue': ['{0} is missing.', '缺少 {0}。'],
  'commander.optionMissingArgument': ['{0} needs a value.', '{0} 需要一个值。'],
  'commander.excessArguments': ['There are too many arguments.', '参数过多。'],
  'commander.invalidArgument': ['{0} is not a value that this takes.', '{0} 不是可用的值。'],
  'commander.conflictingOption': ['{0} cannot stand beside another option given.', '{0} 不能与其他选项同用。'],
};

const pick = (language: Language) => (language === 'zh' ? 1 : 0);
const fill = (sentence: string, about: string) => sentence.replace('{0}', () => about);

export function failureSentence(language: Language, code: string, about: string): string {
  const known = FAILURES[code];
  return known ? fill(known[pick(language)], about) : fill((FAILURES.INTERNAL as Sentence)[pick(language)], code);
}

export function isKnownFailure(code: string): boolean {
  return code in FAILURES;
}

export function refusalSentence(language: Language, reason: RefusalReason): string {
  return REFUSALS[reason][pick(language)];
}

/** Behind the name of the file. */
export function noticeSentence(language: Language, notice: ImportNotice): string {
  return NOTICES[notice][pick(language)];
}

/** `; 3 highlights came back, …`; empty where there is nothing to say. */
export function takenBackSentence(language: Language, { marks, orphans, notices }: TakenBack): string {
  const said = [
    ...(marks > 0 ? [say(language, `${marks} highlights came back`, `补回 ${marks} 处标注`)] : []),
    ...(orphans > 0 ? [say(language, `${orphans} wait for a place`, `其中 ${orphans} 处等你放置`)] : []),
    ...notices.map((notice) => BACK_NOTICES[notice][pick(language)]),
  ];
  return said.map((part) => say(language, `; ${part}`, `；${part}`)).join('');
}

export function exportReasonSentence(language: Language, reason: string): string {
  return (EXPORT_REASONS[reason] ?? (EXPORT_REASONS.other as Sentence))[pick(language)];
}

export function problemSentence(language: Language, code: QueryProblem['code']): string {
  return PROBLEMS[code][pick(language)];
}

export function misuseSentence(language: Language, code: string, about: string): string | undefined {
  const known = MISUSES[code];
  return known && fill(known[pick(language)], about);
}

/** Two texts of one meaning. */
export function say(language: Language, english: string, chinese: string): string {
  return language === 'zh' ? chinese : english;
}
