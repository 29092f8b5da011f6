import type { BagReason, KeptSource } from '#contract/bags.ts';
import type { Language } from './language.ts';

type Sentence = readonly [english: string, chinese: string];

/** Why a bag was not taken in; `{0}` is the file inside it. */
const REASONS: Readonly<Record<BagReason, Sentence>> = {
  not_a_bag: ['this is no bag: bagit.txt is missing or says something else', '不是 BagIt 包：缺 bagit.txt，或写法不对'],
  wrong_version: ['it is a bag of another version; BagIt 1.0 in UTF-8 is read', '版本不同：只读 UTF-8 的 BagIt 1.0'],
  broken_manifest: ['its list {0} cannot be read', '清单 {0} 无法读取'],
  no_sha256: ['it lists no SHA-256 (manifest-sha256.txt)', '没有 SHA-256 清单（manifest-sha256.txt）'],
  incomplete: ['parts of it would have to be fetched from elsewhere', '有内容须另行取回，不完整'],
  path_outside: ['its list names a place outside the bag: {0}', '清单指向包外的位置：{0}'],
  missing_file: ['{0} is listed and not there', '缺少 {0}'],
  extra_file: ['{0} is there and not listed', '{0} 不在清单中'],
  wrong_sum: ['{0} is not what was packed: its checksum differs', '{0} 已被改动：校验和不符'],
  wrong_oxum: ['it does not hold as much as it says (Payload-Oxum)', '内容与所标的数量不符（Payload-Oxum）'],
  unreadable_file: ['{0} could not be read, or is a link', '{0} 无法读取，或是链接'],
  not_ours: ['a whole bag, but not one of a Jianbao archive', '包完整，但不是剪报档案的包'],
  newer: ['it was made by a later version of Jianbao', '由更新版本的剪报生成，请先升级'],
  broken_records: ['what {0} says does not hold together', '{0} 的记录前后不符'],
  broken_journal: ['the chain of its journal breaks ({0})', '日志的链条断裂（{0}）'],
  disk_full: ['the disk is full', '磁盘已满'],
  read_only: ['the archive cannot be written to', '档案不可写入'],
  other: ['it could not be taken in', '未能导入'],
};

/** These may come when some of it is in already. */
const DISK: ReadonlySet<BagReason> = new Set(['disk_full', 'read_only', 'other']);
const NOTHING: Sentence = ['; nothing was taken in', '；什么都没有导入'];
const WHOLE: Sentence = ['; what came in before is whole: import it again', '；在此之前收入的都完整，请再导入一次'];

const KEPT: Readonly<Record<KeptSource['reason'], Sentence>> = {
  differs: ['it was worked on here and there; what is here stays as it is', '两处都改动过，这里的保持不变'],
  elsewhere: [
    'the same file is here already, imported by itself; what is here stays as it is',
    '同一文件已另行导入，这里的保持不变',
  ],
  refused: ['it contradicts what is here and was left out', '与这里的内容矛盾，没有收入'],
};

export function bagSentence(language: Language, reason: BagReason, file: string): string {
  const at = language === 'zh' ? 1 : 0;
  return REASONS[reason][at].replace('{0}', () => file) + (DISK.has(reason) ? WHOLE : NOTHING)[at];
}

export function keptSentence(language: Language, reason: KeptSource['reason']): string {
  return KEPT[reason][language === 'zh' ? 1 : 0];
}
