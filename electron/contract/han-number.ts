/** 1 to 99 in Chinese numerals. */
export function hanNumber(text: string): number {
  const digit = (one: string | undefined) => (one ? '一二三四五六七八九'.indexOf(one) + 1 : 0);
  const [tens, ones] = text.split('十');
  if (ones === undefined) return digit(text);
  return (tens === '' ? 1 : digit(tens)) * 10 + digit(ones);
}
