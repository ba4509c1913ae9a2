import i18next, { type TFunction } from 'i18next';
import { useCallback, useSyncExternalStore } from 'react';

/** The two languages of the page. Swedish is written first, English is a full second language. */
export type Language = 'sv' | 'en';

/** A key as it is asked for: `rows` for the pair `rows_one` and `rows_other`. */
type TextKey<Key extends string> = Key extends `${infer Base}_one` | `${infer Base}_other` ? Base : Key;

/** The texts of one feature in both languages, made by {@link defineTexts}. */
export interface Texts<Key extends string> {
  readonly namespace: string;
  /** Only for the compiler: the keys that can be asked for. */
  readonly keys?: Key;
}

export type Translate<Key extends string> = (key: Key, values?: Record<string, string | number>) => string;

const storageKey = 'narbild.language';
const listeners = new Set<() => void>();

function storedLanguage(): Language | null {
  try {
    const stored = localStorage.getItem(storageKey);
    return stored === 'sv' || stored === 'en' ? stored : null;
  } catch {
    return null; // Storage is closed in some private modes; the page then follows the account.
  }
}

void i18next.init({
  lng: typeof localStorage === 'undefined' ? 'sv' : (storedLanguage() ?? 'sv'),
  fallbackLng: false,
  initAsync: false,
  resources: {},
  interpolation: { escapeValue: false }, // React escapes.
  returnNull: false,
});

/**
 * Registers the texts of one feature. A key that lacks its English text (or the other way round) does not compile.
 * Plural: `rows_one: '{{count, number}} rad'`, `rows_other: '{{count, number}} rader'`, asked for as `t('rows', { count })`.
 *
 * @param namespace the feature's folder name, unique in the page
 */
export function defineTexts<const Swedish extends Record<string, string>>(
  namespace: string,
  texts: { sv: Swedish; en: { readonly [Key in keyof Swedish]: string } },
): Texts<TextKey<keyof Swedish & string>> {
  i18next.addResourceBundle('sv', namespace, texts.sv, true, true);
  i18next.addResourceBundle('en', namespace, texts.en, true, true);
  return { namespace };
}

/** The language that the page shows now. Usable outside React, for example for `Accept-Language`. */
export function currentLanguage(): Language {
  return i18next.language === 'en' ? 'en' : 'sv';
}

/** Whether the user of this browser has chosen a language here, which goes before the account's. */
export function hasChosenLanguage(): boolean {
  return storedLanguage() !== null;
}

/**
 * Changes the language of the whole page at once.
 *
 * @param remember also for the next visit in this browser
 */
export function setLanguage(language: Language, { remember = true } = {}): void {
  void i18next.changeLanguage(language);
  document.documentElement.lang = language;
  if (remember) {
    try {
      localStorage.setItem(storageKey, language);
    } catch {
      // The choice then lasts as long as the page.
    }
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** The page's language; the component is drawn anew when it changes. */
export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, currentLanguage);
}

/** The texts of a feature in a given language, outside React. */
export function textsIn<Key extends string>(texts: Texts<Key>, language: Language): Translate<Key> {
  const translate = i18next.getFixedT(language, texts.namespace) as TFunction;
  return (key, values) => translate(key, values ?? {});
}

/** The texts of a feature in the page's language: `const t = useTexts(reportTexts); t('save')`. */
export function useTexts<Key extends string>(texts: Texts<Key>): Translate<Key> {
  const language = useLanguage();
  return useCallback<Translate<Key>>((key, values) => textsIn(texts, language)(key, values), [texts, language]);
}
