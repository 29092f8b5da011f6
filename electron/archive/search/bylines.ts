/** What stands beside a name in a byline and is none. */
const ROLES =
  /本报|本刊|本网|新华社|通讯员|特约|特派|首席|见习|实习生?|驻[\p{Script=Han}]{2,4}?(?=记者)|全媒体|记者|评论员|编辑|作者|撰文|撰稿|摄影|摄|报道|综合|消息|专电|供稿|供图|来稿|整理|图文|文[/／]图|[文图][:：/／]/gu;
const LATIN_ROLES = /\b(?:by|from|staff|wire|reports?|reporters?|correspondents?|writers?|editors?|photos?)\b/giu;
/** A point between Han characters is one of a name: `阿依古丽·吐尔逊`. */
const SEPARATORS = /(?:[\s、，,;；/／|•()（）[\]【】:：]|(?<!\p{Script=Han})·|·(?=[文图]?(?!\p{Script=Han})))+/u;
const HAN_NAME = /^\p{Script=Han}{2,4}$|^\p{Script=Han}{1,8}(?:·\p{Script=Han}{1,8})+$/u;
const LATIN_NAME = /^[\p{Lu}][\p{L}.'’-]*(?: [\p{L}][\p{L}.'’-]*){1,3}$/u;

/** The people of a byline, as far as they can be told: `本报记者 张三 通讯员 李四` names two. */
export function peopleOf(byline: string): string[] {
  const plain = byline.normalize('NFKC').trim();
  const latin = plain
    .replace(LATIN_ROLES, ' ')
    .split(/[,;&/|]| and /u)
    .map((name) => name.trim().replace(/\s+/g, ' '))
    .filter((name) => LATIN_NAME.test(name));
  const han = plain
    .replace(ROLES, ' ')
    .split(SEPARATORS)
    .filter((name) => HAN_NAME.test(name));
  return [...new Set([...han, ...latin])];
}
