/** Same keys, same depth, any wording; English may add the singular of a counted sentence. */
type Wording<T> = { readonly [K in keyof T]: T[K] extends string ? string : Wording<T[K]> } & {
  readonly [K in keyof T as K extends `${infer Name}_other` ? `${Name}_one` : never]?: string;
};

/** An area's wording in both languages; a key missing in one of them does not compile. */
export function both<const T>(chinese: T, english: Wording<NoInfer<T>>): { 'zh-Hans': T; en: Wording<T> } {
  return { 'zh-Hans': chinese, en: english };
}
