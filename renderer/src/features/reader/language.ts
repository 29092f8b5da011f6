/** The article's language for type: line breaking, quotation marks and faces depend on it. Told by the source, or by its script. */
export function languageOf({ language, body }: { readonly language: string | null; readonly body: string }): string {
  if (language) return language;
  const sample = body.slice(0, 2_000);
  const han = sample.match(/\p{Script=Han}/gu)?.length ?? 0;
  const kana = sample.match(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  const latin = sample.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (kana > han / 10 && kana > 5) return 'ja';
  return han * 3 >= latin ? 'zh-Hans' : 'en';
}
