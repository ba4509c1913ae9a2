import { BarList } from '../ui/bar-list.js';
import { CopyPicture } from '../ui/copy-picture-button.js';
import { HourMatrix } from '../ui/hour-matrix.js';
import { CategoryIcon } from '../ui/icons.js';
import { useLanguage, useTexts } from '../ui/language.js';
import { useFormat } from '../ui/use-format.js';
import { WeekChart } from '../ui/week-chart.js';
import type { HotspotDetail } from './hotspot-api.js';
import { hotspotTexts } from './texts.js';
import { weekStart } from './week-start.js';

/** Three small charts: per week with what is normal, when in the week, and what. */
export function HotspotCharts({ hotspot }: { hotspot: HotspotDetail }) {
  const t = useTexts(hotspotTexts);
  const f = useFormat();
  const language = useLanguage();
  const { figures, weeks } = hotspot;
  const period = f.period(figures.periodFrom, figures.periodTo);
  const bars = weeks
    // The first week may be cut off by the period; the last one is still running.
    .filter(({ whole }, index) => whole || index === weeks.length - 1)
    .map(({ week, count, normal, whole }) => ({ monday: weekStart(week), count, running: !whole, ...(normal === null ? {} : { low: normal.low, high: normal.high }) })); // prettier-ignore
  return (
    <div className="hotspot-charts">
      <section className="card" aria-label={t('weeksTitle')}>
        <WeekChart summary={t('weeksSummary', { period })} weeks={bars} />
        {bars.every((bar) => !('low' in bar)) && <p className="small muted">{t('weeksNoNormal')}</p>}
      </section>
      {figures.count > 0 && (
        <section className="card" aria-label={t('hoursTitle')}>
          <HourMatrix summary={t('hoursSummary')} weights={figures.hours} period={period} />
        </section>
      )}
      {figures.categories.length > 0 && (
        <section className="card stack stack--tight" data-picture>
          <h2 className="hotspot-chart-title">{t('categoriesTitle')}</h2>
          <div data-picture-part>
          <BarList
            label={t('categoriesTitle')}
            bars={figures.categories.slice(0, 8).map(({ code, name, count }) => ({ id: code, label: name[language], value: count, icon: <CategoryIcon code={code} size={20} /> }))}
          /></div>
          <CopyPicture title={t('categoriesTitle')} period={period} />
        </section>
      )}
    </div>
  ); // prettier-ignore
}
