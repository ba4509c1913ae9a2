import { setLanguage, useLanguage } from './language.js';
import './language-switch.css';

/** The other language, written in itself. */
export function LanguageSwitch() {
  const language = useLanguage();
  const other = language === 'sv' ? 'en' : 'sv';
  return (
    <button type="button" className="language-switch" lang={other} onClick={() => setLanguage(other)}>
      {other === 'en' ? 'English' : 'Svenska'}
    </button>
  );
}
