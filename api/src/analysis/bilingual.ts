/** One plain sentence in both languages of the product; no names of persons and no places in it. */
export interface Bilingual {
  readonly sv: string;
  readonly en: string;
}

/** A number as Swedish and English text write it, with at most `digits` decimals and no trailing zeros. */
export function inBothLanguages(value: number, digits = 0): Bilingual {
  const en = String(Number(value.toFixed(digits)));
  return { sv: en.replace('.', ',').replace('-', '−'), en };
}
