import { Fragment } from 'react';
import './chart.css';
import { CopyPicture } from './copy-picture-button.js';
import { useTexts } from './language.js';
import { uiTexts } from './texts.js';
import { useFormat } from './use-format.js';

interface HourMatrixProps {
  /** The sentence that the matrix shows: "Mest fredag och lördag kl. 20–01". */
  summary: string;
  /** Seven rows from Monday, each of 24 weights from 00. Parts of an event are allowed. */
  weights: readonly (readonly number[])[];
  /** The days that it is of, in words, and whether the page's filter holds for it: for its picture. */
  period?: string | undefined;
  filtered?: boolean;
}

const days = [1, 2, 3, 4, 5, 6, 7] as const;
const hours = Array.from({ length: 24 }, (_, hour) => hour);

/** When during the week: 7 × 24 fields in one colour. It is a table, so that each field can be read out. */
export function HourMatrix({ summary, weights, period, filtered = true }: HourMatrixProps) {
  const t = useTexts(uiTexts);
  const f = useFormat();
  const at = (day: number, hour: number) => weights[day - 1]?.[hour] ?? 0;
  const most = Math.max(0, ...weights.flat());
  const level = (weight: number) => (weight <= 0 || most <= 0 ? 0 : Math.max(1, Math.ceil((weight / most) * 5)));
  return (
    <figure className="chart">
      <figcaption>{summary}</figcaption>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <section className="matrix-frame" aria-label={t('hourMatrix')} tabIndex={0}>
        <table className="matrix">
          <caption className="visually-hidden">{t('hourMatrix')}</caption>
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">{t('weekday')}</span>
              </th>
              {hours.map((hour) => (
                <th key={hour} scope="col">
                  <span className={hour % 3 === 0 ? undefined : 'visually-hidden'}>
                    {String(hour).padStart(2, '0')}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {days.map((day) => (
              <tr key={day}>
                <th scope="row">
                  <span aria-hidden>{t(`day${day}Short`)}</span>
                  <span className="visually-hidden">{t(`day${day}`)}</span>
                </th>
                {hours.map((hour) => (
                  <td
                    key={hour}
                    data-level={level(at(day, hour))}
                    title={`${t(`day${day}`)} ${t('hours')} ${hour}–${hour + 1}: ${f.number(at(day, hour), 1)}`}
                  >
                    <span className="visually-hidden">{f.number(at(day, hour), 1)}</span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="chart-key" aria-hidden>
        {t('fewer')}
        {[0, 1, 2, 3, 4, 5].map((step) => (
          <Fragment key={step}>
            <span className="matrix-key" data-level={step} />
          </Fragment>
        ))}
        {t('moreScale')}
      </p>
      <CopyPicture period={period} filtered={filtered} />
    </figure>
  );
}
