import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { buttonClass } from '../ui/button.js';
import { Icon } from '../ui/icons.js';
import { useTexts } from '../ui/language.js';
import { periodTexts } from './period-texts.js';
import type { Situation } from './situation-api.js';
import { kindOf, periodKinds, presets, type SituationSearch } from './situation-search.js';

interface PeriodPickerProps {
  code: string;
  /** The period that is shown. */
  period: string;
  situation: Situation | undefined;
  /** What else stands in the address and stays. */
  search: SituationSearch;
}

/** Week, month, tertial or year: the last whole one, the running one, and those beside the one that is shown. */
export function PeriodPicker({ code, period, situation, search }: PeriodPickerProps) {
  const t = useTexts(periodTexts);
  const [now] = useState(() => new Date());
  const kind = kindOf(period);
  const { running, last } = presets(kind, now);
  const to = (next: string) => ({ ...search, period: next });
  return (
    <nav className="situation-picker" aria-label={t('choosePeriod')}>
      <div className="row">
        {periodKinds.map((each) => (
          <Link
            key={each}
            to="/$code/lagesbild"
            params={{ code }}
            search={to(presets(each, now).last)}
            className="situation-kind"
            aria-current={each === kind ? 'true' : undefined}
          >
            {t(each)}
          </Link>
        ))}
      </div>
      <div className="row">
        {[
          { at: last, label: t(`last-${kind}`) },
          { at: running, label: t(`running-${kind}`) },
        ].map(({ at, label }) => (
          <Link
            key={at}
            to="/$code/lagesbild"
            params={{ code }}
            search={to(at)}
            className="situation-preset"
            aria-current={at === period ? 'page' : undefined}
          >
            {label}
          </Link>
        ))}
        {situation && (
          <>
            <Link
              to="/$code/lagesbild"
              params={{ code }}
              search={to(situation.previous)}
              className={buttonClass({ look: 'secondary' })}
            >
              <Icon name="back" size={20} />
              {t('earlier')}
            </Link>
            {situation.next !== null && (
              <Link
                to="/$code/lagesbild"
                params={{ code }}
                search={to(situation.next)}
                className={buttonClass({ look: 'secondary' })}
              >
                {t('later')}
                <Icon name="arrow" size={20} />
              </Link>
            )}
          </>
        )}
      </div>
    </nav>
  );
}
