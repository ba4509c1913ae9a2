import { Button } from '../ui/button.js';
import { useTexts } from '../ui/language.js';
import { showToast } from '../ui/toast.js';
import { type CalendarSuggestion, useLeaveSuggestion, useTakeSuggestions } from './calendar-api.js';
import { calendarTexts } from './texts.js';

interface SuggestionListProps {
  code: string;
  suggestions: readonly CalendarSuggestion[];
  /** Opens the form for one that asks for the municipality's own weeks. */
  onFill: (code: string) => void;
}

/** What most municipalities have in their wheel, to take or leave. */
export function SuggestionList({ code, suggestions, onFill }: SuggestionListProps) {
  const t = useTexts(calendarTexts);
  const take = useTakeSuggestions(code);
  const leave = useLeaveSuggestion(code);
  const open = suggestions.filter(({ state }) => state === 'open');
  const ready = open.filter(({ rule }) => rule !== null).map((one) => one.code);
  if (open.length === 0) return null;
  const failed = () => showToast({ text: t('undoFailed'), tone: 'bad' });
  const takeOne = (one: CalendarSuggestion) =>
    take.mutate([one.code], { onSuccess: () => showToast({ text: t('taken', { title: one.title }), tone: 'good' }) });
  const leaveOne = (one: CalendarSuggestion) =>
    leave.mutate(
      { suggestion: one.code, left: true },
      {
        onSuccess: () =>
          showToast({
            text: t('left', { title: one.title }),
            undo: { act: () => leave.mutate({ suggestion: one.code, left: false }, { onError: failed }) },
          }),
      },
    );
  return (
    <section className="calendar-suggestions" aria-labelledby="calendar-suggestions">
      <div className="row row--between">
        <div>
          <h2 id="calendar-suggestions">{t('suggestions')}</h2>
          <p className="muted">{t('suggestionsLead')}</p>
        </div>
        {ready.length > 1 && (
          <Button icon="plus" busy={take.isPending} onClick={() => take.mutate(ready, { onSuccess: () => showToast({ text: t('takenMany', { count: ready.length }), tone: 'good' }) })}>
            {t('takeAll', { count: ready.length })}
          </Button>
        )}
      </div>
      <ul className="plain-list">
        {open.map((one) => (
          <li key={one.code} className="calendar-suggestion">
            <span className="calendar-what">
              <strong>{one.title}</strong>
              <span className="small muted">{one.words ?? t(`asks-${one.asks ?? 'dates'}`)}</span>
            </span>
            {one.rule === null ? (
              <Button aria-label={t('fillOf', { title: one.title })} onClick={() => onFill(one.code)}>
                {t('fill')}
              </Button>
            ) : (
              <Button aria-label={t('takeOf', { title: one.title })} onClick={() => takeOne(one)}>
                {t('take')}
              </Button>
            )}
            <Button look="quiet" aria-label={t('leaveOf', { title: one.title })} onClick={() => leaveOne(one)}>
              {t('leave')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  ); // prettier-ignore
}
