import type { AnalysisRun } from '../findings/findings-api.js';
import { keepTogether } from '../ui/format.js';
import { Icon } from '../ui/icons.js';
import { useTexts } from '../ui/language.js';
import { analysisTexts } from './texts.js';

/** What was compared, which choices were made, and where the method is explained. */
export function How({ run }: { run: AnalysisRun }) {
  const t = useTexts(analysisTexts);
  return (
    <section className="analysis-how" aria-labelledby="analysis-how">
      <h2 id="analysis-how">{t('how')}</h2>
      <p>{t(`${run.question}Note`)}</p>
      {run.choices.length > 0 && (
        <ul>
          {run.choices.map((choice) => (
            <li key={choice}>{keepTogether(choice)}</li>
          ))}
        </ul>
      )}
      <p>
        <a href={run.method} target="_blank" rel="noreferrer" className="analysis-method">
          {t('method')}
          <Icon name="chevronRight" size={18} />
        </a>{' '}
        <span className="muted">{t('methodNote')}</span>
      </p>
    </section>
  );
}
