/** The language a text is set in, where its source does not say: faces, quotation marks and line breaking depend on it. */
export function textLanguage(text: string): string {
  const sample = text.slice(0, 2_000);
  const han = sample.match(/\p{Script=Han}/gu)?.length ?? 0;
  const kana = sample.match(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  const latin = sample.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (kana > 5 && kana * 10 > han) return 'ja';
  return han * 3 >= latin ? 'zh-Hans' : 'en';
}
