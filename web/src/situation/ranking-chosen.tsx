import { Button } from '../ui/button.js';
import { useTexts } from '../ui/language.js';
import { TextArea } from '../ui/text-field.js';
import { type Draft, movedUp, type RankedArea, reasoned, toggled } from './ranking.js';
import { rankingTexts } from './ranking-texts.js';

interface RankingChosenProps {
  areas: readonly RankedArea[];
  draft: Draft;
  onChange: (draft: Draft) => void;
  /** Somebody has tried to save: what is missing is said. */
  checked: boolean;
}

/** Those that come first, in order, each with why. */
export function RankingChosen({ areas, draft, onChange, checked }: RankingChosenProps) {
  const t = useTexts(rankingTexts);
  const names = new Map(areas.map(({ areaId, name }) => [areaId, name]));
  return (
    <section className="stack">
      <h2>{t('chosen')}</h2>
      {draft.chosen.length === 0 && <p className="muted">{t('noneChosen')}</p>}
      <ol className="plain-list stack situation-prose">
        {draft.chosen.map(({ areaId, reason }, at) => {
          const area = names.get(areaId) ?? '';
          const missing = checked && reason.trim() === '' ? t('reasonMissing') : undefined;
          return (
            <li key={areaId} className="situation-chosen">
              <span className="situation-rank" aria-hidden="true">{at + 1}</span>
              <div className="stack stack--tight">
                <TextArea label={t('reason', { area })} hint={at === 0 ? t('reasonHint') : undefined} rows={2} maxLength={500} value={reason} error={missing} onChange={({ target }) => onChange(reasoned(draft, areaId, target.value))} />
                <div className="row">
                  {at > 0 && <Button look="quiet" onClick={() => onChange(movedUp(draft, areaId))}>{t('up')}<span className="visually-hidden"> {area}</span></Button>}
                  <Button look="quiet" onClick={() => onChange(toggled(draft, areaId))}>{t('remove')}<span className="visually-hidden"> {area}</span></Button>
                </div>
              </div>
            </li>
          );
        })}
      </ol>
    </section>
  ); // prettier-ignore
}
