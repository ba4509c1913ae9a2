import { useId } from 'react';
import { Button } from 'react-aria-components/Button';
import { ComboBox as AriaComboBox } from 'react-aria-components/ComboBox';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { Input } from 'react-aria-components/Input';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import './combo-box.css';
import { Field, type FieldFrame } from './field.js';
import { Icon } from './icons.js';
import { useLanguage, useTexts } from './language.js';
import { uiTexts } from './texts.js';

export interface ComboChoice {
  id: string;
  label: string;
  /** A quieter second line, for example where a place lies. */
  note?: string;
}

interface ComboBoxProps extends FieldFrame {
  choices: readonly ComboChoice[];
  /** The chosen id; `null`: none. */
  value: string | null;
  onChange: (id: string | null) => void;
  /** For searching at the server: what is typed. The choices are then shown as they are, unfiltered. */
  text?: string;
  onText?: (text: string) => void;
  placeholder?: string;
}

/** Type to find one among many. Own list under the field, arrow keys, read out by screen readers in both languages. */
export function ComboBox({ choices, value, onChange, text, onText, placeholder, ...frame }: ComboBoxProps) {
  const language = useLanguage();
  const t = useTexts(uiTexts);
  const id = useId();
  const search = onText === undefined ? { defaultItems: choices } : { items: choices, onInputChange: onText };
  return (
    <I18nProvider locale={language === 'sv' ? 'sv-SE' : 'en-GB'}>
      <Field {...frame} id={id}>
        {(ties) => (
          <AriaComboBox
            id={id}
            className="combo"
            aria-label={frame.label}
            {...search}
            {...(text === undefined ? {} : { inputValue: text })}
            value={value}
            onChange={(key) => onChange(key === null ? null : String(key))}
            allowsEmptyCollection
            menuTrigger="input"
            isInvalid={frame.error !== undefined}
          >
            <Input
              className="control"
              placeholder={placeholder ?? ''}
              aria-describedby={ties['aria-describedby'] ?? ''}
            />
            <Button className="combo-button" aria-label={t('showChoices')}>
              <Icon name="chevronDown" size={20} />
            </Button>
            <Popover className="combo-popover" offset={4}>
              <ListBox className="combo-list" renderEmptyState={() => <p className="combo-empty">{t('noHits')}</p>}>
                {(choice: ComboChoice) => (
                  <ListBoxItem className="combo-item" textValue={choice.label}>
                    <span>{choice.label}</span>
                    {choice.note !== undefined && <span className="combo-note">{choice.note}</span>}
                  </ListBoxItem>
                )}
              </ListBox>
            </Popover>
          </AriaComboBox>
        )}
      </Field>
    </I18nProvider>
  );
}
