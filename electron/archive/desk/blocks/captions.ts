import { solid, spelledOut, widthOf } from '../reading/characters.ts';

/** Pictures: what stands under them, and who took them. */

const PHOTOGRAPHER = spelledOut(
  /(?:^|[\s。.!！？”)）])((?:本报|新华社|中新社|[\p{Script=Han}]{2,6}(?:日报|晚报|报|社|网))?(?:[\p{Script=Han}]{0,6}(?:记者|通讯员))?\s*(?:[\p{Script=Han}·]{2,4}|\p{Script=Han}[ \u3000]{1,2}\p{Script=Han})(?:[\s、](?:[\p{Script=Han}·]{2,4}|\p{Script=Han}[ \u3000]{1,2}\p{Script=Han})){0,3}\s*[/／]?\s*(?:摄(?:影(?:报道)?)?(?:[/／][\p{Script=Han}]{2,8}|[(（][^()（）]{2,12}[)）])?|供图|图))$/u,
);
const BRACKET =
  /([(（][^()（）]{0,28}(?:供图|摄|摄影|资料图|资料图片|图片|图源|新华社发|提供|本报资料图?|来源[:：][^()（）]{1,20})[^()（）]{0,8}[)）])。?$/u;
const LATIN =
  /((?:Photos?|Photographs?|Image|Picture|Credit|Illustration)\s*(?:by|:|\/|courtesy of)\s*[^.]{2,60}|\((?:AP|AFP|Reuters|Getty|File)[^()]{0,30}\))\.?$/u;
const SOURCE = /((?:新华社|中新社|人民视觉|视觉中国|IC\s?photo)(?:发|供图|[(（][^()（）]{1,16}[)）])*)$/u;
const ONLY = spelledOut(
  /^(?:[(（]?(?:资料图片?|本报资料图片?|图片来源.{0,20}|图[/／:：].{2,16}|摄影[:：/／].{2,16}|[^。！？!?，,；;]{2,20}供图|[\p{Script=Han}]{2,4}[/／]?(?:摄|摄影))[)）]?)$/u,
);

const OTHERS = [BRACKET, SOURCE, LATIN];

/** The photographer or source at the end of a line: where it begins. 0 when the line is nothing else. */
export function creditStart(line: string): number | undefined {
  const text = line.trimEnd();
  const pictured = /[摄图]/u.test(text);
  if (pictured && ONLY.test(solid(text))) return 0;
  for (const rule of pictured ? [PHOTOGRAPHER, ...OTHERS] : OTHERS) {
    const found = rule.exec(text);
    const credit = found?.[1];
    if (!found || credit === undefined) continue;
    const start = text.lastIndexOf(credit);
    if (start > 0 && widthOf(text.slice(0, start)) > 120) return undefined;
    return start;
  }
  return undefined;
}

/** What only a notice ends in; each of them stands behind a triangle too. */
const NOTICE = /(?:作废|(?:特此|敬请)(?:声明|公告|周知|通知)|遗失)[。.]?$/u;

/** Words that only a caption begins with. */
export const opensCaption = (line: string) =>
  !NOTICE.test(line.trim()) &&
  /^(?:[▲△▼▽↑↓←→◀▶►◄]|图[为①②③④⑤一二三]|[上下左右]图|图[:：]|资料图[:：]|Pictured|ABOVE:|BELOW:|LEFT:|RIGHT:|(?:Photo|Picture)\s*[:：])/u.test(
    line.trim(),
  );
