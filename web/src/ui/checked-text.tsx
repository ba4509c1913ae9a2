import { useId, useRef, useState, type RefObject } from 'react';
import { Button } from './button.js';
import './checked-text.css';
import { checkedTextWords } from './checked-text-words.js';
import { Field, type FieldFrame } from './field.js';
import { useTexts } from './language.js';
import { Notice } from './notice.js';
import type { TextMark } from './text-marks.js';
import { useTextMarks } from './use-text-marks.js';

interface CheckedTextProps extends FieldFrame {
  value: string;
  onText: (text: string) => void;
  maxLength?: number;
  id?: string;
}

/** Several lines of text where words that may point out a person are marked while they are written. */
export function CheckedText({ value, onText, maxLength, ...frame }: CheckedTextProps) {
  const { now, settled } = useTextMarks(value);
  const area = useRef<HTMLTextAreaElement>(null);
  const backdrop = useRef<HTMLDivElement>(null);
  const summary = useId();
  const shown = settled.filter(({ to }) => to <= value.length);
  return (
    <div className="checked-text">
      <Field {...frame}>
        {({ 'aria-describedby': described, ...ties }) => (
          <div className="checked-text-field">
            <div className="checked-text-marks" aria-hidden="true" ref={backdrop}>
              <Drawn text={value} marks={now} />
            </div>
            <textarea
              rows={3}
              className="control"
              maxLength={maxLength}
              value={value}
              ref={area}
              {...ties}
              aria-describedby={[described, shown.length > 0 ? summary : ''].filter(Boolean).join(' ') || undefined}
              onChange={(event) => onText(event.target.value)}
              onScroll={(event) => {
                if (backdrop.current) backdrop.current.scrollTop = event.currentTarget.scrollTop;
              }}
            />
          </div>
        )}
      </Field>
      <Heard id={summary} count={shown.length} />
      {shown.length > 0 && <Suggestions text={value} marks={shown} area={area} onText={onText} />}
    </div>
  );
}

/** The text once more behind the field, invisible but for its marks. */
function Drawn({ text, marks }: { text: string; marks: readonly TextMark[] }) {
  return (
    <>
      {marks.map(({ from, to, refused }, at) => (
        <span key={from}>
          {text.slice(at === 0 ? 0 : marks[at - 1]!.to, from)}
          <mark data-refused={refused || undefined}>{text.slice(from, to)}</mark>
        </span>
      ))}
      {text.slice(marks.at(-1)?.to ?? 0)}
      {'\u200b'}
    </>
  );
}

/** How many places there are: said once after a pause, and with the field when it is come back to. */
function Heard({ id, count }: { id: string; count: number }) {
  const t = useTexts(checkedTextWords);
  const [hadSome, setHadSome] = useState(false);
  if (count > 0 && !hadSome) setHadSome(true);
  return (
    <output id={id} className="visually-hidden">
      {count > 0 ? t('count', { count }) : hadSome ? t('clear') : ''}
    </output>
  );
}

interface SuggestionsProps {
  text: string;
  marks: readonly TextMark[];
  area: RefObject<HTMLTextAreaElement | null>;
  onText: (text: string) => void;
}

const mostShown = 5;

/** Each marked place in words: what it is, whether it may stay, what to write instead. */
function Suggestions({ text, marks, area, onText }: SuggestionsProps) {
  const t = useTexts(checkedTextWords);
  const replace = ({ from, to, suggestion }: TextMark) => {
    onText(text.slice(0, from) + suggestion + text.slice(to));
    const end = from + suggestion.length;
    requestAnimationFrame(() => select(area.current, end, end));
  };
  const left = marks.length - mostShown;
  return (
    <Notice tone={marks.some(({ refused }) => refused) ? 'bad' : 'caution'} title={t('title')}>
      <ul className="plain-list stack">
        {marks.slice(0, mostShown).map((mark) => (
          <li key={mark.from} className="checked-text-suggestion">
            <p>
              <mark className="checked-text-words" data-refused={mark.refused || undefined}>
                {text.slice(mark.from, mark.to)}
              </mark>
            </p>
            <p>
              {mark.sentence} {t(mark.refused ? 'refused' : 'pointed')}
            </p>
            <div className="row">
              <Button onClick={() => replace(mark)}>{t('replace', { words: mark.suggestion })}</Button>
              <Button look="quiet" onClick={() => select(area.current, mark.from, mark.to)}>
                {t('show')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {left > 0 && <p>{t('more', { count: left })}</p>}
    </Notice>
  );
}

function select(area: HTMLTextAreaElement | null, from: number, to: number): void {
  area?.focus();
  area?.setSelectionRange(from, to);
}
